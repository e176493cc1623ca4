import type { RatingEstimate } from "./estimate.ts";
import { winProbability } from "./win-probability.ts";

export interface Tried {
  /** A rating: who has it solves the problem with a chance of one half. */
  readonly difficulty: number;
  readonly solved: boolean;
}

/** What is believed before anything is seen: wide, around where half of Codeforces' users are. Printed with the result. */
export const PRIOR = { mean: 1400, deviation: 1000 };

/**
 * The likeliest rating where a problem is solved with the chance of winning against its difficulty, and ratings are
 * spread as the prior says (LiveCodeBench Pro's "Bayesian MAP"; its prior was not published, this one is ours). The interval is
 * from the curvature there.
 */
export function rateByDifficulties(problems: readonly Tried[]): RatingEstimate {
  let rating = PRIOR.mean;
  const scale = Math.LN10 / 400;
  for (let step = 0; step < 100; step++) {
    let slope = -(rating - PRIOR.mean) / PRIOR.deviation ** 2;
    let curvature = 1 / PRIOR.deviation ** 2;
    for (const { difficulty, solved } of problems) {
      const chance = winProbability(rating, difficulty);
      slope += scale * ((solved ? 1 : 0) - chance);
      curvature += scale ** 2 * chance * (1 - chance);
    }
    const move = Math.max(-400, Math.min(400, slope / curvature));
    rating += move;
    if (Math.abs(move) < 1e-6) break;
  }
  let information = 1 / PRIOR.deviation ** 2;
  for (const { difficulty } of problems) {
    const chance = winProbability(rating, difficulty);
    information += scale ** 2 * chance * (1 - chance);
  }
  const reach = 1.96 / Math.sqrt(information);
  const count = problems.filter(({ solved }) => solved).length;
  return {
    rating,
    low: count === 0 ? Number.NEGATIVE_INFINITY : rating - reach,
    high: count === problems.length ? Number.POSITIVE_INFINITY : rating + reach,
  };
}
