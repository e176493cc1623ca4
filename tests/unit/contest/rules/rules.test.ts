import { describe, expect, test } from "vitest";
import { codeforcesPoints } from "../../../../src/contest/rules/codeforces.ts";
import { RULES } from "../../../../src/contest/rules/index.ts";
import type { TimedSubmission } from "../../../../src/contest/rules/rules.ts";
import type { Verdict } from "../../../../src/domain/verdict.ts";

const TWO_HOURS = { minutes: 120 };

describe("IOI", () => {
  const task = { maxScore: 100, points: undefined, combining: "subtasks" } as const;
  const subtasks = (...scores: number[]) => scores.map((score, index) => ({ id: String(index), score, maxScore: 50 }));
  const submissions = [
    submission("PAC", 1, { score: 50, subtasks: subtasks(50, 0) }),
    submission("PAC", 2, { score: 45, subtasks: subtasks(5, 40) }),
    submission("WA", 3, { score: 0, subtasks: subtasks(0, 0) }),
  ];

  test("since 2017 the best of each subtask counts, over all submissions", () => {
    expect(RULES.ioi.score(task, submissions, TWO_HOURS)).toMatchObject({ points: 90, solved: false });
  });

  test("2013 to 2016 the best single submission", () => {
    expect(RULES["ioi-2013"].score(task, submissions, TWO_HOURS).points).toBe(50);
  });

  test("2010 to 2012 those with a token, or the last", () => {
    const late = [...submissions.slice(1), submission("PAC", 4, { score: 70 }), submission("WA", 5)];
    expect(RULES["ioi-2010"].score(task, late, TWO_HOURS).points).toBe(45);
    expect(RULES["ioi-2010"].score(task, late.slice(0, -1), TWO_HOURS).points).toBe(70);
  });

  // OpenAI 2025, appendix C: submissions of the run with 10,000 a task, and what their subtasks are worth. The lines there
  // add up to 367.14, as the first subtask of Mosaic stands in two of them.
  test("the published run of 362.14 points: the union of subtasks, not the sum of submissions", () => {
    const points = {
      nile: [6, 13, 17, 11, 20, 15, 18],
      message: [10, 90],
      tree: [10, 13, 18, 7, 11, 22, 19],
      hieroglyphs: [3, 15, 10, 16, 14, 42],
      mosaic: [5, 7, 7, 10, 8, 22, 19, 22],
      sphinx: [3, 7, 33, 21, 36],
    };
    const lines: [task: keyof typeof points, earned: number[]][] = [
      ["nile", points.nile],
      ["message", [10, 69.64]],
      ["tree", [10, 0, 0, 7, 0, 0, 0]],
      ["tree", [0, 13, 0, 0, 0, 0, 0]],
      ["hieroglyphs", [3, 15, 0, 16, 0, 0]],
      ["hieroglyphs", [0, 0, 10, 0, 0, 0]],
      ["mosaic", [5, 7, 0, 10, 0, 0, 0, 0]],
      ["mosaic", [5, 0, 7, 0, 8, 0, 0, 0]],
      ["sphinx", points.sphinx.map((most) => most / 2)],
      ["sphinx", [3, 7, 33, 0, 0]],
    ];
    const scores = Object.keys(points).map((name) => {
      const made = lines
        .filter(([task]) => task === name)
        .map(([task, earned]) => {
          const own = earned.map((score, index) => ({
            ...{ id: String(index), score, maxScore: points[task][index] ?? Number.NaN },
          }));
          return submission("PAC", 1, { score: sum(earned), subtasks: own });
        });
      return [name, RULES["ioi-relaxed"].score(task, made, TWO_HOURS).points] as const;
    });
    const total = (numbers: readonly number[]) => Number(sum(numbers).toFixed(2));
    expect(Object.fromEntries(scores)).toMatchObject({ tree: 30, hieroglyphs: 44, mosaic: 37, sphinx: 71.5 });
    expect(total(scores.map(([, score]) => score))).toBe(362.14);
    const printed = [100, 79.64, 17, 13, 34, 10, 22, 20, 71.5];
    expect(total(printed)).toBe(367.14);
  });
});

describe("Codeforces", () => {
  const problem = { maxScore: 1, points: 1000, combining: "submission" } as const;

  test.each([
    ["at once", 0, 0, 1000],
    ["in minute 60 of 120: 120 * 1000 * 60 / (250 * 120) = 240 are gone", 60, 0, 760],
    ["two failed attempts more", 60, 2, 660],
    ["a fraction of a minute does not count", 60.9, 0, 760],
    ["late and after many attempts 30 % are left", 119, 20, 300],
  ])("%s", (_, minute, failed, points) => {
    expect(codeforcesPoints(1000, minute, 120, failed)).toBe(points);
    const made = [
      ...Array.from({ length: failed }, () => submission("WA", 1)),
      submission("AC", minute),
      submission("WA", minute),
    ];
    expect(RULES.codeforces.score(problem, made, TWO_HOURS)).toMatchObject({ points, failedAttempts: failed });
  });

  test("what does not compile or fails on the first testcase costs nothing, nor does a failure of ours", () => {
    const made = [
      submission("CE", 1),
      submission("WA", 2, { failedFirstTestcase: true }),
      submission("JE", 3),
      submission("TLE", 4),
      submission("AC", 10),
    ];
    expect(RULES.codeforces.score(problem, made, TWO_HOURS)).toMatchObject({ points: 910, failedAttempts: 1 });
  });

  test("unsolved it gives nothing", () => {
    expect(RULES.codeforces.score(problem, [submission("PAC", 5)], TWO_HOURS)).toMatchObject({
      ...{ points: 0, penalty: 0, solved: false, failedAttempts: 1, solvedAtMinute: undefined },
    });
  });
});

describe("ICPC", () => {
  const problem = { maxScore: 1, points: undefined, combining: "submission" } as const;
  const made = [submission("CE", 10), submission("WA", 20.5), submission("RTE", 40), submission("AC", 61.7)];

  test("the minute of the solution and 20 for each failed attempt before it, or 10 in the extended form", () => {
    expect(RULES.icpc.score(problem, made, TWO_HOURS)).toMatchObject({ points: 1, penalty: 101, failedAttempts: 2 });
    expect(RULES["icpc-extended"].score(problem, made, TWO_HOURS)).toMatchObject({ points: 1, penalty: 81 });
  });

  test("no penalty for what is not solved", () => {
    expect(RULES.icpc.score(problem, made.slice(0, 3), TWO_HOURS)).toMatchObject({ points: 0, penalty: 0 });
  });
});

function submission(verdict: Verdict, minute: number, parts: Partial<TimedSubmission> = {}): TimedSubmission {
  return { verdict, minute, score: verdict === "AC" ? 1 : 0, subtasks: [], failedFirstTestcase: false, ...parts };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
