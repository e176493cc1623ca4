import { describe, expect, test } from "vitest";
import { combinedScore, combiningOf, scoresWith, subtasksAddUp } from "../../../src/domain/combining.ts";
import type { ScoringRule, TestGroup } from "../../../src/domain/scoring-rule.ts";

const earned = (...scores: number[]) => ({
  score: scores.reduce((total, score) => total + score, 0),
  subtasks: scores.map((score, index) => ({ id: `s${index}`, score, maxScore: 60 })),
});
const SUBMISSIONS = [earned(40, 0), earned(0, 60), earned(20, 40)];

describe("submissions to one problem", () => {
  test("come to the best of each subtask, or to the best of them", () => {
    expect(combinedScore(SUBMISSIONS, "subtasks")).toBe(100);
    expect(combinedScore(SUBMISSIONS, "submission")).toBe(60);
    expect(combinedScore([], "submission")).toBe(0);
  });

  test("one after the other; one that is not judged adds nothing", () => {
    const submissions = [SUBMISSIONS[0], undefined, ...SUBMISSIONS.slice(1)];
    expect(scoresWith(submissions, "subtasks")).toEqual([40, 40, 100, 100]);
    expect(scoresWith(submissions, "submission")).toEqual([40, 40, 60, 60]);
  });

  test("subtasks count by themselves where rules and package both have it", () => {
    expect(combiningOf("subtasks", true)).toBe("subtasks");
    expect(combiningOf("subtasks", false)).toBe("submission");
    expect(combiningOf("submission", true)).toBe("submission");
  });
});

describe("whether subtasks add up", () => {
  const subtasks = [
    { id: "secret/1", maxScore: 40, testcaseIds: [] },
    { id: "secret/2", maxScore: 60, testcaseIds: [] },
  ];
  const problem = (scoring: ScoringRule, maxScore = 100) => subtasksAddUp({ scoring, subtasks, maxScore });
  const bySubtasks = (aggregation: "sum" | "min" | "all") =>
    problem({ kind: "subtasks", aggregation, precision: undefined });
  const groups = (root: Partial<TestGroup>, secret: Partial<TestGroup>, parts: Partial<TestGroup> = {}) => {
    const items = ["secret/1", "secret/2"].map((id) => group(id, { scoreMode: "min", ...parts }));
    return problem({
      kind: "groups",
      root: group("", { ...root, items: [group("secret", { ...secret, items })] }),
      objective: "max",
    });
  };

  test("as a modern package says", () => {
    expect(bySubtasks("sum")).toBe(true);
    expect(bySubtasks("min")).toBe(false);
    expect(bySubtasks("all")).toBe(false);
  });

  test("in a legacy package, where the groups above them give their sum whatever fails", () => {
    expect(groups({}, { acceptsIfAnyAccepted: true })).toBe(true);
    expect(groups({}, { verdictMode: "always-accept" })).toBe(true);
    // The first subtask that fails takes all points.
    expect(groups({}, {})).toBe(false);
    expect(groups({}, { acceptsIfAnyAccepted: true, scoreMode: "max" })).toBe(false);
    expect(groups({}, { acceptsIfAnyAccepted: true, scoreMode: "avg" })).toBe(false);
  });

  test("not where a subtask gives something though it fails, or more is given than they have", () => {
    expect(groups({}, { acceptsIfAnyAccepted: true }, { scoreMode: "sum" })).toBe(false);
    const lenient = { acceptsIfAnyAccepted: true };
    const root = group("", { ...lenient, items: [group("sample", {}), group("secret", lenient)] });
    expect(problem({ kind: "groups", root, objective: "max" }, 101)).toBe(false);
  });
});

function group(id: string, parts: Partial<TestGroup>): TestGroup {
  return {
    ...{ id, items: [], onReject: "continue", verdictMode: "worst-error", scoreMode: "sum", ignoresSample: false },
    ...{ acceptsIfAnyAccepted: false, acceptScore: 0, rejectScore: 0, range: [0, 100], grader: undefined },
    ...parts,
  };
}
