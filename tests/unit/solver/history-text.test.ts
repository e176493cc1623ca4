import { expect, test } from "vitest";
import type { Feedback, ToldSubmission } from "../../../src/domain/feedback.ts";
import { historyText } from "../../../src/solver/history-text.ts";

const PROBLEM = {
  maxScore: 100,
  subtasks: [
    { id: "0", maxScore: 0 },
    { id: "1", maxScore: 30 },
    { id: "2", maxScore: 60 },
    { id: "3", maxScore: 10 },
  ],
};

const told = (candidate: string, ...scores: number[]): ToldSubmission => ({
  candidate,
  feedback: {
    ...NOTHING,
    score: scores.reduce((sum, score) => sum + score, 0),
    subtasks: scores.map((score, index) => ({ id: String(index + 1), score, maxScore: [30, 60, 10][index] ?? 0 })),
  },
});

const NOTHING: Feedback = {
  ...{ verdict: undefined, score: undefined, subtasks: undefined, firstFailure: undefined, testcases: undefined },
};

const textOf = (submissions: readonly ToldSubmission[]) =>
  historyText(PROBLEM, { told: submissions, programOf: (id) => ({ language: "cpp20", source: `// ${id}` }) });

const shown = (submissions: readonly ToldSubmission[]) =>
  [...textOf(submissions).programs.matchAll(/^\/\/ (c\d+)/gm)].map(([, id]) => id);

test("the strongest first; then the strongest other one, the best on the largest gap and the best on all gaps", () => {
  const submissions = [
    told("c1", 30, 20, 0),
    told("c2", 30, 5, 0),
    told("c3", 0, 12, 0),
    told("c4", 0, 11, 10),
    told("c5", 0, 0, 0),
    told("c6", 0, 0, 1),
  ];
  // The gap of subtask 2 is 40, subtasks 1 and 3 have none.
  expect(shown(submissions)).toEqual(["c1", "c2", "c3", "c6"]);
  expect(textOf(submissions).scores).toContain("- subtask 2: 20 of 60\n- subtask 3: 10 of 10");
  expect(textOf(submissions).scores).not.toContain("subtask 0");
});

test("where nothing is told, it is said to be unknown, and the latest are shown", () => {
  const submissions = ["c1", "c2", "c3", "c4", "c5"].map((candidate) => ({ candidate, feedback: NOTHING }));
  expect(shown(submissions)).toEqual(["c5", "c4", "c3", "c2"]);
  const { scores, programs } = textOf(submissions);
  expect(scores).toContain("- subtask 1: not told of 30");
  expect(programs).toContain("The contest told nothing of it.");
});

test("one submission is shown alone", () => {
  expect(shown([told("c1", 1, 2, 3)])).toEqual(["c1"]);
});
