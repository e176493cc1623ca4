import type { Feedback, ToldSubmission } from "../domain/feedback.ts";
import { randomFrom } from "../domain/random.ts";
import type { PoolView, Strategy } from "./strategy.ts";

export interface Simulation {
  readonly submissionLimit: number;
  readonly seed: number;
  /** What the contest would tell of a candidate; undefined where nobody knows, which ends it before that one. */
  readonly feedbackOf: (candidate: string) => Feedback | undefined;
  /** Nothing that may come is of interest any more. */
  readonly isOver?: () => boolean;
}

/** What a strategy would submit of a finished pool, one after the other, as the attempt at a problem does it. */
export function simulate(strategy: Strategy, pool: PoolView, simulation: Simulation): ToldSubmission[] {
  const { submissionLimit, seed, feedbackOf, isOver = () => false } = simulation;
  const submissions: ToldSubmission[] = [];
  while (submissions.length < submissionLimit && !isOver()) {
    const view = { ...pool, submissions: [...submissions], submissionLimit };
    const choice = strategy.choose(view, randomFrom(streamOf(seed, submissions.length)));
    const feedback = choice && feedbackOf(choice.candidate);
    if (!feedback) break;
    submissions.push({ candidate: choice.candidate, feedback });
  }
  return submissions;
}

/** A stream of its own for each submission: an interrupted run goes on as an undisturbed one would. */
export function streamOf(seed: number, submissionsBefore: number): number {
  return seed * 1_000_003 + submissionsBefore;
}
