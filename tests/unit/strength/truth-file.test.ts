import { appendFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Program } from "../../../src/domain/program.ts";
import type { MutantTruth } from "../../../src/domain/test-strength.ts";
import { TruthFile } from "../../../src/strength/truth-file.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const program: Program = { language: "cpp20", source: "int main() {}\n" };
const wrong: MutantTruth = {
  ...{ verdict: "WA", score: 0, maxScore: 100, subtasks: [{ id: "all", score: 0 }] },
  firstFailure: { testcase: "secret/1", verdict: "WA", message: 'expected "3"\ngot "4"' },
};
const right: MutantTruth = { ...wrong, verdict: "AC", score: 12.5, maxScore: Infinity, firstFailure: undefined };

test("what was kept is known, then and when the file is opened again", async () => {
  const path = join(temporaryFolder(), "deep", "truth.jsonl");
  const file = await TruthFile.open(path, "p");
  expect(file.judged(program)).toBeUndefined();
  await Promise.all([file.keepJudged(program, wrong), file.keepJudged({ ...program, source: "other" }, right)]);
  for (const known of [file, await TruthFile.open(path, "p")]) {
    expect(known.judged(program)).toMatchObject(wrong);
    expect(known.judged({ ...program, source: "other" })).toMatchObject(right);
  }
  expect(readFileSync(path, "utf8").trimEnd().split("\n")).toHaveLength(2);
});

test("another package, language or source is another matter", async () => {
  const path = join(temporaryFolder(), "truth.jsonl");
  await (await TruthFile.open(path, "p")).keepJudged(program, wrong);
  expect((await TruthFile.open(path, "q")).judged(program)).toBeUndefined();
  const file = await TruthFile.open(path, "p");
  expect(file.judged({ ...program, language: "cpp17" })).toBeUndefined();
  expect(file.judged({ ...program, source: "int main() { }\n" })).toBeUndefined();
});

test("a comparison is of one origin on one set of inputs", async () => {
  const path = join(temporaryFolder(), "truth.jsonl");
  const comparison = { origin: { ...program, source: "origin" }, inputSet: "i" };
  await (await TruthFile.open(path, "p")).keepCompared(program, comparison, { inputs: 100, differing: 3 });
  const file = await TruthFile.open(path, "p");
  expect(file.compared(program, comparison)).toMatchObject({ inputs: 100, differing: 3 });
  expect(file.compared(program, { ...comparison, inputSet: "j" })).toBeUndefined();
  expect(file.compared(program, { ...comparison, origin: program })).toBeUndefined();
  expect(file.judged(program)).toBeUndefined();
});

test("what a killed process left of a line is cut off, and the next fact is whole", async () => {
  const path = join(temporaryFolder(), "truth.jsonl");
  await (await TruthFile.open(path, "p")).keepJudged(program, wrong);
  const whole = readFileSync(path, "utf8");
  appendFileSync(path, whole.slice(0, 40));
  const file = await TruthFile.open(path, "p");
  expect(readFileSync(path, "utf8")).toBe(whole);
  await file.keepJudged({ ...program, source: "other" }, right);
  expect((await TruthFile.open(path, "p")).judged({ ...program, source: "other" })).toMatchObject(right);
});

test.each(["{}", "no JSON", '{"type":"judged","verdict":"OK"}'])("a line %s is named, with its place", async (line) => {
  const path = join(temporaryFolder(), "truth.jsonl");
  await (await TruthFile.open(path, "p")).keepJudged(program, wrong);
  appendFileSync(path, `${line}\n`);
  await expect(TruthFile.open(path, "p")).rejects.toThrow("truth.jsonl:2 is no fact about a program");
});
