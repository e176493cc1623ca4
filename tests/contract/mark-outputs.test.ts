import { afterAll, beforeAll, expect, test } from "vitest";
import type { Program } from "../../src/domain/program.ts";
import { markOutputs } from "../../src/judge/mark-outputs.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { openTestSandbox, type TestSandbox } from "./open-test-sandbox.ts";
import { judgeDeps, keptCompileCache, sumProblem } from "./tiny-problem.ts";

let testSandbox: TestSandbox;
beforeAll(async () => {
  testSandbox = await openTestSandbox(1);
});
afterAll(() => testSandbox[Symbol.asyncDispose]());

const INPUTS = Array.from({ length: 12 }, (_, index) => `${index} 1\n`);

async function marksOf(source: string): Promise<readonly string[]> {
  const { problem, testcases } = await sumProblem(temporaryFolder(), INPUTS, { timeLimitMs: 200 });
  const program: Program = { language: "python3", source };
  const deps = judgeDeps(testSandbox.sandbox, testSandbox.imageId, keptCompileCache());
  return (await markOutputs(problem, program, testcases, deps)).marks;
}

test("a program that runs out of time on each of the first eight inputs is not run on the others", async () => {
  const marks = await marksOf("while True:\n    pass\n");
  expect(marks).toEqual([...Array<string>(8).fill("TLE"), ...Array<string>(4).fill("not run")]);
});

test("one that runs out of time on most of them, or fails in another way, is run on all", async () => {
  const marks = await marksOf("a, b = map(int, input().split())\nwhile a != 3:\n    pass\nprint(a + b)\n");
  expect(marks.map((mark) => (mark === "TLE" ? mark : "output"))).toEqual(
    INPUTS.map((_, index) => (index === 3 ? "output" : "TLE")),
  );
  expect(await marksOf("import os\nos.abort()\n")).toEqual(INPUTS.map(() => "RTE"));
});
