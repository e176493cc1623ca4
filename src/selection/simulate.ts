import type { Feedback, ToldSubmission } from "../domain/feedback.ts";
import { randomFrom } from "../domain/random.ts";
import { remembered } from "./remembered.ts";
import type { PoolView, Strategy } from "./strategy.ts";

export interface Simulation {
  readonly submissionLimit: number;
  readonly seed: number;
  /** What the contest would tell of a candidate; undefined where nobody knows, which ends it before that one. */
  readonly feedbackOf: (candidate: string) => Feedback | undefined;
  /** Nothing that may come is of interest any more. */
  readonly isOver?: () => boolean;
  /** Submissions that were made before each round was sampled, whose feedback its candidates may know; one round where it is not said. */
  readonly roundStarts?: readonly number[];
}

/** What a strategy would submit of a finished pool, one after the other, as the attempt at a problem does it. */
export function simulate(strategy: Strategy, pool: PoolView, simulation: Simulation): ToldSubmission[] {
  const { submissionLimit, seed, feedbackOf, isOver = () => false, roundStarts = [] } = simulation;
  const submissions: ToldSubmission[] = [];
  let round = 0;
  while (submissions.length < submissionLimit && !isOver()) {
    const next = roundStarts[round + 1];
    if (next !== undefined && submissions.length >= next) {
      round++;
      continue;
    }
    const known = next === undefined ? pool : untilRound(pool)(round);
    const view = { ...known, submissions: [...submissions], submissionLimit };
    const choice = strategy.choose(view, randomFrom(streamOf(seed, submissions.length)));
    if (!choice && next !== undefined) {
      round++;
      continue;
    }
    const feedback = choice && feedbackOf(choice.candidate);
    if (!feedback) break;
    submissions.push({ candidate: choice.candidate, subtask: choice.subtask, feedback });
  }
  return submissions;
}

/** A stream of its own for each submission: an interrupted run goes on as an undisturbed one would. */
export function streamOf(seed: number, submissionsBefore: number): number {
  return seed * 1_000_003 + submissionsBefore;
}

/** The pool as it was in a round: what was sampled later is not there yet. */
export const untilRound = remembered((pool: PoolView) => {
  const views = new Map<number, PoolView>();
  return (round: number): PoolView => {
    const made = views.get(round);
    if (made) return made;
    const candidates = pool.candidates.filter((candidate) => candidate.round <= round);
    const known = new Set(candidates.map(({ id }) => id));
    const comparisons = pool.comparisons.filter(
      (asked) => asked.round <= round && known.has(asked.first) && known.has(asked.second),
    );
    const view = { ...pool, candidates, comparisons };
    views.set(round, view);
    return view;
  };
});
