import { Field, largestWhere } from "./field.ts";

/** A participant with what the place follows from. */
export interface RatedResult {
  readonly rating: number;
  readonly points: number;
  /** Less is better, among equal points. */
  readonly penalty: number;
}

/**
 * The changes of ratings after a round, in the order given: Codeforces' formula (Mirzayanov, "Open Codeforces Rating
 * System", 2015, with the corrections of its published code). Those who tie have the worst place of them all.
 */
export function codeforcesChanges(results: readonly RatedResult[]): number[] {
  const round = new CodeforcesRound(results);
  return results.map((_, index) => round.change(index));
}

/**
 * The performance rating that people quote, exact: the lowest rating with which the participant would not have gained.
 * Everybody else's change depends a little on it, so the round is computed anew for every guess.
 */
export function exactPerformance(results: readonly RatedResult[], index: number): number {
  const near = new CodeforcesRound(results).performance(index);
  if (!Number.isFinite(near)) return near;
  const gains = (rating: number) => {
    const guess = results.map((result, own) => (own === index ? { ...result, rating } : result));
    return new CodeforcesRound(guess).change(index) > 0;
  };
  return largestWhere(near - NEAR, near + NEAR, gains) + 1;
}

/** How far the quick answer may be off. */
const NEAR = 8;

/** Where performances are looked for. */
const LOWEST_PERFORMANCE = -500;
const HIGHEST_PERFORMANCE = 6000;

/** A finished round: what each participant's rating changes by, and at which rating it would not have changed. */
export class CodeforcesRound {
  readonly #results: readonly RatedResult[];
  readonly #field: Field;
  readonly #places: readonly number[];
  /** Before the corrections. */
  readonly #raw: readonly number[];
  readonly #sum: number;
  /** From the best rating to the worst. */
  readonly #order: readonly number[];
  readonly #rankInOrder: readonly number[];
  /** Sums of the raw changes of the first so many in that order. */
  readonly #sums: readonly number[];
  /** The best ones, whose changes are not to add up to more than zero. */
  readonly #bestCount: number;

  constructor(results: readonly RatedResult[]) {
    this.#results = results;
    this.#field = new Field(results.map(({ rating }) => rating));
    this.#places = sharedPlaces(results);
    this.#raw = results.map(({ rating }, index) => this.#rawChange(index, rating));
    this.#sum = this.#raw.reduce((total, change) => total + change, 0);
    this.#order = results.map((_, index) => index).sort((a, b) => this.#rating(b) - this.#rating(a));
    const ranks = new Array<number>(results.length).fill(0);
    for (const [rank, index] of this.#order.entries()) ranks[index] = rank;
    this.#rankInOrder = ranks;
    const sums = [0];
    for (const index of this.#order) sums.push((sums.at(-1) ?? 0) + at(this.#raw, index));
    this.#sums = sums;
    this.#bestCount = Math.min(4 * Math.round(Math.sqrt(results.length)), results.length);
  }

  change(index: number): number {
    return this.#changeAt(index, this.#rating(index));
  }

  /** What every raw change was corrected by, so that nobody gains what nobody lost. */
  get correction(): number {
    return this.#results.length === 0 ? 0 : this.change(0) - at(this.#raw, 0);
  }

  /** From 1; those who tie share the worst place of them. */
  place(index: number): number {
    return at(this.#places, index);
  }

  /** Nearly the rating at which the change would have been zero (see `exactPerformance`); Infinity for an unshared first place. */
  performance(index: number): number {
    if (this.place(index) <= 1) return Number.POSITIVE_INFINITY;
    const gains = (rating: number) => this.#changeAt(index, rating) > 0;
    return largestWhere(LOWEST_PERFORMANCE, HIGHEST_PERFORMANCE, gains) + 1;
  }

  /** If the participant had come with this rating, and all others' raw changes were as they are. */
  #changeAt(index: number, rating: number): number {
    const own = rating === this.#rating(index) ? at(this.#raw, index) : this.#rawChange(index, rating);
    const size = this.#results.length;
    const first = Math.trunc(-(this.#sum - at(this.#raw, index) + own) / size) - 1;
    const best = this.#sumOfBest(index, rating, own) + first * this.#bestCount;
    const second = Math.min(Math.max(Math.trunc(-best / this.#bestCount), -10), 0);
    return own + first + second;
  }

  #rawChange(index: number, rating: number): number {
    const own = this.#rating(index);
    const expected = this.#field.seedOfMember(rating, own);
    const middle = Math.sqrt(this.place(index) * expected);
    return Math.trunc((this.#field.ratingAtPlace(middle, own) - rating) / 2);
  }

  #sumOfBest(index: number, rating: number, own: number): number {
    const lastOther = this.#othersInOrder(index, this.#bestCount - 1);
    if (lastOther === undefined) return this.#sumOfOthers(index, this.#bestCount - 1) + own;
    const other = this.#rating(lastOther);
    const isAmongThem = rating > other || (rating === other && index < lastOther);
    return isAmongThem
      ? this.#sumOfOthers(index, this.#bestCount - 1) + own
      : this.#sumOfOthers(index, this.#bestCount);
  }

  /** The participant at this position among all but one; undefined past the end. */
  #othersInOrder(without: number, position: number): number | undefined {
    return this.#order[position < at(this.#rankInOrder, without) ? position : position + 1];
  }

  #sumOfOthers(without: number, count: number): number {
    if (at(this.#rankInOrder, without) >= count) return at(this.#sums, count);
    return at(this.#sums, count + 1) - at(this.#raw, without);
  }

  #rating(index: number): number {
    const result = this.#results[index];
    if (!result) throw new Error(`no participant ${index}`);
    return result.rating;
  }
}

/** Of each result: how many are at least as good. */
export function sharedPlaces(results: readonly Pick<RatedResult, "points" | "penalty">[]): number[] {
  const order = [...results.entries()].sort(([, a], [, b]) => compare(a, b));
  const places = new Array<number>(results.length).fill(0);
  for (let start = 0; start < order.length; ) {
    const [, first] = at(order, start);
    let end = start + 1;
    while (end < order.length && compare(at(order, end)[1], first) === 0) end++;
    for (const [index] of order.slice(start, end)) places[index] = end;
    start = end;
  }
  return places;
}

function compare(a: Pick<RatedResult, "points" | "penalty">, b: Pick<RatedResult, "points" | "penalty">): number {
  return b.points - a.points || a.penalty - b.penalty;
}

function at<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new Error(`nothing at ${index} of ${items.length}`);
  return item;
}
