import { describe, expect, test } from "vitest";
import type { Combining } from "../../../src/domain/combining.ts";
import type { ToldSubmission } from "../../../src/domain/feedback.ts";
import { STRATEGIES } from "../../../src/selection/index.ts";
import { isProblemSolved } from "../../../src/selection/progress.ts";
import { turns } from "../../../src/selection/round-robin.ts";
import { simulate } from "../../../src/selection/simulate.ts";
import { submittable } from "../../../src/selection/submittable.ts";
import { aCandidateView, aPoolView, nothingTold } from "../../support/pool-views.ts";

const TWO = [
  { id: "small", maxScore: 40, contains: [] },
  { id: "large", maxScore: 60, contains: [] },
];
const idsOf = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);

describe("two submissions, each of which solved another subtask", () => {
  const submissions = [told("c0001", 40, 0), told("c0002", 0, 60)];
  const candidates = ["c0001", "c0002", "c0003"].map((id) => aCandidateView({ id, subtask: "small" }));
  const view = (combining: Combining) => aPoolView({ combining, submissions, candidates, subtasks: TWO });

  test("solve a problem whose subtasks count by themselves", () => {
    expect(isProblemSolved(view("subtasks"))).toBe(true);
    expect(submittable(view("subtasks"))).toEqual([]);
  });

  test("leave one whose best submission counts, and nothing of it is out of the question", () => {
    expect(isProblemSolved(view("submission"))).toBe(false);
    expect(idsOf(submittable(view("submission")))).toEqual(["c0003"]);
    expect(idsOf(turns(view("submission"))).sort()).toEqual(["large", "small"]);
  });
});

test("an accepted submission solves a problem, but not one without a highest score", () => {
  const accepted = { candidate: "c0001", feedback: { ...nothingTold(), verdict: "AC" as const, score: 4 } };
  const solved = (maxScore: number) =>
    isProblemSolved(
      aPoolView({ maxScore, subtasks: [{ id: "all", maxScore, contains: [] }], submissions: [accepted] }),
    );
  expect(solved(100)).toBe(true);
  expect(solved(Number.POSITIVE_INFINITY)).toBe(false);
});

test.each(Object.entries(STRATEGIES))("%s goes on where a better score is always possible", (_, strategy) => {
  const maxScore = Number.POSITIVE_INFINITY;
  const candidates = Array.from({ length: 20 }, (__, index) => aCandidateView({ id: `c00${10 + index}` }));
  const view = aPoolView({ candidates, maxScore, subtasks: [{ id: "all", maxScore, contains: [] }] });
  const feedbackOf = () => ({
    ...nothingTold(),
    verdict: "AC" as const,
    score: 7,
    subtasks: [{ id: "all", score: 7, maxScore }],
  });
  expect(simulate(strategy, view, { submissionLimit: 10, seed: 1, feedbackOf })).toHaveLength(10);
});

function told(candidate: string, small: number, large: number): ToldSubmission {
  const subtasks = [
    { id: "small", score: small, maxScore: 40 },
    { id: "large", score: large, maxScore: 60 },
  ];
  return { candidate, feedback: { ...nothingTold(), verdict: "PAC", score: small + large, subtasks } };
}
