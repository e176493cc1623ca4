import { oneLine, plural } from "../report/words.ts";
import { faultsOfEvents } from "../run-log/check-events.ts";
import { faultsOfFile, type LogFault, missingTexts } from "../run-log/check-file.ts";
import { EVENT_PARTS } from "../run-log/event.ts";
import { RunFile } from "../run-log/run-file.ts";
import type { ExitCode, Io } from "./io.ts";

/** A file that was changed all over is not listed all over. */
const MOST_FAULTS = 20;

/** Is the file as it was written, and does what it says follow from its events? */
export function checkRun(path: string, { json }: { readonly json?: boolean | undefined }, io: Io): ExitCode {
  using run = RunFile.openToRead(path);
  const faults = take(faultsOfFile(run), MOST_FAULTS);
  // What a broken file says is nobody's word.
  if (faults.length === 0) faults.push(...take(missingTexts(run), MOST_FAULTS));
  if (faults.length === 0) faults.push(...take(faultsOfEvents(run.events()), MOST_FAULTS));
  const events = EVENT_PARTS.reduce((total, part) => total + count(run.rows(part)), 0);
  const texts = count(run.texts());
  io.out(
    json
      ? `${JSON.stringify({ run: path, ok: faults.length === 0, events, texts, faults }, null, 2)}\n`
      : `${faults.length === 0 ? whole(path, events, texts) : broken(path, faults)}\n`,
  );
  return faults.length === 0 ? 0 : 1;
}

function whole(path: string, events: number, texts: number): string {
  return `${path} is as it was written: ${plural(events, "event")} and ${plural(texts, "text")}, each under its hash; what they say follows.`;
}

function broken(path: string, faults: readonly LogFault[]): string {
  const lines = faults.map(({ place, what }) => `  ${place} ${oneLine(what, 300)}`);
  const more = faults.length === MOST_FAULTS ? [`  and perhaps more: the first ${MOST_FAULTS} are shown`] : [];
  return [`${path} cannot be believed:`, ...lines, ...more].join("\n");
}

function take(faults: Iterable<LogFault>, most: number): LogFault[] {
  const taken: LogFault[] = [];
  for (const fault of faults) if (taken.push(fault) === most) break;
  return taken;
}

function count(items: Iterable<unknown>): number {
  let total = 0;
  for (const _ of items) total++;
  return total;
}
