import { winProbability } from "./win-probability.ts";

/** Where needed ratings are looked for, as Codeforces' code does it. */
const LOWEST_NEEDED = 1;
const HIGHEST_NEEDED = 8000;

/**
 * The ratings of those who took part in a contest, counted: what place somebody of any rating may expect among them.
 * A place is wanted for thousands of ratings, so that of whole numbers is computed once.
 */
export class Field {
  readonly size: number;
  readonly #counts = new Map<number, number>();
  readonly #seeds = new Map<number, number>();

  constructor(ratings: readonly number[]) {
    this.size = ratings.length;
    for (const rating of ratings) this.#counts.set(rating, (this.#counts.get(rating) ?? 0) + 1);
  }

  /** How many have which rating. */
  get counts(): Iterable<readonly [rating: number, count: number]> {
    return this.#counts;
  }

  /** The expected place, from 1, of a further participant. */
  seed(rating: number): number {
    const known = this.#seeds.get(rating);
    if (known !== undefined) return known;
    let seed = 1;
    for (const [other, count] of this.#counts) seed += count * winProbability(other, rating);
    if (Number.isInteger(rating)) this.#seeds.set(rating, seed);
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
