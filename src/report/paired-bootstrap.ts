import { randomFrom } from "../domain/random.ts";

export const RESAMPLINGS = 10_000;
export const BOOTSTRAP_SEED = 1;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * The 95 % interval of a sum of differences, one for each problem: as many problems are drawn with replacement again and
 * again. Undefined for fewer than two problems, which say nothing of how problems differ.
 */
export function pairedInterval(differences: readonly number[]): Interval | undefined {
  const count = differences.length;
  if (count < 2) return undefined;
  const random = randomFrom(BOOTSTRAP_SEED);
  const sums = Array.from({ length: RESAMPLINGS }, () => {
    let sum = 0;
    for (let drawn = 0; drawn < count; drawn++) sum += differences[Math.floor(random() * count)] ?? 0;
    return sum;
  }).sort((a, b) => a - b);
  const at = (share: number) => sums[Math.round(share * (RESAMPLINGS - 1))] ?? Number.NaN;
  return { low: at(0.025), high: at(0.975) };
}
