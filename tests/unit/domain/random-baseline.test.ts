import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectedBest } from "../../../src/domain/random-baseline.ts";

describe("the expected best of random draws", () => {
  const cases: readonly (readonly [what: string, values: readonly number[], draws: number, expected: number])[] = [
    ["nothing to draw from", [], 3, 0],
    ["no draw", [100], 0, 0],
    ["one draw is the mean", [0, 30, 60], 1, 30],
    ["all drawn is the maximum", [10, 70, 40], 3, 70],
    ["more draws than values is the maximum", [10, 70, 40], 50, 70],
    ["two of three: 60, 60 and 30, each with a third", [0, 30, 60], 2, 50],
    ["equal values", [20, 20, 20, 20], 2, 20],
  ];
  test.each(cases)("%s", (_, values, draws, expected) => {
    expect(expectedBest(values, draws)).toBeCloseTo(expected, 9);
  });

  test("is the mean of the maximum over all subsets of that size", () => {
    const few = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(few, fc.integer({ min: 1, max: 8 }), (values, wanted) => {
        const draws = Math.min(wanted, values.length);
        const maxima = subsetsOf(values, draws).map((subset) => Math.max(...subset));
        const mean = maxima.reduce((sum, value) => sum + value, 0) / maxima.length;
        expect(expectedBest(values, draws)).toBeCloseTo(mean, 9);
      }),
    );
  });

  test.each([
    [1, 10, 1],
    [3, 10, 4],
    [9, 10, 2],
    [0, 10, 5],
    [3, 1000, 50],
    [1, 10_000, 10_000],
  ])("of %i right ones among %i is 1 - C(K-c, n) / C(K, n) with %i draws", (right, all, draws) => {
    const values = Array.from({ length: all }, (_, index) => (index < right ? 1 : 0));
    expect(expectedBest(values, draws)).toBeCloseTo(1 - chooseRatio(all - right, all, draws), 9);
  });

  test("never falls when more is drawn", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(600), { minLength: 1, maxLength: 30 }), fc.nat(29), (values, draws) => {
        expect(expectedBest(values, draws + 1)).toBeGreaterThanOrEqual(expectedBest(values, draws) - 1e-9);
      }),
    );
  });
});

function subsetsOf(values: readonly number[], size: number): number[][] {
  if (size === 0) return [[]];
  return values.flatMap((value, index) =>
    subsetsOf(values.slice(index + 1), size - 1).map((subset) => [value, ...subset]),
  );
}

/** C(k, n) / C(K, n) in whole numbers, unlike what is tested. */
function chooseRatio(k: number, K: number, n: number): number {
  if (n > k) return 0;
  let above = 1n;
  let below = 1n;
  for (let i = 0; i < n; i++) {
    above *= BigInt(k - i);
    below *= BigInt(K - i);
  }
  return Number((above * 10n ** 15n) / below) / 1e15;
}
