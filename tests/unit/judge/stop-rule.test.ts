import { describe, expect, test } from "vitest";
import type { TestcaseJudgement } from "../../../src/domain/judgement.ts";
import type { TestGroup } from "../../../src/domain/scoring-rule.ts";
import { runAll, stopAsPackaged, stopAtFirstFailure, stopLostSubtasks } from "../../../src/judge/stop-rule.ts";

const SUBTASKS = [
  { id: "small", maxScore: 30, testcaseIds: ["1", "2"] },
  { id: "full", maxScore: 70, testcaseIds: ["1", "2", "3", "4"] },
];

const SUMMED = { kind: "subtasks", aggregation: "sum", precision: undefined } as const;

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
  const rule = stopLostSubtasks({ subtasks: SUBTASKS, scoring: SUMMED });

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

test("a subtask that sums keeps all its testcases alive, and those that it requires do not matter", () => {
  const subtasks = [
    { id: "each", maxScore: 30, testcaseIds: ["1", "2"], aggregation: "sum" as const },
    { id: "full", maxScore: 70, testcaseIds: ["2", "3", "4"] },
  ];
  const rule = stopLostSubtasks({ subtasks, scoring: SUMMED });
  expect(skipped(rule, [judged("2", "WA")])).toEqual(["3", "4"]);
});

describe("what the legacy Kattis format leaves out", () => {
  const inner = (id: string, items: string[], changes: Partial<TestGroup> = {}): TestGroup => ({
    ...{ id, items, onReject: "break", verdictMode: "worst-error", scoreMode: "sum", ignoresSample: false },
    ...{ acceptsIfAnyAccepted: false, acceptScore: 1, rejectScore: 0, range: [0, 1], grader: undefined },
    ...changes,
  });
  const ruleOf = (onReject: "break" | "continue", changes: Partial<TestGroup> = {}) => {
    const items = [inner("a", ["1", "2"], changes), inner("b", ["3", "4"])];
    return stopAsPackaged({
      scoring: { kind: "groups", root: { ...inner("", []), items, onReject }, objective: "max" },
    });
  };

  test("a rejected testcase breaks its group and the groups around it", () => {
    expect(skipped(ruleOf("break"), [judged("1", "WA")])).toEqual(["2", "3", "4"]);
  });

  test("a group that goes on keeps the groups after a broken one", () => {
    expect(skipped(ruleOf("continue"), [judged("1", "WA")])).toEqual(["2"]);
  });

  test("a group that accepts all the same breaks nothing around it", () => {
    expect(skipped(ruleOf("break", { verdictMode: "always-accept" }), [judged("1", "WA")])).toEqual(["2"]);
  });

  test("nothing is left out by an accepted testcase", () => {
    expect(skipped(ruleOf("break"), [judged("1", "AC"), judged("2", "PAC")])).toEqual([]);
  });

  test("other formats have all testcases judged", () => {
    expect(skipped(stopAsPackaged({ scoring: SUMMED }), [judged("1", "WA")])).toEqual([]);
  });
});
