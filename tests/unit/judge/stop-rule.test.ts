import { describe, expect, test } from "vitest";
import type { TestcaseJudgement } from "../../../src/domain/judgement.ts";
import { runAll, stopAtFirstFailure, stopLostSubtasks } from "../../../src/judge/stop-rule.ts";

const SUBTASKS = [
  { id: "small", maxScore: 30, testcaseIds: ["1", "2"] },
  { id: "full", maxScore: 70, testcaseIds: ["1", "2", "3", "4"] },
];

function judged(id: string, verdict: "AC" | "PAC" | "WA"): TestcaseJudgement {
  const score = { AC: 1, PAC: 0.5, WA: 0 }[verdict];
  return {
    ...{ id, verdict, score, message: "", check: { verdict, score, message: "" }, borderline: false },
    ...{ outcome: { kind: "exited", exitCode: 0 }, cpuMs: 1, wallMs: 1, peakMemoryBytes: 1 },
  };
}

function skipped(rule: typeof runAll, soFar: readonly TestcaseJudgement[]): string[] {
  return ["1", "2", "3", "4"].filter(rule(soFar));
}

test("all testcases are run where nothing stops", () => {
  expect(skipped(runAll, [judged("1", "WA")])).toEqual([]);
});

test("the first failure ends it, a partial score is one", () => {
  expect(skipped(stopAtFirstFailure, [judged("1", "AC")])).toEqual([]);
  expect(skipped(stopAtFirstFailure, [judged("1", "AC"), judged("2", "PAC")])).toEqual(["1", "2", "3", "4"]);
});

describe("a subtask is over at its first zero", () => {
  const rule = stopLostSubtasks(SUBTASKS);

  test("testcases of it alone are left out, those that another subtask needs are not", () => {
    expect(skipped(rule, [judged("3", "WA")])).toEqual(["3", "4"]);
  });

  test("a zero in a shared testcase ends both", () => {
    expect(skipped(rule, [judged("1", "WA")])).toEqual(["1", "2", "3", "4"]);
  });

  test("a partial score ends nothing", () => {
    expect(skipped(rule, [judged("1", "PAC")])).toEqual([]);
  });

  test("a testcase of no subtask is never left out", () => {
    expect(rule([judged("1", "WA")])("5")).toBe(false);
  });
});
