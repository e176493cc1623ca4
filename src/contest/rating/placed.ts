import { Field } from "./field.ts";

/** A contest that somebody took part in: the ratings of the others, and how they came out. */
export interface Placed {
  readonly field: Field;
  /** Others who did strictly better. */
  readonly above: number;
  /** Others who did just as well. */
  readonly tied: number;
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
  return { field: roundedField([...above, ...below, ...tied]), above: above.length, tied: tied.length };
}

export function roundedField(ratings: readonly number[]): Field {
  return new Field(ratings.map((rating) => Math.round(rating / RATING_STEP) * RATING_STEP));
}

/** From 1; who ties with others has the middle of their places. */
export function placeOf({ above, tied }: Placed): number {
  return 1 + above + tied / 2;
}

/** Nobody did better: no rating would be too high for that. */
export function isFirst({ above }: Placed): boolean {
  return above === 0;
}

/** Nobody did worse, as where nothing was solved. */
export function isLast({ above, tied, field }: Placed): boolean {
  return above + tied >= field.size;
}

/** The first place is taken for half a place below it, the last for half a place above it: their ratings would be infinite. */
export function finitePlace(placed: Placed): number {
  return Math.min(Math.max(placeOf(placed), 1.5), placed.field.size + 0.5);
}
