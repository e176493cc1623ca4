import { expect, test } from "vitest";
import type { Feedback } from "../../../src/domain/feedback.ts";
import { contradicting } from "../../../src/selection/prune.ts";
import { aCandidateView, aPoolView } from "../../support/pool-views.ts";

const SMALL = { id: "small", maxScore: 30, contains: [] };
const FULL = { id: "full", maxScore: 70, contains: ["small"] };
const [OUTPUT, OTHER] = ["a".repeat(16), "b".repeat(16)];

test.each([
  [OUTPUT, OTHER, ["c0002"]],
  [OUTPUT, "TLE", ["c0002"]],
  // Given up before the input: nobody knows what it would have printed there.
  [OUTPUT, "not run", []],
  [OUTPUT, OUTPUT, []],
  // What solved the subtask is no solution for the made input.
  ["TLE", OUTPUT, []],
  ["RTE", OUTPUT, []],
  ["not run", OUTPUT, []],
])(
  "that which solved the subtask has the mark %s, a candidate the mark %s: left out are %j",
  (solution, mark, leftOut) => {
    const view = aPoolView({
      candidates: [
        aCandidateView({ id: "c0001", signature: [solution] }),
        aCandidateView({ id: "c0002", signature: [mark] }),
      ],
      inputs: [{ id: "i0001", subtask: "small", agreedOutput: undefined }],
      subtasks: [SMALL, FULL],
      submissions: [{ candidate: "c0001", feedback: SOLVES_SMALL }],
    });
    expect([...contradicting(view, FULL)]).toEqual(leftOut);
    expect([...contradicting(view, SMALL)]).toEqual([]);
  },
);

const SOLVES_SMALL: Feedback = {
  verdict: "PAC",
  ...{ score: 30, firstFailure: undefined, testcases: undefined },
  subtasks: [
    { id: "small", score: 30, maxScore: 30 },
    { id: "full", score: 0, maxScore: 70 },
  ],
};
