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
 * spread as the prior says (LiveCodeBench Pro's "Bayesian MAP"; its prior was not published, this one is ours). All that the
 * likelihood knows of the problems is how many were solved, so the interval is of the ratings for which that number is
 * neither too large nor too small, half of its own chance counted on either side: exact, where a curvature is not for a few solved.
 */
export function rateByDifficulties(problems: readonly Tried[]): RatingEstimate {
  const difficulties = problems.map(({ difficulty }) => difficulty);
  const solved = problems.filter((problem) => problem.solved).length;
  const rating = likeliest(difficulties, solved);
  const ratingWhere = (chance: number) => zeroOf((at) => chance - moreThan(at, difficulties, solved));
  return {
    rating,
    low: solved === 0 ? Number.NEGATIVE_INFINITY : Math.min(rating, ratingWhere(0.025)),
    high: solved === problems.length ? Number.POSITIVE_INFINITY : Math.max(rating, ratingWhere(0.975)),
  };
}

function likeliest(difficulties: readonly number[], solved: number): number {
  const scale = Math.LN10 / 400;
  return zeroOf((rating) => {
    const expected = difficulties.reduce((sum, difficulty) => sum + winProbability(rating, difficulty), 0);
    return scale * (solved - expected) - (rating - PRIOR.mean) / PRIOR.deviation ** 2;
  });
}

/** The chance that somebody of this rating solves more than so many, and half of that of just as many. */
function moreThan(rating: number, difficulties: readonly number[], solved: number): number {
  const chances = [1, ...difficulties.map(() => 0)];
  for (const [before, difficulty] of difficulties.entries()) {
    const chance = winProbability(rating, difficulty);
    for (let count = before + 1; count >= 0; count--)
      chances[count] = (chances[count] ?? 0) * (1 - chance) + (chances[count - 1] ?? 0) * chance;
  }
  return chances.slice(solved + 1).reduce((sum, chance) => sum + chance, 0) + (chances[solved] ?? 0) / 2;
}

const LOWEST = -10_000;
const HIGHEST = 20_000;
const PRECISE = 0.01;

/** Of a function that falls. */
function zeroOf(fall: (rating: number) => number): number {
  let [low, high] = [LOWEST, HIGHEST];
  while (high - low > PRECISE) {
    const middle = (low + high) / 2;
    if (fall(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
