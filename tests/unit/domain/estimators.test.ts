import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hypergeometric, nAtK, passAtK, type Sampled } from "../../../src/domain/estimators.ts";
import { expectedBest } from "../../../src/domain/random-baseline.ts";

describe("pass@k", () => {
  // By hand: 1 - C(n-c, k) / C(n, k).
  test.each([
    ["of 4 with one right, 1 drawn", { n: 4, c: 1, k: 1 }, 1 / 4],
    ["of 5 with two right, 2 drawn: 1 - 3/10", { n: 5, c: 2, k: 2 }, 0.7],
    ["of 10 with three right, 4 drawn: 1 - 35/210", { n: 10, c: 3, k: 4 }, 5 / 6],
    ["none right", { n: 10, c: 0, k: 10 }, 0],
    ["all drawn, one right", { n: 10, c: 1, k: 10 }, 1],
    ["more drawn than are wrong", { n: 5, c: 2, k: 4 }, 1],
    ["the published 10,000, 10 right, 50 drawn", { n: 10_000, c: 10, k: 50 }, 0.0489],
  ])("%s", (_, drawn, expected) => {
    expect(passAtK(drawn)).toBeCloseTo(expected, 3);
  });
});

describe("n@k", () => {
  const right: Sampled = { passes: true, score: 1 };
  const wrong: Sampled = { passes: true, score: 0 };
  const failing: Sampled = { passes: false, score: 0 };

  // By hand. Two of four drawn: both pass 1/6, one 4/6, none 1/6; then one of the passing, of which half are right.
  test("1@2 of one right, one wrong and two that fail the samples is 5/12", () => {
    expect(nAtK([right, wrong, failing, failing], { n: 1, k: 2 })).toBeCloseTo(5 / 12, 12);
  });

  // Both pass (1/6): both are submitted, solved. One passes (4/6): solved by half.
  test("2@2 of the same is 1/2", () => {
    expect(nAtK([right, wrong, failing, failing], { n: 2, k: 2 })).toBeCloseTo(1 / 2, 12);
  });

  test("what fails the samples is never submitted, were it right", () => {
    expect(nAtK([{ passes: false, score: 1 }, failing], { n: 2, k: 2 })).toBe(0);
  });

  test("is pass@k where all pass and all are submitted, and chance's best of n where all are drawn", () => {
    const all = [right, right, wrong, wrong, wrong];
    expect(nAtK(all, { n: 2, k: 2 })).toBeCloseTo(passAtK({ n: 5, c: 2, k: 2 }), 12);
    const points = [10, 30, 0, 70].map((score) => ({ passes: true, score }));
    expect(nAtK(points, { n: 2, k: 4 })).toBeCloseTo(expectedBest([10, 30, 0, 70], 2), 12);
  });

  test("is the mean over all ways to draw k and submit n", () => {
    const few = fc.array(fc.record({ passes: fc.boolean(), score: fc.nat(9) }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(few, fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }), (sampled, n, k) => {
        const drawn = subsetsOf(sampled, Math.min(k, sampled.length));
        const means = drawn.map((subset) =>
          expectedBest(
            subset.filter(({ passes }) => passes).map(({ score }) => score),
            n,
          ),
        );
        const mean = means.reduce((sum, value) => sum + value, 0) / means.length;
        expect(nAtK(sampled, { n, k })).toBeCloseTo(mean, 9);
      }),
    );
  });

  test("stays a chance with 100,000 answers", () => {
    const many = Array.from({ length: 100_000 }, (_, index) => ({
      passes: index % 100 === 0,
      score: index % 1000 === 0 ? 1 : 0,
    }));
    const value = nAtK(many, { n: 10, k: 50_000 });
    // About 500 pass and a tenth of them is right: 1 - 0.9^10.
    expect(value).toBeCloseTo(1 - 0.9 ** 10, 2);
  });
});

test("the number of marked among the drawn: 2 of 5 marked, 3 drawn, is 0, 1, 2 with 1/10, 6/10, 3/10", () => {
  const chances = hypergeometric({ size: 5, marked: 2, draws: 3 });
  expect(chances.get(0)).toBeCloseTo(0.1, 12);
  expect(chances.get(1)).toBeCloseTo(0.6, 12);
  expect(chances.get(2)).toBeCloseTo(0.3, 12);
  expect(chances.size).toBe(3);
});

function subsetsOf<T>(values: readonly T[], size: number): T[][] {
  if (size === 0) return [[]];
  return values.flatMap((value, index) =>
    subsetsOf(values.slice(index + 1), size - 1).map((subset) => [value, ...subset]),
  );
}
