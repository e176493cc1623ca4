import { readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { beforeEach, describe, expect, test } from "vitest";
import { UsageError } from "../../../src/domain/errors.ts";
import { RUN_FORMAT_VERSION } from "../../../src/run-log/event.ts";
import { RunFile } from "../../../src/run-log/run-file.ts";
import { tickingClock } from "../../support/fixed-clock.ts";
import { modelAnswered, runStarted } from "../../support/run-events.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

let path: string;

beforeEach(() => {
  path = join(temporaryFolder(), "run.sqlite");
});

describe("a chain that was tampered with is refused with the place", () => {
  test.each([
    ["a byte of a body", "UPDATE event SET body = replace(body, '1000', '1001') WHERE sequence = 3", 3],
    ["a blank in a body", "UPDATE event SET body = body || ' ' WHERE sequence = 3", 3],
    ["a time", "UPDATE event SET at_ms = at_ms + 1 WHERE sequence = 2", 2],
    ["a hash", "UPDATE event SET hash = replace(hash, substr(hash, 1, 1), 'x') WHERE sequence = 4", 4],
    ["a dropped event", "DELETE FROM event WHERE sequence = 2", 2],
    ["a dropped first event", "DELETE FROM event WHERE sequence = 1", 1],
    [
      "a dropped event with the numbers closed up",
      "DELETE FROM event WHERE sequence = 2; UPDATE event SET sequence = sequence - 1 WHERE sequence > 2",
      2,
    ],
    [
      "two swapped events",
      "UPDATE event SET sequence = 99 WHERE sequence = 2; UPDATE event SET sequence = 2 WHERE sequence = 3; UPDATE event SET sequence = 3 WHERE sequence = 99",
      2,
    ],
    ["an added event", "INSERT INTO event SELECT part, 6, at_ms, body, hash FROM event WHERE sequence = 5", 6],
    [
      "an added event with a gap",
      "INSERT INTO event SELECT part, 9, at_ms, body, hash FROM event WHERE sequence = 5",
      6,
    ],
    ["an event moved to the truth", "UPDATE event SET part = 'truth', sequence = 1 WHERE sequence = 5", 1],
  ])("%s", (_, sql, place) => {
    writeRun();
    change(sql);
    using file = RunFile.openToRead(path);
    expect(() => [...file.events()]).toThrow(UsageError);
    expect(() => [...file.events()]).toThrow(
      new RegExp(`event ${place} of part "(run|truth)" was changed after it was written`),
    );
  });

  test("what stands before the place is still given", () => {
    writeRun();
    change("UPDATE event SET body = '{}' WHERE sequence = 4");
    using file = RunFile.openToRead(path);
    const sequences: number[] = [];
    expect(() => {
      for (const { sequence } of file.events()) sequences.push(sequence);
    }).toThrow("event 4");
    expect(sequences).toEqual([1, 2, 3]);
  });
});

describe("a file of another kind is refused", () => {
  test("of a newer version, with both versions named", () => {
    writeRun();
    change(`PRAGMA user_version = ${RUN_FORMAT_VERSION + 1}`);
    for (const open of [RunFile.openToRead, RunFile.openToResume]) {
      expect(() => open(path)).toThrow(UsageError);
      expect(() => open(path)).toThrow(
        `${path} has run format ${RUN_FORMAT_VERSION + 1}, this medalist reads format ${RUN_FORMAT_VERSION}`,
      );
    }
  });

  test("that is no SQLite file", () => {
    writeFileSync(path, "This is a text, and long enough to be a header of something else altogether.\n".repeat(30));
    expectRefusal("cannot be opened as a run file: file is not a database");
  });

  test("that is empty", () => {
    writeFileSync(path, "");
    expectRefusal("cannot be opened as a run file");
  });

  test("that is a folder", () => {
    path = join(path, "..");
    expectRefusal("cannot be opened as a run file");
  });

  test("that is another program's SQLite file", () => {
    change("CREATE TABLE event (x); INSERT INTO event VALUES (1)");
    expectRefusal("cannot be opened as a run file: it is another program's SQLite file");
  });

  test.each([10, 100, 1000, 4096, 8192, -4096])("that was cut off (%i bytes)", (bytes) => {
    writeRun();
    const size = statSync(path).size;
    truncateSync(path, bytes < 0 ? size + bytes : bytes);
    expectRefusal("cannot be opened as a run file");
  });

  test("whose pages were overwritten", () => {
    writeRun();
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.fill(0xff, 4096, 8192));
    expectRefusal("cannot be opened as a run file");
  });
});

function expectRefusal(message: string): void {
  for (const open of [RunFile.openToRead, RunFile.openToResume]) {
    expect(() => open(path)).toThrow(UsageError);
    expect(() => open(path)).toThrow(`${path} ${message}`);
  }
}

function writeRun(): void {
  using file = RunFile.create(path, tickingClock());
  file.append(runStarted());
  for (let sample = 0; sample < 4; sample++) file.append(modelAnswered(sample));
  file.keep("a text");
}

function change(sql: string): void {
  const database = new Database(path);
  database.exec(sql);
  database.close();
}
