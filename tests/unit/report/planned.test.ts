import { expect, test } from "vitest";
import { applyToProblem, emptyProblemFold } from "../../../src/report/fold-problem.ts";
import { plannedText, viewProblem } from "../../../src/report/problem-view.ts";
import { aStartedProblem, PROBLEM } from "../../support/run-events.ts";

test("what samples were planned for is counted over all plans; where none was made, nothing is said", () => {
  const fold = emptyProblemFold();
  const planned = () =>
    plannedText(
      viewProblem(aStartedProblem({ id: PROBLEM }), fold, { submissionLimit: 50, combining: "subtasks" }).pool.planned,
    );
  expect(planned()).toBeUndefined();
  const plan = { type: "samples-planned", problem: PROBLEM, round: 0 } as const;
  applyToProblem(fold, { ...plan, subtasks: ["hard", null, "hard"] });
  applyToProblem(fold, { ...plan, subtasks: ["all", null] });
  applyToProblem(fold, { ...plan, subtasks: [] });
  expect(planned()).toBe("2 for hard, 2 for the whole problem, 1 for all");
});
