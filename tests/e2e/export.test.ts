import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { expectMessage, WorkFolder } from "./support/command.ts";

const EXAMPLE = fileURLToPath(new URL("../../submissions/example.sqlite", import.meta.url));

let work: WorkFolder;
beforeEach(() => {
  work = new WorkFolder();
  writeFileSync(work.at("a.sqlite"), readFileSync(EXAMPLE));
});
afterEach(() => work[Symbol.dispose]());

const linesOf = (path: string) => readFileSync(path, "utf8").trimEnd().split("\n");

describe("a run as text", () => {
  test("comes back as the same run, with the same report", async () => {
    expect(await work.run(["export", "a.sqlite", "--to", "text"])).toMatchObject({ exitCode: 0 });
    expect(await work.run(["import", "text/run.jsonl", "b.sqlite"])).toMatchObject({ exitCode: 0 });
    const before = await work.run(["replay", "a.sqlite", "--json"]);
    const after = await work.run(["replay", "b.sqlite", "--json"]);
    expect(after.stdout.replaceAll("b.sqlite", "a.sqlite")).toBe(before.stdout);
    expect(await work.run(["replay", "b.sqlite", "--check"])).toMatchObject({ exitCode: 0 });
    expect(await work.run(["export", "b.sqlite", "--to", "again"])).toMatchObject({ exitCode: 0 });
    expect(readFileSync(work.at("again/run.jsonl"))).toEqual(readFileSync(work.at("text/run.jsonl")));
  });

  test("has a row for every candidate, submission and testcase", async () => {
    await work.run(["export", "a.sqlite", "--to", "text"]);
    const { pool, submissions } = JSON.parse((await work.run(["replay", "a.sqlite", "--json"])).stdout);
    const rows = (name: string) => linesOf(work.at("text", name));
    expect(rows("candidates.csv").length).toBe(1 + pool.programs);
    expect(rows("submissions.csv").length).toBe(1 + submissions.length);
    expect(rows("testcases.csv").length).toBeGreaterThan(100);
  });

  test("is not written into a folder that holds something, nor over a run file", async () => {
    expectMessage(await work.run(["export", "a.sqlite", "--to", "."]), 2, "it is not empty");
    await work.run(["export", "a.sqlite", "--to", "text"]);
    expectMessage(await work.run(["import", "text/run.jsonl", "a.sqlite"]), 2, "a.sqlite exists already");
  });

  test("with a line changed is refused with its place, and leaves no file", async () => {
    await work.run(["export", "a.sqlite", "--to", "text"]);
    const lines = linesOf(work.at("text/run.jsonl"));
    writeFileSync(work.at("changed.jsonl"), lines.toSpliced(6, 1).join("\n"));
    expectMessage(await work.run(["import", "changed.jsonl", "b.sqlite"]), 2, "changed.jsonl:7: event 6 of part");
    expect(readdirSync(work.path).filter((name) => name.startsWith("b.sqlite"))).toEqual([]);
  });

  test("that is something else is a mistake", async () => {
    writeFileSync(work.at("other.jsonl"), '{"a":1}\n');
    expectMessage(await work.run(["import", "other.jsonl", "b.sqlite"]), 2, "other.jsonl:1: expected");
    expectMessage(await work.run(["import", "none.jsonl", "b.sqlite"]), 2, "none.jsonl cannot be read");
    expectMessage(await work.run(["import", ".", "b.sqlite"]), 2, "is a folder");
  });
});

test("replay --check says whether a file is as it was written, and else where not", async () => {
  const checked = await work.run(["replay", "a.sqlite", "--check"]);
  expect(checked).toMatchObject({ exitCode: 0, stderr: "" });
  expect(checked.stdout).toContain("a.sqlite is as it was written");
  const database = new Database(work.at("a.sqlite"));
  database.exec("DELETE FROM event WHERE part = 'run' AND sequence = 5");
  database.close();
  const refused = await work.run(["replay", "a.sqlite", "--check", "--json"]);
  expect(refused.exitCode).toBe(1);
  expect(JSON.parse(refused.stdout)).toMatchObject({ ok: false, faults: [{ place: 'event 5 of part "run"' }] });
});
