import { meanInterval } from "../domain/mean-interval.ts";
import type { CurvePoint } from "./curve.ts";

/** What comes of an x: a value for every seed, or a single one where it is exact. */
export type Series = (x: number) => readonly number[];

/** Works out each x but once. */
export function series(valuesAt: Series): Series {
  const known = new Map<number, readonly number[]>();
  return (x) => {
    const values = known.get(x) ?? valuesAt(x);
    known.set(x, values);
    return values;
  };
}

/** Seed by seed. */
export function sumOf(parts: readonly Series[]): Series {
  return (x) => {
    const each = parts.map((part) => part(x));
    const seeds = Math.max(1, ...each.map(({ length }) => length));
    return Array.from({ length: seeds }, (_, seed) =>
      each.reduce((total, values) => total + (values[values.length === 1 ? 0 : seed] ?? 0), 0),
    );
  };
}

export function pointsOf(values: Series, xs: readonly number[]): CurvePoint[] {
  return xs.map((x) => ({ x, ...meanInterval(values(x)) }));
}

/** 1, 2, 5, 10 and so on, and the largest. */
export function logarithmic(most: number): number[] {
  const counts: number[] = [];
  for (let power = 1; power < most; power *= 10) counts.push(power, 2 * power, 5 * power);
  return [...counts.filter((count) => count < most), most];
}
