import { existsSync } from "node:fs";
import Database from "better-sqlite3";

/** How many events of each type a run file holds, while another process may be writing it. */
export function countEvents(path: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  if (!existsSync(path)) return counts;
  try {
    using database = closing(new Database(path, { fileMustExist: true }));
    const rows = database.value
      .prepare<[], { type: string }>("SELECT json_extract(body, '$.type') AS type FROM event")
      .all();
    for (const { type } of rows) counts.set(type, (counts.get(type) ?? 0) + 1);
  } catch {
    // Not yet a whole file: nothing is in it.
  }
  return counts;
}

function closing(value: Database.Database): Disposable & { value: Database.Database } {
  return { value, [Symbol.dispose]: () => void value.close() };
}

/** A report without what is declared to differ from session to session: names of files, the clock, durations. */
export function withoutTimes(json: string): unknown {
  const { run, startedAt, time, submissions, ...rest } = JSON.parse(json);
  return { ...rest, submissions: submissions.map(({ atMs, ...submission }: { atMs: number }) => submission) };
}
