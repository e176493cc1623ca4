import { fileURLToPath } from "node:url";
import { beforeEach, expect, test } from "vitest";
import { jsonLines, takeJsonLines } from "../../../src/run-log/jsonl.ts";
import { RunFile } from "../../../src/run-log/run-file.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const EXAMPLE = fileURLToPath(new URL("../../../submissions/example.sqlite", import.meta.url));

let lines: string[];
beforeEach(() => {
  using run = RunFile.openToRead(EXAMPLE);
  lines = [...jsonLines(run)];
});

async function imported(from: readonly string[]): Promise<string[]> {
  async function* each() {
    yield* from;
  }
  using run = RunFile.create(`${temporaryFolder()}/a.sqlite`);
  await takeJsonLines(each(), run, "run.jsonl");
  return [...jsonLines(run)];
}

test("a run that was taken from lines gives the same lines", async () => {
  expect(await imported(lines)).toEqual(lines);
});

test.each([
  ["changed", () => lines.with(6, (lines[6] ?? "").replace(/"wallMs":(\d)/, '"wallMs":9$1')), 7],
  ["left out", () => lines.toSpliced(6, 1), 7],
  ["there twice", () => lines.toSpliced(6, 0, lines[5] ?? ""), 7],
  ["exchanged with the next", () => lines.toSpliced(5, 2, lines[6] ?? "", lines[5] ?? ""), 6],
  ["cut short", () => lines.with(6, (lines[6] ?? "").slice(0, 50)), 7],
  ["of a text changed", () => lines.with(-1, (lines.at(-1) ?? "").replace(/"}$/, '!"}')), undefined],
])("a line %s is refused with its place", async (_, change, place) => {
  const changed = change();
  expect(changed).not.toEqual(lines);
  await expect(imported(changed)).rejects.toThrow(`run.jsonl:${place ?? changed.length}: `);
});

test("nothing at all is no run", async () => {
  await expect(imported([])).rejects.toThrow("run.jsonl is empty");
});
