import { isFullScore } from "../domain/scoring.ts";
import type { ProblemFold } from "./fold-problem.ts";
import type { StartedProblem } from "./problem-view.ts";

/** A subtask in the lattice, and what became of it. */
export interface SubtaskRow {
  readonly id: string;
  readonly maxScore: number;
  /** Those whose testcases are all among its own. */
  readonly contains: readonly string[];
  /** The best of all submissions. */
  readonly score: number;
  /** Number of the first submission that did. */
  readonly solvedBy: number | undefined;
  /** Candidates that were last left out for it, as they contradict a solved one within it. */
  readonly leftOut: number;
}

export function subtaskRows({ subtasks }: StartedProblem, fold: ProblemFold): SubtaskRow[] {
  const submissions = [...fold.submissions.values()];
  return subtasks.map(({ id, maxScore, contains }) => {
    const scores = submissions.map(
      ({ judgement }) => judgement?.subtasks.find((subtask) => subtask.id === id)?.score ?? 0,
    );
    const solver = maxScore > 0 ? scores.findIndex((score) => isFullScore(score, maxScore)) : -1;
    const lastSaid = submissions.findLast(({ made }) => made.leftOut?.subtask === id)?.made.leftOut;
    const solvedBy = submissions[solver]?.made.number;
    return { id, maxScore, contains, score: Math.max(0, ...scores), solvedBy, leftOut: lastSaid?.count ?? 0 };
  });
}
