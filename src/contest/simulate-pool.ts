import { BestSoFar, scoresWith } from "../domain/combining.ts";
import type { Judgement } from "../domain/judgement.ts";
import { remembered } from "../selection/remembered.ts";
import { simulate } from "../selection/simulate.ts";
import type { Strategy } from "../selection/strategy.ts";
import { feedbackOf } from "./feedback.ts";
import { type StoredPool, unjudged } from "./stored-pool.ts";

export interface Trial {
  readonly submissionLimit: number;
  readonly seed: number;
  /** Ends where no candidate that is left can add to the score. */
  readonly untilBest?: boolean;
}

/** What a strategy would have submitted of a stored pool, and what came of it. */
export interface Played {
  readonly submissions: readonly PlayedSubmission[];
  /** The candidate whose verdict nobody knows: it ended before that one. */
  readonly unknown: string | undefined;
}

export interface PlayedSubmission {
  readonly candidate: string;
  readonly judgement: Judgement;
}

export function play(strategy: Strategy, pool: StoredPool, trial: Trial): Played {
  const judgementOf = judgements(pool);
  const submissions: PlayedSubmission[] = [];
  const { combining } = pool.view;
  const reached = new BestSoFar(combining);
  let unknown: string | undefined;
  simulate(strategy, pool.view, {
    ...trial,
    roundStarts: pool.roundStarts,
    // Numbers of testcases are told by some feedback levels; which is which no strategy here looks at.
    feedbackOf(candidate) {
      const judgement = judgementOf(candidate);
      if (!judgement) {
        unknown = candidate;
        return undefined;
      }
      submissions.push({ candidate, judgement });
      reached.add(judgement);
      return feedbackOf(judgement, pool.feedback, []);
    },
    ...(trial.untilBest ? { isOver: () => reached.equals(bestOf(pool)) } : {}),
  });
  return { submissions, unknown };
}

/** The score after each submission that the strategy would have made, from the first. */
export function scoresAfterEach(strategy: Strategy, pool: StoredPool, trial: Trial): number[] {
  const { submissions, unknown } = play(strategy, pool, trial);
  if (unknown !== undefined) throw new Error(`${pool.problem.id}: nobody judged ${unknown}`);
  return scoresWith(
    submissions.map(({ judgement }) => judgement),
    pool.view.combining,
  );
}

/** Undefined where a verdict is missing. */
const bestOf = remembered((pool: StoredPool) => {
  if (unjudged(pool) > 0) return undefined;
  const best = new BestSoFar(pool.view.combining);
  for (const { id } of pool.view.candidates) {
    const judgement = pool.truth.get(id);
    if (judgement) best.add(judgement);
  }
  return best;
});

/** One that does not compile earns nothing; the truth of any other has to be known. */
const judgements = remembered(({ truth, view }: StoredPool) => {
  const compile = { ok: false, cached: false, log: "", wallMs: 0 };
  const nothing = { verdict: "CE", score: 0, maxScore: view.maxScore, compile, subtasks: [], testcases: [] } as const;
  const failing = new Set(view.candidates.filter(({ compiles }) => !compiles).map(({ id }) => id));
  return (candidate: string): Judgement | undefined =>
    truth.get(candidate) ?? (failing.has(candidate) ? nothing : undefined);
});
