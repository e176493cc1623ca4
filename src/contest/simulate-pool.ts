import type { Judgement, SubtaskJudgement } from "../domain/judgement.ts";
import { unionScore } from "../domain/scoring.ts";
import { simulate } from "../selection/simulate.ts";
import type { Strategy } from "../selection/strategy.ts";
import { feedbackOf } from "./feedback.ts";
import type { StoredPool } from "./stored-pool.ts";

/** The score after each submission that the strategy would have made of a stored pool, from the first. */
export function scoresAfterEach(
  strategy: Strategy,
  pool: StoredPool,
  { submissionLimit, seed }: { readonly submissionLimit: number; readonly seed: number },
): number[] {
  // Numbers of testcases are told by some feedback levels; which is which no strategy here looks at.
  const told = simulate(strategy, pool.view, {
    ...{ submissionLimit, seed },
    feedbackOf: (candidate) => feedbackOf(judgementOf(pool, candidate), pool.feedback, []),
  });
  const best = new Map<string, SubtaskJudgement>();
  return told.map(({ candidate }) => {
    for (const subtask of judgementOf(pool, candidate).subtasks) {
      const before = best.get(subtask.id);
      if (!before || before.score < subtask.score) best.set(subtask.id, subtask);
    }
    return unionScore([[...best.values()]]);
  });
}

/** One that does not compile earns nothing; the truth of any other has to be known. */
function judgementOf({ truth, view, problem }: StoredPool, candidate: string): Judgement {
  const known = truth.get(candidate);
  if (known) return known;
  if (view.candidates.some(({ id, compiles }) => id === candidate && compiles))
    throw new Error(`${problem.id}: nobody judged ${candidate}`);
  const compile = { ok: false, cached: false, log: "", wallMs: 0 };
  return { verdict: "CE", score: 0, maxScore: view.maxScore, compile, subtasks: [], testcases: [] };
}
