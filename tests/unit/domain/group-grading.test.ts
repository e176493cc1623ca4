import { describe, expect, test } from "vitest";
import { type Grade, gradeGroup } from "../../../src/domain/group-grading.ts";
import { scoreProblem } from "../../../src/domain/scoring.ts";
import type { TestGroup } from "../../../src/domain/scoring-rule.ts";
import type { Verdict } from "../../../src/domain/verdict.ts";
import { aTestcaseJudgement } from "../../support/judgements.ts";

function group(id: string, items: TestGroup["items"], changes: Partial<TestGroup> = {}): TestGroup {
  return {
    ...{ id, items, onReject: "break", verdictMode: "worst-error", scoreMode: "sum", ignoresSample: false },
    ...{ acceptsIfAnyAccepted: false, acceptScore: 1, rejectScore: 0, range: [-Infinity, Infinity], grader: undefined },
    ...changes,
  };
}

function judged(verdicts: Readonly<Record<string, Verdict | number>>) {
  return new Map(
    Object.entries(verdicts).map(([id, ended]) => {
      const verdict = typeof ended === "number" ? "AC" : ended;
      const score = verdict === "AC" ? 1 : 0;
      const points = typeof ended === "number" ? { points: ended } : {};
      const check = score === 1 ? { verdict: "AC" as const, score, message: "", ...points } : undefined;
      return [id, aTestcaseJudgement({ id, verdict, score, check })];
    }),
  );
}

describe("the default grader", () => {
  test("sums the accept score of its testcases", () => {
    const grade = gradeGroup(group("g", ["1", "2"], { acceptScore: 15 }), judged({ 1: "AC", 2: "AC" }));
    expect(grade).toMatchObject({ verdict: "AC", score: 30 });
  });

  test("takes what the checker gave before the accept score", () => {
    const grade = gradeGroup(group("g", ["1", "2"], { acceptScore: 15 }), judged({ 1: 7.5, 2: "AC" }));
    expect(grade).toMatchObject({ verdict: "AC", score: 22.5 });
  });

  test.each([
    ["sum", 12],
    ["avg", 4],
    ["min", 1],
    ["max", 8],
  ] as const)("%s of 8, 1 and 3 is %d", (scoreMode, score) => {
    expect(gradeGroup(group("g", ["1", "2", "3"], { scoreMode }), judged({ 1: 8, 2: 1, 3: 3 }))).toMatchObject({
      score,
    });
  });

  test("breaks off at the first rejected testcase: the others do not count", () => {
    const grade = gradeGroup(group("g", ["1", "2", "3"]), judged({ 1: "AC", 2: "WA", 3: "RTE" }));
    expect(grade.verdict).toBe("WA");
    expect(grade.counted.map(({ id }) => id)).toEqual(["1", "2"]);
  });

  test("where it goes on, the worst error is the verdict, or the first", () => {
    const results = judged({ 1: "WA", 2: "TLE", 3: "RTE", 4: "AC" });
    const going = { onReject: "continue" } as const;
    expect(gradeGroup(group("g", ["1", "2", "3", "4"], going), results).verdict).toBe("RTE");
    expect(
      gradeGroup(group("g", ["1", "2", "3", "4"], { ...going, verdictMode: "first-error" }), results).verdict,
    ).toBe("WA");
  });

  test("always_accept and accept_if_any_accepted keep the score of what was accepted", () => {
    const results = judged({ 1: "WA", 2: 5 });
    const going = { onReject: "continue" } as const;
    expect(gradeGroup(group("g", ["1", "2"], { ...going, verdictMode: "always-accept" }), results)).toMatchObject({
      verdict: "AC",
      score: 5,
    });
    expect(gradeGroup(group("g", ["1", "2"], { ...going, acceptsIfAnyAccepted: true }), results).verdict).toBe("AC");
    expect(gradeGroup(group("g", ["1"], { ...going, acceptsIfAnyAccepted: true }), judged({ 1: "TLE" })).verdict).toBe(
      "TLE",
    );
  });

  test("the root may leave the samples out", () => {
    const root = group("", [group("sample", ["s"]), group("secret", ["1"])], {
      onReject: "continue",
      ignoresSample: true,
    });
    expect(gradeGroup(root, judged({ s: "WA", 1: 42 }))).toMatchObject({ verdict: "AC", score: 42 });
  });

  test("a judge error is the group's", () => {
    expect(gradeGroup(group("g", ["1"], { verdictMode: "always-accept" }), judged({ 1: "JE" })).verdict).toBe("JE");
  });

  test("a testcase that counts and was not judged is a bug, never an accepted group", () => {
    expect(() => gradeGroup(group("g", ["1", "2"]), judged({ 1: "AC" }))).toThrow("2 counts, but was not judged");
  });
});

describe("a grader of the package", () => {
  const grader = { program: { path: "graders/g.py", language: "python3", source: "" }, flags: [] } as const;
  const inner = group("secret/a", ["1"], { grader });
  const root = group("", [group("secret", [inner, "2"])]);

  test("is to be asked from the innermost group outwards, and then has the last word", () => {
    const results = judged({ 1: "AC", 2: "AC" });
    const [first] = gradeGroup(root, results).ungraded;
    expect(first).toMatchObject({ group: { id: "secret/a" }, results: [{ verdict: "AC", score: 1 }] });
    const said = new Map<string, Grade>([["secret/a", { verdict: "AC", score: 40 }]]);
    expect(gradeGroup(root, results, said)).toMatchObject({ verdict: "AC", score: 41, ungraded: [] });
  });

  test("that was not asked is a judge error", () => {
    expect(gradeGroup(root, judged({ 1: "AC", 2: "AC" })).verdict).toBe("JE");
  });
});

describe("a problem of groups", () => {
  const secret = group(
    "secret",
    [group("secret/a", ["1"], { acceptScore: 30 }), group("secret/b", ["2"], { acceptScore: 70 })],
    {
      onReject: "continue",
      verdictMode: "always-accept",
    },
  );
  const problem = {
    testcases: [],
    maxScore: 100,
    subtasks: [
      { id: "secret/a", maxScore: 30, testcaseIds: ["1"] },
      { id: "secret/b", maxScore: 70, testcaseIds: ["2"] },
    ],
    scoring: { kind: "groups", root: group("", [secret]), objective: "max" },
  } as const;

  test("is accepted with all points, partially with some", () => {
    const all = scoreProblem(problem, [...judged({ 1: "AC", 2: "AC" }).values()]);
    expect(all).toMatchObject({ verdict: "AC", score: 100 });
    const some = scoreProblem(problem, [...judged({ 1: "AC", 2: "WA" }).values()]);
    expect(some).toMatchObject({ verdict: "PAC", score: 30 });
    expect(some.subtasks).toEqual([
      { id: "secret/a", score: 30, maxScore: 30 },
      { id: "secret/b", score: 0, maxScore: 70 },
    ]);
  });

  test("a judge error anywhere is the verdict, whatever the groups would accept", () => {
    expect(scoreProblem(problem, [...judged({ 1: "AC", 2: "JE" }).values()])).toMatchObject({
      verdict: "JE",
      score: 0,
    });
  });
});
