import { RATING_METHOD_NAMES, RATING_METHODS, type RatingMethodName } from "../../src/contest/rating/card.ts";
import { CodeforcesRound } from "../../src/contest/rating/codeforces-update.ts";
import { roundedField } from "../../src/contest/rating/placed.ts";
import { winProbability } from "../../src/contest/rating/win-probability.ts";
import { type Random, randomFrom } from "../../src/domain/random.ts";
import { type RealRound, readRounds } from "./csv.ts";

const TRUE_RATINGS = [800, 1100, 1400, 1700, 2000, 2300, 2600, 2900, 3200, 3500];
const CONTESTS = 12;
/** Rating by problems takes next to no time: so many times more contestants are rated by them. */
const CHEAPER = 5;
const DIFFICULTIES = [800, 1200, 1600, 2100, 2700, 3400];

export interface Recovery {
  readonly method: RatingMethodName;
  readonly trueRating: number;
  /** Mean of what is estimated, less the truth. */
  readonly bias: number;
  /** Root of the mean square of the same. */
  readonly error: number;
  /** Percent of the intervals that hold the truth. */
  readonly coverage: number;
  /** Of the intervals that have two ends; NaN where none has. */
  readonly width: number;
  /** Estimates that are not finite, or outside their own intervals. */
  readonly faults: number;
}

/**
 * Contestants of known rating play contests of real fields, six problems each. Everybody's noise is drawn one by one, from the
 * ratings as they are: nothing of what the intervals are made with is used to make the places.
 */
export function measureRecovery(data: string, simulations: number): Recovery[] {
  const rounds = readRounds(data).map(contestOf);
  const contests = Array.from({ length: CONTESTS }, (_, index) => at(rounds, index % rounds.length));
  return TRUE_RATINGS.flatMap((trueRating) => {
    const random = randomFrom(trueRating);
    const evidence = Array.from({ length: simulations * CHEAPER }, (_, simulation) => {
      const played = contests.map(({ ratings, field, correction }) => {
        const above = simulation < simulations ? countAbove(trueRating, ratings, random) : 0;
        return { field, correction, above, tied: 0 };
      });
      const problems = contests.flatMap(() =>
        DIFFICULTIES.map((difficulty) => ({ difficulty, solved: random() < winProbability(trueRating, difficulty) })),
      );
      return { contests: played, problems };
    });
    return RATING_METHOD_NAMES.map((method) => {
      const own = method === "problem-difficulty" ? evidence : evidence.slice(0, simulations);
      const estimates = own.map((each, seed) => {
        return RATING_METHODS[method].rate(each, randomFrom(seed)) ?? { rating: Number.NaN, low: 0, high: 0 };
      });
      return { method, trueRating, ...recoveryOf(estimates, trueRating) };
    });
  });
}

type Estimate = { readonly rating: number; readonly low: number; readonly high: number };

function recoveryOf(estimates: readonly Estimate[], truth: number): Omit<Recovery, "method" | "trueRating"> {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    bias: mean(estimates.map(({ rating }) => rating - truth)),
    error: Math.sqrt(mean(estimates.map(({ rating }) => (rating - truth) ** 2))),
    coverage: 100 * mean(estimates.map(({ low, high }) => (low <= truth && truth <= high ? 1 : 0))),
    width: mean(estimates.map(({ low, high }) => high - low).filter(Number.isFinite)),
    faults: estimates.filter(({ rating, low, high }) => !(Number.isFinite(rating) && low <= rating && rating <= high))
      .length,
  };
}

function contestOf({ rows }: RealRound) {
  const ratings = rows.map(({ rating }) => rating);
  return { ratings, field: roundedField(ratings), correction: new CodeforcesRound(rows).correction };
}

const NOISE_SCALE = 400 / Math.LN10;

function countAbove(rating: number, others: readonly number[], random: Random): number {
  const noise = () => -NOISE_SCALE * Math.log(-Math.log(Math.max(random(), 1e-12)));
  const own = rating + noise();
  return others.reduce((count, other) => count + (other + noise() > own ? 1 : 0), 0);
}

function at<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new Error(`nothing at ${index} of ${items.length}`);
  return item;
}
