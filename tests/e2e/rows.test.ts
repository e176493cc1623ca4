import { writeFileSync } from "node:fs";
import { deflateSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { expectMessage, WorkFolder } from "./support/command.ts";
import { answer, RIGHT, SMALL_ONLY, writeFiles, writePool } from "./support/doubling.ts";

let work: WorkFolder;
beforeEach(() => {
  work = new WorkFolder();
});
afterEach(() => work[Symbol.dispose]());

const rows = (name: string, ...values: readonly object[]) =>
  writeFileSync(work.at(name), values.map((value) => `${JSON.stringify(value)}\n`).join(""));

/** A row of LiveCodeBench as the data set has it, with the secret tests packed as they can be read without a pickle. */
function liveCodeBenchRow(changes: object = {}): object {
  const test = (input: string, output: string) => ({ input, output, testtype: "stdin" });
  const secret = JSON.stringify([test("50\n", "100\n"), test("5000\n", "10000\n")]);
  return {
    question_title: "Double It",
    question_content: "Print twice the number.\n\n**Constraints**\n\n* $1 \\leq n \\leq 10^5$",
    ...{ platform: "atcoder", question_id: "abc399_a", contest_id: "abc399", contest_date: "2025-03-29T00:00:00" },
    ...{ starter_code: "", difficulty: "easy", metadata: '{"func_name": null}' },
    public_test_cases: JSON.stringify([test("2\n", "4\n"), test("3\n", "6\n")]),
    private_test_cases: deflateSync(secret).toString("base64"),
    ...changes,
  };
}

test("a row of LiveCodeBench is judged, solved, and has nothing to verify it by", async () => {
  const functional = { question_id: "3000", public_test_cases: '[{"input":"1","output":"2","testtype":"functional"}]' };
  rows("lcb.jsonl", liveCodeBenchRow(functional), liveCodeBenchRow());
  writeFiles(work.path, { "right.py": RIGHT, "small.py": SMALL_ONLY });
  const judged = await work.run(["judge", "lcb.jsonl#abc399_a", "right.py", "small.py", "--json"]);
  expect(judged.exitCode, judged.stderr).toBe(1);
  expect(JSON.parse(judged.stdout)).toMatchObject([
    { problem: "abc399_a", verdict: "AC", score: 100 },
    { verdict: "WA", score: 0 },
  ]);
  const model = `recorded:${writePool(work.at("pool"), [SMALL_ONLY, RIGHT].map(answer))}`;
  const solved = await work.run(["solve", "lcb.jsonl#abc399_a", "--model", model, "--submissions", "2", "--json"]);
  expect(solved.exitCode, solved.stderr).toBe(0);
  expect(JSON.parse(solved.stdout)).toMatchObject({ score: 100, maxScore: 100 });
  const verified = await work.run(["verify", "lcb.jsonl#abc399_a"]);
  expect(verified.exitCode).toBe(1);
  expect(verified.stdout).toContain("no accepted submission could be judged");
  const refused = await work.run(["judge", "lcb.jsonl#3000", "right.py"]);
  expectMessage(refused, 2, "functional tests are not judged here, only stdin");
});

const GRADER = `#include "sums.h"
#include <cstdio>

int main() {
  int a, b;
  if (scanf("%d %d", &a, &b) != 2) return 1;
  printf("%d\\n", sum(a, b));
}
`;

/** Two subtasks of a task, and its tests in a file of their own. */
function writeIoi(): void {
  const common = {
    ...{ year: 2024, day: "day1", id: "sums", name: "Sums", problem: "Implement `sum`.", task_type: "Batch" },
    ...{ score_precision: 2, time_limit: 1, memory_limit: 268_435_456, starting_code: "", examples: [] },
    grader_files: [
      ["graders/grader.cpp", GRADER],
      ["graders/sums.h", "int sum(int a, int b);\n"],
    ],
  };
  rows(
    "ioi.jsonl",
    { ...common, subtask: "00-samples", score: 0, test_names: ["0-01"] },
    { ...common, subtask: "01-small", score: 30, test_names: ["0-01", "1-01"] },
    { ...common, subtask: "02-full", score: 70, test_names: ["0-01", "1-01", "2-01"] },
  );
  const secret = (test_name: string, test_input: string, test_output: string) => {
    return { year: 2024, problem_id: "sums", test_name, test_input, test_output };
  };
  rows(
    "ioi.tests.jsonl",
    secret("0-01", "1 2\n", "3\n"),
    secret("1-01", "40 2\n", "42\n"),
    secret("2-01", "1000000 -1\n", "999999\n"),
  );
}

test("rows of a task of the IOI are one problem with its subtasks", async () => {
  writeIoi();
  writeFiles(work.path, {
    "all.cpp": '#include "sums.h"\n\nint sum(int a, int b) { return a + b; }\n',
    "small.cpp": '#include "sums.h"\n\nint sum(int a, int b) { return b < 0 ? 0 : a + b; }\n',
  });
  const { exitCode, stdout, stderr } = await work.run(["judge", "ioi.jsonl#sums", "all.cpp", "small.cpp", "--json"]);
  expect(exitCode, stderr).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject([
    { problem: "sums", verdict: "AC", score: 100, maxScore: 100 },
    {
      ...{ verdict: "PAC", score: 30 },
      subtasks: [
        { id: "00-samples", score: 0 },
        { id: "01-small", score: 30, maxScore: 30 },
        { id: "02-full", score: 0, maxScore: 70 },
      ],
    },
  ]);
});
