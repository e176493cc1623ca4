import { expect, test } from "vitest";
import type { Feedback } from "../../../src/domain/feedback.ts";
import { contradicting } from "../../../src/selection/prune.ts";
import { aCandidateView, aPoolView } from "../../support/pool-views.ts";

const SMALL = { id: "small", maxScore: 30, contains: [] };
const FULL = { id: "full", maxScore: 70, contains: ["small"] };
const [OUTPUT, OTHER] = ["a".repeat(16), "b".repeat(16)];

test.each([
  [OTHER, ["c0002"]],
  ["TLE", ["c0002"]],
  // Given up before the input: nobody knows what it would have printed there.
  ["not run", []],
  [OUTPUT, []],
])(
  "a candidate with the mark %s, where that which solved the subtask printed something: left out are %j",
  (mark, leftOut) => {
    const view = aPoolView({
      candidates: [
        aCandidateView({ id: "c0001", signature: [OUTPUT] }),
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

test.each(["TLE", "RTE", "not run"])(
  "where that which solved the subtask ended with %s on the made input, nobody contradicts it",
  (mark) => {
    const view = aPoolView({
      candidates: [
        aCandidateView({ id: "c0001", signature: [mark] }),
        aCandidateView({ id: "c0002", signature: [OUTPUT] }),
      ],
      inputs: [{ id: "i0001", subtask: "small", agreedOutput: undefined }],
      subtasks: [SMALL, FULL],
      submissions: [{ candidate: "c0001", feedback: SOLVES_SMALL }],
    });
    expect([...contradicting(view, FULL)]).toEqual([]);
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
