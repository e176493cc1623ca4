import { Field } from "./field.ts";

/** A contest that somebody took part in: the ratings of the others, and the place among them. */
export interface Placed {
  readonly field: Field;
  /** From 1; who ties with others has the middle of their places. */
  readonly place: number;
}

/** Rounded to this, ratings tell the same story, and a field of thousands is a hundred numbers. */
const RATING_STEP = 20;

/** From who came before, after, and level. */
export function placedAmong(others: {
  readonly above: readonly number[];
  readonly below: readonly number[];
  readonly tied: readonly number[];
}): Placed {
  const { above, below, tied } = others;
  const rounded = [...above, ...below, ...tied].map((rating) => Math.round(rating / RATING_STEP) * RATING_STEP);
  return { field: new Field(rounded), place: 1 + above.length + tied.length / 2 };
}

export function isFirst({ place }: Placed): boolean {
  return place <= 1;
}

export function isLast({ place, field }: Placed): boolean {
  return place >= field.size + 1;
}

/** The first place is taken for half a place below it, the last for half a place above it: their ratings would be infinite. */
export function finitePlace({ place, field }: Placed): number {
  return Math.min(Math.max(place, 1.5), field.size + 0.5);
}
