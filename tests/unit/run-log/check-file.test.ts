import { copyFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { faultsOfEvents } from "../../../src/run-log/check-events.ts";
import { faultsOfFile, missingTexts } from "../../../src/run-log/check-file.ts";
import type { LoggedEvent, RunEvent } from "../../../src/run-log/event.ts";
import { RunFile } from "../../../src/run-log/run-file.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const EXAMPLE = fileURLToPath(new URL("../../../submissions/example.sqlite", import.meta.url));

function edited(sql: string): RunFile {
  const path = `${temporaryFolder()}/a.sqlite`;
  copyFileSync(EXAMPLE, path);
  const database = new Database(path);
  database.exec(sql);
  database.close();
  return RunFile.openToRead(path);
}

test("the shipped example has no fault", () => {
  using run = RunFile.openToRead(EXAMPLE);
  expect([...faultsOfFile(run), ...missingTexts(run), ...faultsOfEvents(run.events())]).toEqual([]);
});

test.each([
  [
    "one byte changed",
    `UPDATE event SET body = substr(body, 1, 20) || '#' || substr(body, 22) WHERE part = 'run' AND sequence = 5`,
  ],
  ["an event dropped", "DELETE FROM event WHERE part = 'run' AND sequence = 5"],
  [
    "two exchanged",
    "UPDATE event SET sequence = -sequence WHERE part = 'run' AND sequence IN (5, 6); UPDATE event SET sequence = 11 + sequence WHERE sequence < 0",
  ],
  [
    "one added between",
    "UPDATE event SET sequence = sequence + 1000 WHERE part = 'run' AND sequence >= 5; UPDATE event SET sequence = sequence - 999 WHERE sequence >= 1000; INSERT INTO event SELECT part, 5, at_ms, body, hash FROM event WHERE part = 'run' AND sequence = 4",
  ],
  ["its time changed", "UPDATE event SET at_ms = at_ms + 1 WHERE part = 'run' AND sequence = 5"],
])("with %s a file is refused at this place", (_, sql) => {
  using run = edited(sql);
  expect([...faultsOfFile(run)]).toMatchObject([{ place: 'event 5 of part "run"' }]);
});

test("one added at the end is refused, in the part that only reports read as well", () => {
  using run = edited(
    "INSERT INTO event SELECT part, sequence + 1, at_ms, body, hash FROM event WHERE part = 'truth' ORDER BY sequence DESC LIMIT 1",
  );
  expect([...faultsOfFile(run)]).toMatchObject([{ what: expect.stringContaining("hash chain breaks") }]);
});

test("a text that is not what it was is named, and one that is missing by who names it", () => {
  {
    using run = edited("UPDATE blob SET bytes = x'00' WHERE sha256 = (SELECT min(sha256) FROM blob)");
    expect([...faultsOfFile(run)]).toMatchObject([{ what: "is not what was kept under this hash" }]);
  }
  using run = edited("DELETE FROM blob WHERE sha256 = (SELECT min(sha256) FROM blob)");
  expect([...faultsOfFile(run)]).toEqual([]);
  expect([...missingTexts(run)]).toMatchObject([{ what: expect.stringContaining("which is not in the file") }]);
});

test("what does not follow from the events before is a fault, however well it is hashed", () => {
  using run = RunFile.openToRead(EXAMPLE);
  const events = [...run.events()];
  const faultsWith = (change: (event: RunEvent) => RunEvent | undefined) =>
    [
      ...faultsOfEvents(
        events.flatMap((logged): LoggedEvent[] => {
          const event = change(logged.event);
          return event ? [{ ...logged, event }] : [];
        }),
      ),
    ].map(({ what }) => what);
  expect(
    faultsWith((event) => (event.type === "submission-made" ? { ...event, number: event.number + 1 } : event))[0],
  ).toBe("is submission 2, expected was 1");
  expect(faultsWith((event) => (event.type === "submission-made" ? undefined : event))[0]).toContain("nobody has made");
  expect(faultsWith((event) => (event.type === "run-started" ? { ...event, submissionLimit: 0 } : event))[0]).toBe(
    "is submission 1 of 0 allowed",
  );
  expect(
    faultsWith((event) =>
      event.type === "submission-judged" ? { ...event, judgement: { ...event.judgement, score: 1000 } } : event,
    )[0],
  ).toContain("gives 1000 of 100 points");
});
