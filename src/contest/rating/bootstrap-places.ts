import type { Random } from "../../domain/random.ts";
import type { RatingEstimate } from "./estimate.ts";
import { isFirst, isLast, type Placed } from "./placed.ts";

/**
 * Who is better by 400 points is ahead ten times of eleven if everybody's performance is the rating plus Gumbel noise of this
 * scale: the model under which the win probability is exact.
 */
const NOISE_SCALE = 400 / Math.LN10;
const REPETITIONS = 400;

/**
 * What a method makes of the places, with a parametric bootstrap around it: contests are played again and again by
 * somebody with the estimated rating, whose noise in a contest is the same against all, and the spread and bias of the estimates
 * are taken back (basic bootstrap interval, 95 %).
 */
export function bootstrapPlaces<T extends Placed>(
  contests: readonly T[],
  method: (contests: readonly T[]) => number,
  random: Random,
): RatingEstimate {
  const rating = method(contests);
  const again = Array.from({ length: REPETITIONS }, () =>
    method(contests.map((contest) => ({ ...contest, place: placeOf(rating, contest, random) }))),
  ).sort((a, b) => a - b);
  return {
    rating,
    low: contests.every(isLast) ? Number.NEGATIVE_INFINITY : 2 * rating - quantile(again, 0.975),
    high: contests.every(isFirst) ? Number.POSITIVE_INFINITY : 2 * rating - quantile(again, 0.025),
  };
}

/** The place that somebody of this rating gets by chance. */
export function placeOf(rating: number, { field }: Placed, random: Random): number {
  const performance = rating - NOISE_SCALE * Math.log(-Math.log(atLeastTiny(random())));
  let above = 0;
  let variance = 0;
  for (const [other, count] of field.counts) {
    const chance = -Math.expm1(-Math.exp((other - performance) / NOISE_SCALE));
    above += count * chance;
    variance += count * chance * (1 - chance);
  }
  const drawn = Math.round(above + Math.sqrt(variance) * normal(random));
  return 1 + Math.min(Math.max(drawn, 0), field.size);
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN;
}

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(atLeastTiny(random()))) * Math.cos(2 * Math.PI * random());
}

/** Neither logarithm likes zero. */
function atLeastTiny(chance: number): number {
  return Math.min(Math.max(chance, 1e-12), 1 - 1e-12);
}
