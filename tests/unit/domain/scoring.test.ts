import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SubtaskJudgement, TestcaseJudgement } from "../../../src/domain/judgement.ts";
import { EMPTY_FILE } from "../../../src/domain/problem.ts";
import { scoreProblem, unionScore } from "../../../src/domain/scoring.ts";
import type { ScoringRule, Subtask } from "../../../src/domain/scoring-rule.ts";
import { VERDICTS, type Verdict } from "../../../src/domain/verdict.ts";
import { aTestcaseJudgement } from "../../support/judgements.ts";

const SUMMED = {
  scoring: { kind: "subtasks", aggregation: "sum", precision: undefined },
  testcases: [],
} as const;

/** A subtask and its testcase that are always lost, so that there is a verdict. */
const FREE = { id: "rest", maxScore: 60, testcaseIds: ["last"] };
const LAST = aTestcaseJudgement({ id: "last", verdict: "WA", score: 0 });

/** The verdict of so many points over testcases that ended so. */
function overallVerdict(testcases: readonly TestcaseJudgement[], score: number, maxScore: number): Verdict {
  const subtasks = [
    { id: "got", maxScore: score, testcaseIds: ["got"] },
    { id: "lost", maxScore: maxScore - score, testcaseIds: ["lost"] },
  ];
  const got = aTestcaseJudgement({ id: "got", verdict: testcases[0]?.verdict ?? "WA" });
  const judged = testcases.length === 0 ? [] : [{ ...got, score: 1 }, ...testcases.slice(1)];
  return scoreProblem({ ...SUMMED, maxScore, subtasks }, judged).verdict;
}

describe("a subtask", () => {
  const cases: readonly (readonly [
    what: string,
    ids: readonly string[],
    scores: Record<string, number>,
    score: number,
  ])[] = [
    ["all testcases right", ["1", "2"], { "1": 1, "2": 1 }, 40],
    ["one wrong", ["1", "2"], { "1": 1, "2": 0 }, 0],
    ["the worst share counts, wherever it stands", ["1", "2", "3"], { "1": 1, "2": 0.25, "3": 0.5 }, 10],
    ["a testcase that was not judged", ["1", "2"], { "1": 1 }, 0],
    ["testcases of other subtasks do not count", ["1"], { "1": 1, "2": 0 }, 40],
    ["no testcases at all", [], { "1": 1 }, 0],
  ];
  test.each(cases)("%s", (_, testcaseIds, scores, score) => {
    const judged = Object.entries(scores).map(([id, share]) =>
      aTestcaseJudgement({ id, score: share, verdict: share === 1 ? "AC" : share > 0 ? "PAC" : "WA" }),
    );
    const problem = { ...SUMMED, maxScore: 100, subtasks: [{ id: "s", maxScore: 40, testcaseIds }, FREE] };
    expect(scoreProblem(problem, [...judged, LAST]).subtasks[0]).toEqual({ id: "s", score, maxScore: 40 });
  });
});

describe("other ways to score", () => {
  const score = (
    subtask: Partial<Subtask>,
    shares: readonly number[],
    scoring: Partial<Extract<ScoringRule, { kind: "subtasks" }>> = {},
  ) => {
    const testcaseIds = shares.map((_, index) => String(index));
    const judged = shares.map((share, index) => {
      const verdict = share === 1 ? "AC" : share > 0 ? "PAC" : "WA";
      return aTestcaseJudgement({ id: String(index), score: share, verdict });
    });
    const subtasks = [{ id: "s", maxScore: 40, testcaseIds, ...subtask }, FREE];
    const rule = { ...SUMMED.scoring, ...scoring };
    return scoreProblem({ ...SUMMED, scoring: rule, maxScore: 100, subtasks }, [...judged, LAST]).subtasks[0]?.score;
  };

  test("sum gives every testcase an equal part", () => {
    expect(score({ aggregation: "sum" }, [1, 0, 0.5, 1])).toBe(25);
  });

  test("all gives the points or nothing", () => {
    expect(score({ aggregation: "all" }, [1, 1])).toBe(40);
    expect(score({ aggregation: "all" }, [1, 0.99])).toBe(0);
  });

  test("a subtask's score is rounded to the precision of the task", () => {
    expect(score({ maxScore: 90 }, [0.12345], { precision: 2 })).toBe(11.11);
    expect(score({ maxScore: 90 }, [0.12345], { precision: 0 })).toBe(11);
  });

  test("without a highest score the points of the checker count", () => {
    const withPoints = (id: string, points: number) =>
      aTestcaseJudgement({ id, check: { verdict: "AC", score: 1, points, message: "" } });
    const judged = [withPoints("1", 250), withPoints("2", 100.5)];
    const unbounded = { ...SUMMED, maxScore: Infinity };
    const subtask = { id: "s", maxScore: Infinity, testcaseIds: ["1", "2"] };
    const sum = scoreProblem({ ...unbounded, subtasks: [{ ...subtask, aggregation: "sum" }] }, judged);
    expect(sum).toMatchObject({ verdict: "AC", score: 350.5 });
    expect(scoreProblem({ ...unbounded, subtasks: [subtask] }, judged)).toMatchObject({ score: 100.5 });
  });

  test("a subtask counts only where what it requires is right", () => {
    const testcases = [{ id: "s1", kind: "sample", input: EMPTY_FILE, answer: EMPTY_FILE }] as const;
    const subtasks = [
      { id: "a", maxScore: 30, testcaseIds: ["1"], requires: ["sample"] },
      { id: "b", maxScore: 70, testcaseIds: ["2"], requires: ["a"] },
    ];
    const scores = (verdicts: Readonly<Record<string, "AC" | "WA">>) => {
      const judged = Object.entries(verdicts).map(([id, verdict]) =>
        aTestcaseJudgement({ id, verdict, score: verdict === "AC" ? 1 : 0 }),
      );
      return scoreProblem({ ...SUMMED, testcases, maxScore: 100, subtasks }, judged).subtasks.map((each) => each.score);
    };
    expect(scores({ s1: "AC", 1: "AC", 2: "AC" })).toEqual([30, 70]);
    expect(scores({ s1: "AC", 1: "WA", 2: "AC" })).toEqual([0, 0]);
    expect(scores({ s1: "WA", 1: "AC", 2: "AC" })).toEqual([0, 0]);
  });
});

describe("the verdict over all testcases", () => {
  const cases: readonly (readonly [verdicts: readonly Verdict[], score: number, expected: Verdict])[] = [
    [["AC", "AC"], 100, "AC"],
    [["WA", "AC"], 0, "WA"],
    [["AC", "TLE", "WA"], 0, "TLE"],
    [["AC", "WA"], 30, "PAC"],
    [["PAC", "AC"], 50, "PAC"],
    [["AC", "AC"], 99.5, "PAC"],
    [["WA", "AC"], 100, "PAC"],
    [["JE"], 0, "JE"],
    [["AC", "WA", "JE"], 0, "JE"],
    [["AC", "JE"], 100, "JE"],
    [["WA", "JE", "AC"], 30, "JE"],
  ];
  test.each(cases)("%j with %d of 100 points is %s", (verdicts, score, expected) => {
    expect(overallVerdict(verdicts.map(aVerdict), score, 100)).toBe(expected);
  });

  test.each([
    [0, 0],
    [100, 100],
    [0, 100],
    [50, 100],
  ])("without a testcase it is never AC, not with %d of %d points", (score, maxScore) => {
    let verdict: Verdict | undefined;
    try {
      verdict = overallVerdict([], score, maxScore);
    } catch (error) {
      expect(error).toBeInstanceOf(Error);
    }
    expect(verdict).not.toBe("AC");
  });

  test("a judge error wins over everything, AC needs every testcase and every point", () => {
    const verdicts = fc.array(fc.constantFrom(...VERDICTS), { minLength: 1 });
    fc.assert(
      fc.property(verdicts, fc.constantFrom(0, 50, 100), (list, score) => {
        fc.pre(score > 0 || list.some((verdict) => verdict !== "AC"));
        const overall = overallVerdict(list.map(aVerdict), score, 100);
        expect(overall === "JE").toBe(list.includes("JE"));
        expect(overall === "AC").toBe(score === 100 && list.every((verdict) => verdict === "AC"));
      }),
    );
  });
});

describe("the union over submissions", () => {
  test("takes the best of each subtask, not the best submission", () => {
    expect(unionScore([points({ a: 10, b: 0 }), points({ a: 0, b: 25 }), points({ a: 5, b: 5 })])).toBe(35);
  });

  test("of no submission is 0", () => {
    expect(unionScore([])).toBe(0);
    expect(unionScore([[]])).toBe(0);
  });

  test("does not depend on the order, and never falls by one submission more", () => {
    const submission = fc.dictionary(fc.constantFrom("a", "b", "c"), fc.nat(100)).map(points);
    fc.assert(
      fc.property(fc.array(submission), submission, (made, another) => {
        expect(unionScore([...made].reverse())).toBe(unionScore(made));
        expect(unionScore([...made, another])).toBeGreaterThanOrEqual(unionScore(made));
      }),
    );
  });
});

/** OpenAI, "Competitive Programming with Large Reasoning Models", appendix C: o1-ioi with 10,000 submissions a problem. */
describe("the published run of o1-ioi at the IOI 2024", () => {
  const SUBMISSIONS = {
    nile: [{ "1": 6, "2": 13, "3": 17, "4": 11, "5": 20, "6": 15, "7": 18 }],
    message: [{ "1": 10, "2": 69.64 }],
    tree: [{ "1": 10, "4": 7 }, { "2": 13 }],
    hieroglyphs: [{ "1": 3, "2": 15, "4": 16 }, { "3": 10 }],
    mosaic: [
      { "1": 5, "2": 7, "4": 10 },
      { "1": 5, "3": 7, "5": 8 },
    ],
    sphinx: [
      { "1": 1.5, "2": 3.5, "3": 16.5, "4": 10.5, "5": 18 },
      { "1": 3, "2": 7, "3": 33 },
    ],
  } as const;

  test.each([
    ["nile", 100],
    ["message", 79.64],
    ["tree", 30],
    ["hieroglyphs", 44],
    ["mosaic", 37],
    ["sphinx", 71.5],
  ] as const)("%s gives %d points", (problem, score) => {
    expect(unionScore(SUBMISSIONS[problem].map(points))).toBeCloseTo(score, 9);
  });

  test("is 362.14 by union, though the printed lines add up to 367.14", () => {
    const byUnion = Object.values(SUBMISSIONS).map((made) => unionScore(made.map(points)));
    expect(sum(byUnion)).toBeCloseTo(362.14, 9);
    const printed = 100 + 79.64 + (17 + 13) + (34 + 10) + (22 + 20) + 71.5;
    expect(printed).toBeCloseTo(367.14, 9);
  });
});

function points(scores: Readonly<Record<string, number>>): SubtaskJudgement[] {
  return Object.entries(scores).map(([id, score]) => ({ id, score, maxScore: 100 }));
}

function aVerdict(verdict: Verdict, index: number): TestcaseJudgement {
  return aTestcaseJudgement({ id: String(index), verdict, score: verdict === "AC" ? 1 : 0 });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

test("sums of decimal fractions are what a person would add up", () => {
  const part = (id: string, score: number) => [{ id, score, maxScore: 50 }];
  expect(unionScore([part("a", 0.1), part("b", 0.2)])).toBe(0.3);
  expect(unionScore([part("a", 53.54), part("b", 33.17)])).toBe(86.71);
});
