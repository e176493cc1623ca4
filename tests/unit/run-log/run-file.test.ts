import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { beforeEach, describe, expect, test } from "vitest";
import { UsageError } from "../../../src/domain/errors.ts";
import { sha256Of } from "../../../src/domain/sha256.ts";
import type { LoggedEvent, RunEvent } from "../../../src/run-log/event.ts";
import { RunFile } from "../../../src/run-log/run-file.ts";
import { TEST_START_MS, tickingClock } from "../../support/fixed-clock.ts";
import { candidateExtracted, candidateTested, modelAnswered, PROBLEM, runStarted } from "../../support/run-events.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const EVENTS: readonly RunEvent[] = [
  runStarted(),
  modelAnswered(0),
  candidateExtracted(0),
  candidateTested(0, "passes"),
  { type: "judge-failed", problem: PROBLEM, program: "c0001", during: "pool", message: "the truth's own part" },
  { type: "run-interrupted", reason: "solved é" },
];

let folder: string;
let path: string;

beforeEach(() => {
  folder = temporaryFolder();
  path = join(folder, "run.sqlite");
});

describe("events", () => {
  test("come back as they were appended, the run's before the truth's, each part numbered and timed", () => {
    writeRun();
    using file = RunFile.openToRead(path);
    const events = [...file.events()];
    expect(events.map(({ event }) => event.type)).toEqual([
      "run-started",
      "model-answered",
      "candidate-extracted",
      "candidate-tested",
      "run-interrupted",
      "judge-failed",
    ]);
    expect(events.map(({ part, sequence }) => `${part} ${sequence}`)).toEqual([
      "run 1",
      "run 2",
      "run 3",
      "run 4",
      "run 5",
      "truth 1",
    ]);
    expect(events.map(({ atMs }) => (atMs - TEST_START_MS) / 1000)).toEqual([0, 1, 2, 3, 5, 4]);
    expect(new Set(events.map(({ event }) => event))).toEqual(new Set(EVENTS));
  });

  test("are told to listeners just as the file has them", () => {
    const live: LoggedEvent[] = [];
    using file = RunFile.create(path, tickingClock());
    file.onAppend((event) => live.push(event));
    for (const event of EVENTS) file.append(event);
    const inParts = [...live].sort((a, b) => (a.part < b.part ? -1 : a.part > b.part ? 1 : a.sequence - b.sequence));
    expect([...file.events()]).toEqual(inParts);
  });

  test("can be read by another while the run is being written", () => {
    using writer = RunFile.create(path, tickingClock());
    writer.append(runStarted());
    using reader = RunFile.openToRead(path);
    expect([...reader.events()]).toHaveLength(1);
    writer.append(modelAnswered(0));
    expect([...reader.events()]).toHaveLength(2);
  });

  test("go on where they ended, in one chain", () => {
    writeRun();
    {
      using file = RunFile.openToResume(path, tickingClock());
      file.append({ type: "run-resumed" });
      file.append({ type: "judge-failed", problem: PROBLEM, program: "c0001", during: "pool", message: "again" });
    }
    using file = RunFile.openToRead(path);
    const ends = [...file.events()].filter(
      ({ event }) => event.type === "run-resumed" || event.type === "judge-failed",
    );
    expect(ends.map(({ part, sequence }) => `${part} ${sequence}`)).toEqual(["run 6", "truth 1", "truth 2"]);
  });

  test("the same events at the same times make the same chain", () => {
    const heads = ["a", "b"].map((name) => {
      const own = join(folder, name);
      using file = RunFile.create(own, tickingClock());
      for (const event of EVENTS) file.append(event);
      return hashesIn(own);
    });
    expect(heads[0]).toEqual(heads[1]);
  });
});

describe("texts", () => {
  test("are kept once each, under the hash of their content, compressed", () => {
    const text = "int main() { return 0; }\n".repeat(1000);
    using file = RunFile.create(path);
    expect(file.keep(text)).toBe(sha256Of(text));
    expect(file.keep(text)).toBe(sha256Of(text));
    const { count, bytes } = blobsIn(path);
    expect(count).toBe(1);
    expect(bytes).toBeLessThan(500);
    expect(file.text(sha256Of(text))).toBe(text);
  });

  test.each(["", "é\u0000\n", "\u{1f600}"])("%j comes back", (text) => {
    using file = RunFile.create(path);
    expect(file.text(file.keep(text))).toBe(text);
  });

  test("that are missing are named", () => {
    using file = RunFile.create(path);
    expect(() => file.text("00".repeat(32))).toThrow(`the text ${"00".repeat(32)} is missing or was changed`);
  });

  test.each([
    ["cut", "substr(bytes, 1, 5)"],
    ["overwritten", "x'00010203'"],
    ["empty", "x''"],
  ])("that are %s are refused as changed", (_, sql) => {
    let hash: string;
    {
      using file = RunFile.create(path);
      hash = file.keep("a text ".repeat(100));
    }
    change(`UPDATE blob SET bytes = ${sql}`);
    using file = RunFile.openToRead(path);
    expect(() => file.text(hash)).toThrow(UsageError);
    expect(() => file.text(hash)).toThrow(`the text ${hash} is missing or was changed`);
  });

  test("that were exchanged are refused as changed", () => {
    let hash: string;
    {
      using file = RunFile.create(path);
      hash = file.keep("one");
      file.keep("other");
    }
    change(`UPDATE blob SET bytes = (SELECT bytes FROM blob WHERE sha256 = '${sha256Of("other")}')`);
    using file = RunFile.openToRead(path);
    expect(() => file.text(hash)).toThrow("is missing or was changed");
  });
});

describe("the file", () => {
  test("is one file when it is closed, after writing, reading and resuming", () => {
    writeRun();
    expect(readdirSync(folder)).toEqual(["run.sqlite"]);
    {
      using file = RunFile.openToRead(path);
      expect([...file.events()]).toHaveLength(6);
    }
    expect(readdirSync(folder)).toEqual(["run.sqlite"]);
    {
      using _ = RunFile.openToResume(path);
    }
    expect(readdirSync(folder)).toEqual(["run.sqlite"]);
  });

  test("is one file too when somebody read it to the end of the run", () => {
    const writer = RunFile.create(path);
    writer.append(runStarted());
    const reader = RunFile.openToRead(path);
    expect([...reader.events()]).toHaveLength(1);
    writer.append(modelAnswered(0));
    reader[Symbol.dispose]();
    writer[Symbol.dispose]();
    expect(readdirSync(folder)).toEqual(["run.sqlite"]);
  });

  test("is closed while somebody still reads it, and both go on", () => {
    const writer = RunFile.create(path);
    writer.append(runStarted());
    using reader = RunFile.openToRead(path);
    const reading = reader.events();
    expect(reading.next().done).toBe(false);
    expect(() => writer[Symbol.dispose]()).not.toThrow();
    expect([...reader.events()]).toHaveLength(1);
  });

  test("is not written over", () => {
    writeFileSync(path, "mine");
    expect(() => RunFile.create(path)).toThrow(UsageError);
    expect(() => RunFile.create(path)).toThrow("exists already: add --resume to go on with it");
  });

  test("that is not there is named, and not made by looking", () => {
    expect(() => RunFile.openToRead(path)).toThrow(`there is no run file ${path}`);
    expect(() => RunFile.openToResume(path)).toThrow(`there is no run file ${path}`);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("in a folder that is not there is the user's mistake", () => {
    expect(() => RunFile.create(join(folder, "no", "run.sqlite"))).toThrow(UsageError);
  });
});

function writeRun(): void {
  using file = RunFile.create(path, tickingClock());
  for (const event of EVENTS) file.append(event);
}

function change(sql: string): void {
  const database = new Database(path);
  database.exec(sql);
  database.close();
}

function hashesIn(own: string): unknown[] {
  const database = new Database(own, { readonly: true });
  const rows = database.prepare("SELECT hash FROM event ORDER BY part, sequence").all();
  database.close();
  return rows;
}

function blobsIn(own: string): { count: number; bytes: number } {
  const database = new Database(own, { readonly: true });
  const row = database
    .prepare<[], { count: number; bytes: number }>("SELECT count(*) count, sum(length(bytes)) bytes FROM blob")
    .get();
  database.close();
  return row ?? { count: 0, bytes: 0 };
}
