import type { Feedback, ToldSubmission } from "../domain/feedback.ts";
import { randomFrom } from "../domain/random.ts";
import type { PoolView, Strategy } from "./strategy.ts";

export interface Simulation {
  readonly submissionLimit: number;
  readonly seed: number;
  /** What the contest would tell of a candidate. */
  readonly feedbackOf: (candidate: string) => Feedback;
}

/** What a strategy would submit of a finished pool, one after the other, as the attempt at a problem does it. */
export function simulate(strategy: Strategy, pool: PoolView, simulation: Simulation): ToldSubmission[] {
  const { submissionLimit, seed, feedbackOf } = simulation;
  const submissions: ToldSubmission[] = [];
  while (submissions.length < submissionLimit) {
    const view = { ...pool, submissions: [...submissions], submissionLimit };
    const choice = strategy.choose(view, randomFrom(streamOf(seed, submissions.length)));
    if (!choice) break;
    submissions.push({ candidate: choice.candidate, feedback: feedbackOf(choice.candidate) });
  }
  return submissions;
}

/** A stream of its own for each submission: an interrupted run goes on as an undisturbed one would. */
export function streamOf(seed: number, submissionsBefore: number): number {
  return seed * 1_000_003 + submissionsBefore;
}
