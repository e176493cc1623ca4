import { expect, test } from "vitest";
import { foldRun } from "../../../src/report/fold-run.ts";
import { renderJson } from "../../../src/report/render-json.ts";
import { renderText } from "../../../src/report/render-text.ts";
import { viewRun } from "../../../src/report/run-view.ts";
import type { RunEvent } from "../../../src/run-log/event.ts";
import { aJudgement } from "../../support/judgements.ts";
import { aStartedProblem, candidateOf, logged, PROBLEM, runStarted } from "../../support/run-events.ts";

const SUBTASKS = [
  { id: "samples", maxScore: 0, contains: [] },
  { id: "small", maxScore: 30, contains: [] },
  { id: "full", maxScore: 70, contains: ["small"] },
];

test("subtasks are shown with what they contain, who solved them, and whom that ruled out", () => {
  const view = viewRun(
    foldRun(
      logged([
        runStarted({ problems: [aStartedProblem({ id: PROBLEM, subtasks: SUBTASKS })] }),
        ...submitted(1, [30, 10]),
        ...submitted(2, [30, 20], { subtask: "full", count: 4 }),
        ...submitted(3, [0, 0], { subtask: "full", count: 7 }),
      ]),
    ),
  );
  if (!view) throw new Error("no view");
  expect(JSON.parse(renderJson(view, "a.sqlite")).problems[0].subtasks).toEqual([
    { id: "samples", maxScore: 0, contains: [], score: 0, solvedBy: null, leftOut: 0 },
    { id: "small", maxScore: 30, contains: [], score: 30, solvedBy: 1, leftOut: 0 },
    { id: "full", maxScore: 70, contains: ["small"], score: 20, solvedBy: null, leftOut: 7 },
  ]);
  expect(renderText(view)).toContain(`Subtasks
  subtask  score  of  solved by  left out  contains
  small       30  30         #1         0  -
  full        20  70          -         7  small
`);
});

function submitted(
  number: number,
  [small = 0, full = 0]: readonly number[],
  leftOut?: { subtask: string; count: number },
) {
  const judgement = {
    ...aJudgement(small + full),
    subtasks: [
      { id: "samples", score: 0, maxScore: 0 },
      { id: "small", score: small, maxScore: 30 },
      { id: "full", score: full, maxScore: 70 },
    ],
  };
  const candidate = candidateOf(number);
  return [
    { type: "submission-made", problem: PROBLEM, number, candidate, why: "", atMs: 0, ...(leftOut ? { leftOut } : {}) },
    { type: "submission-judged", problem: PROBLEM, number, judgement },
  ] satisfies RunEvent[];
}
