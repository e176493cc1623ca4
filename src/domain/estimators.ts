import { expectedBestOfSorted } from "./random-baseline.ts";

/** What came of one answer: whether it passes the samples, and what it is worth. */
export interface Sampled {
  readonly passes: boolean;
  readonly score: number;
}

/** pass@k (Chen et al. 2021): the chance that one of k answers drawn from n is right, where c of them are. */
export function passAtK({ n, c, k }: { readonly n: number; readonly c: number; readonly k: number }): number {
  let noneRight = 1;
  for (let wrong = n - c + 1; wrong <= n; wrong++) noneRight *= Math.max(0, wrong - k) / wrong;
  return 1 - noneRight;
}

/**
 * n@k (AlphaCode, algorithm 1), exact instead of by drawing: k answers are drawn, those that fail the samples are left out,
 * and n of the rest are submitted. The expected best score; with scores of 0 and 1 the chance to solve the problem.
 */
export function nAtK(sampled: readonly Sampled[], { n, k }: { readonly n: number; readonly k: number }): number {
  const passing = sampled
    .filter(({ passes }) => passes)
    .map(({ score }) => score)
    .sort((a, b) => b - a);
  const chances = hypergeometric({ size: sampled.length, marked: passing.length, draws: Math.min(k, sampled.length) });
  let expected = 0;
  // From n passing answers on, as many are submitted: their number makes no difference any more.
  let enough = 0;
  for (const [count, chance] of chances) {
    if (count >= n) enough += chance;
    else expected += chance * expectedBestOfSorted(passing, count);
  }
  return expected + enough * expectedBestOfSorted(passing, n);
}

/** How many of the drawn are marked, with the chance of each number. */
export function hypergeometric(urn: {
  readonly size: number;
  readonly marked: number;
  readonly draws: number;
}): Map<number, number> {
  const { size, marked, draws } = urn;
  const least = Math.max(0, draws - (size - marked));
  const most = Math.min(draws, marked);
  // From the likeliest number outwards, relative to it: neither end is too small to begin with.
  const mode = Math.min(most, Math.max(least, Math.floor(((draws + 1) * (marked + 1)) / (size + 2))));
  const weights = new Map([[mode, 1]]);
  const next = (count: number) =>
    ((marked - count) * (draws - count)) / ((count + 1) * (size - marked - draws + count + 1));
  for (let count = mode, weight = 1; count < most; count++) {
    weight *= next(count);
    weights.set(count + 1, weight);
  }
  for (let count = mode, weight = 1; count > least; count--) {
    weight /= next(count - 1);
    weights.set(count - 1, weight);
  }
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  return new Map([...weights].map(([count, weight]) => [count, weight / total]));
}
