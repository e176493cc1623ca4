import type { Random } from "../../domain/random.ts";
import type { RatingEstimate } from "./estimate.ts";
import { type Field, NOISE_SCALE } from "./field.ts";
import { isFirst, isLast, type Placed } from "./placed.ts";

const REPETITIONS = 400;

/** Where ratings are looked for, and to how many points. */
const LOWEST = -500;
const HIGHEST = 6000;
const PRECISE = 4;

/**
 * What a method makes of the places, with a parametric bootstrap around it. The contests are played again and again, with the
 * same luck for every rating; each time it is asked which ratings would have got this estimate with that luck. Of the answers
 * the middle 95 % are the interval: of the rating that somebody has, not of the estimate, which may lean to one side (a
 * chain of few updates stays near where it began). Where no place could have been better or worse, that end is open.
 */
export function bootstrapPlaces<T extends Placed>(
  contests: readonly T[],
  method: (contests: readonly T[]) => number,
  random: Random,
): RatingEstimate {
  const rating = method(contests);
  const reached: number[] = [];
  const kept: number[] = [];
  for (let repetition = 0; repetition < REPETITIONS; repetition++) {
    const lucks = contests.map(() => drawLuck(random));
    const again = (other: number) => method(contests.map((contest, index) => replayed(contest, other, lucks[index])));
    const { low, high } = crossing((other) => stepFrom(again(other), rating));
    reached.push(low);
    kept.push(high);
  }
  if (contests.every(isFirst))
    return { rating, low: Math.min(rating, quantile(reached, 0.05)), high: Number.POSITIVE_INFINITY };
  if (contests.every(isLast))
    return { rating, low: Number.NEGATIVE_INFINITY, high: Math.max(rating, quantile(kept, 0.95)) };
  return { rating, ...around(rating, [...reached, ...kept]) };
}

/** An end that the estimate itself is beyond is put there, and the other end has all of the 5 % that may be missed. */
function around(rating: number, ratings: readonly number[]): { readonly low: number; readonly high: number } {
  const [low, high] = [quantile(ratings, 0.025), quantile(ratings, 0.975)];
  if (rating < low) return { low: rating, high: quantile(ratings, 0.95) };
  if (rating > high) return { low: quantile(ratings, 0.05), high: rating };
  return { low, high };
}

/** What chance decides in a contest: how good a day it is, and how good the others' days are (a chance, and as a normal deviate). */
export interface Luck {
  readonly own: number;
  readonly others: number;
  readonly deviate: number;
}

export function drawLuck(random: Random): Luck {
  const own = -NOISE_SCALE * Math.log(-Math.log(atLeastTiny(random())));
  const others = atLeastTiny(random());
  return { own, others, deviate: normalQuantile(others) };
}

/** How many of a field are ahead of somebody of this rating. */
export function aboveOf(rating: number, field: Field, { own, others, deviate }: Luck): number {
  const { mean, variance } = field.aheadOf(rating + own);
  const isNormal = variance > NORMAL_FROM_VARIANCE;
  const above = isNormal ? Math.round(mean - Math.sqrt(variance) * deviate) : binomialCount(others, mean, variance);
  return Math.min(Math.max(above, 0), field.size);
}

function replayed<T extends Placed>(contest: T, rating: number, luck: Luck | undefined): T {
  if (!luck) throw new Error("a contest without its luck");
  return { ...contest, above: aboveOf(rating, contest.field, luck), tied: 0 };
}

/** The same places in another order may add up to a hair more. */
function stepFrom(estimate: number, rating: number): number {
  return Math.abs(estimate - rating) < 1e-6 ? 0 : estimate - rating;
}

/** The lowest and the highest rating at which a function that rises in steps is zero; both are its crossing if there is none. */
function crossing(rise: (rating: number) => number): { readonly low: number; readonly high: number } {
  let [low, high] = [LOWEST, HIGHEST];
  while (high - low > PRECISE) {
    const middle = (low + high) / 2;
    const value = rise(middle);
    if (value === 0)
      return {
        low: crossingOf(low, middle, (at) => rise(at) < 0),
        high: crossingOf(middle, high, (at) => rise(at) <= 0),
      };
    if (value < 0) low = middle;
    else high = middle;
  }
  return { low: (low + high) / 2, high: (low + high) / 2 };
}

function crossingOf(from: number, to: number, isBefore: (rating: number) => boolean): number {
  let [low, high] = [from, to];
  while (high - low > PRECISE) {
    const middle = (low + high) / 2;
    if (isBefore(middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN;
}

/** Above this spread, a sum of many chances is as good as normal. */
const NORMAL_FROM_VARIANCE = 30;

/** A sum of independent chances, by the binomial of the same mean and variance: the better the luck, the fewer. */
function binomialCount(luck: number, mean: number, variance: number): number {
  if (mean < 1e-12) return 0;
  const failing = variance / mean;
  if (failing < 1e-12) return Math.round(mean);
  const trials = Math.max(1, Math.ceil(mean / (1 - failing) - 1e-9));
  const share = Math.min(mean / trials, 1);
  // Counted from the rarer side, so that few steps are enough.
  return share <= 0.5 ? countUp(1 - luck, trials, share) : trials - countUp(luck, trials, 1 - share);
}

/** The least count that a binomial number does not exceed with this chance. */
function countUp(chance: number, trials: number, share: number): number {
  let term = (1 - share) ** trials;
  let sum = term;
  let count = 0;
  while (sum < chance && count < trials) {
    term *= ((trials - count) / (count + 1)) * (share / (1 - share));
    sum += term;
    count++;
  }
  return count;
}

/** Of the normal distribution, to a hundredth (Tukey's lambda). */
function normalQuantile(chance: number): number {
  return 4.91 * (chance ** 0.14 - (1 - chance) ** 0.14);
}

/** Neither logarithm likes zero. */
function atLeastTiny(chance: number): number {
  return Math.min(Math.max(chance, 1e-12), 1 - 1e-12);
}
