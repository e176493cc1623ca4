import { winProbability } from "./win-probability.ts";

/** Where needed ratings are looked for, as Codeforces' code does it. */
const LOWEST_NEEDED = 1;
const HIGHEST_NEEDED = 8000;

/** Nobody's place changes any more beyond these. */
const LOWEST_PERFORMANCE = -3000;
const HIGHEST_PERFORMANCE = 9000;

/**
 * Who is better by 400 points is ahead ten times of eleven if everybody's performance is the rating plus Gumbel noise of this
 * scale: the model under which the win probability is exact.
 */
export const NOISE_SCALE = 400 / Math.LN10;

/** How many are ahead of a performance: independent of each other once it is known. */
export interface Ahead {
  readonly mean: number;
  readonly variance: number;
}

/**
 * The ratings of those who took part in a contest, counted: what place somebody of any rating may expect among them.
 * A place is wanted for thousands of ratings, so that of whole numbers is computed once.
 */
export class Field {
  readonly size: number;
  readonly #counts = new Map<number, number>();
  readonly #seeds = new Float64Array(HIGHEST_PERFORMANCE - LOWEST_PERFORMANCE + 1);
  readonly #ahead = new Array<Ahead | undefined>(HIGHEST_PERFORMANCE - LOWEST_PERFORMANCE + 1);

  constructor(ratings: readonly number[]) {
    this.size = ratings.length;
    for (const rating of ratings) this.#counts.set(rating, (this.#counts.get(rating) ?? 0) + 1);
  }

  /** The expected place, from 1, of a further participant. */
  seed(rating: number): number {
    const known = this.#seeds[rating - LOWEST_PERFORMANCE];
    // Not one of the whole numbers, or not asked for yet: a place is at least 1.
    if (known) return known;
    let seed = 1;
    for (const [other, count] of this.#counts) seed += count * winProbability(other, rating);
    if (known === 0) this.#seeds[rating - LOWEST_PERFORMANCE] = seed;
    return seed;
  }

  /** The expected place of one of the participants, who does not play against himself. */
  seedOfMember(rating: number, ownRating = rating): number {
    return this.seed(rating) - winProbability(ownRating, rating);
  }

  /** The largest whole rating with which one of the participants may expect no better than this place. */
  ratingAtPlace(place: number, ownRating: number): number {
    return largestWhere(LOWEST_NEEDED, HIGHEST_NEEDED, (rating) => this.seedOfMember(rating, ownRating) >= place);
  }

  /** The same for somebody who is none of them. */
  ratingOfPlace(place: number): number {
    return largestWhere(LOWEST_NEEDED, HIGHEST_NEEDED, (rating) => this.seed(rating) >= place);
  }

  /** Of those in the field, who have noise of their own. */
  aheadOf(performance: number): Ahead {
    const rounded = Math.round(Math.min(Math.max(performance, LOWEST_PERFORMANCE), HIGHEST_PERFORMANCE));
    const known = this.#ahead[rounded - LOWEST_PERFORMANCE];
    if (known) return known;
    let mean = 0;
    let variance = 0;
    for (const [other, count] of this.#counts) {
      const chance = -Math.expm1(-Math.exp((other - rounded) / NOISE_SCALE));
      mean += count * chance;
      variance += count * chance * (1 - chance);
    }
    const ahead = { mean, variance };
    this.#ahead[rounded - LOWEST_PERFORMANCE] = ahead;
    return ahead;
  }
}

/** The largest whole number in the range for which a property holds that holds up to some number and not after it. */
export function largestWhere(low: number, high: number, holds: (value: number) => boolean): number {
  let least = low;
  let most = high;
  while (most - least > 1) {
    const middle = Math.floor((least + most) / 2);
    if (holds(middle)) least = middle;
    else most = middle;
  }
  return least;
}
