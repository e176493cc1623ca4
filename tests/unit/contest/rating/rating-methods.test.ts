import { describe, expect, test } from "vitest";
import { placeOf } from "../../../../src/contest/rating/bootstrap-places.ts";
import { RATING_METHOD_NAMES, rateByAllMethods } from "../../../../src/contest/rating/card.ts";
import { percentileOf } from "../../../../src/contest/rating/percentile.ts";
import { averageOfPlaces, likeliestOfPlaces } from "../../../../src/contest/rating/place-methods.ts";
import { placedAmong } from "../../../../src/contest/rating/placed.ts";
import { rateByDifficulties } from "../../../../src/contest/rating/problem-difficulty.ts";
import { randomFrom } from "../../../../src/domain/random.ts";

const FIELD = Array.from({ length: 300 }, (_, index) => 900 + index * 8);

describe("somebody with a known rating", () => {
  test.each([1200, 1600, 2000, 2600])("of %i is recognised by places in many contests", (rating) => {
    const random = randomFrom(rating);
    const { field } = placedAmong({ above: FIELD, below: [], tied: [] });
    const contests = Array.from({ length: 200 }, () => ({
      field,
      place: placeOf(rating, { field, place: 1 }, random),
    }));
    expect(Math.abs(likeliestOfPlaces(contests) - rating)).toBeLessThan(60);
    expect(Math.abs(averageOfPlaces(contests) - rating)).toBeLessThan(90);
  });

  test("is recognised by what he solves", () => {
    const random = randomFrom(5);
    const problems = Array.from({ length: 400 }, (_, index) => {
      const difficulty = 800 + (index % 20) * 120;
      return { difficulty, solved: random() < 1 / (1 + 10 ** ((difficulty - 1900) / 400)) };
    });
    const { rating, low, high } = rateByDifficulties(problems);
    expect(Math.abs(rating - 1900)).toBeLessThan(60);
    expect(low).toBeLessThan(1900);
    expect(high).toBeGreaterThan(1900);
    expect(high - low).toBeLessThan(200);
  });
});

describe("where everything or nothing went well", () => {
  const problems = (solved: boolean) => [1000, 1500, 2000].map((difficulty) => ({ difficulty, solved }));
  const first = { ...placedAmong({ above: [], below: FIELD, tied: [] }), correction: -20 };
  const last = { ...placedAmong({ above: FIELD, below: [], tied: [] }), correction: -20 };

  test("every method gives a rating, and an interval that is open at that side alone", () => {
    const best = rateByAllMethods({ contests: [first, first], problems: problems(true) }, 1);
    const worst = rateByAllMethods({ contests: [last, last], problems: problems(false) }, 1);
    for (const name of RATING_METHOD_NAMES) {
      const [high, low] = [best.get(name), worst.get(name)];
      expect(Number.isFinite(high?.rating) && Number.isFinite(low?.rating)).toBe(true);
      expect([high?.high, low?.low]).toEqual([Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]);
      expect(Number.isFinite(high?.low) && Number.isFinite(low?.high)).toBe(true);
      expect(high?.rating).toBeGreaterThan(low?.rating ?? Number.NaN);
    }
  });

  test("with no contest and no problem there is no rating", () => {
    const card = rateByAllMethods({ contests: [], problems: [] }, 1);
    expect(RATING_METHOD_NAMES.map((name) => card.get(name))).toEqual([undefined, undefined, undefined, undefined]);
  });

  test("the same seed gives the same card", () => {
    const evidence = { contests: [first, last], problems: problems(true) };
    expect(rateByAllMethods(evidence, 3)).toEqual(rateByAllMethods(evidence, 3));
  });
});

describe("percentiles", () => {
  test("are shares of those with a lower rating", () => {
    const distribution = { source: "here", date: "now", below: 10, from: 0, step: 100, counts: [40, 40, 10] };
    expect(percentileOf(-5, distribution)).toBe(0);
    expect(percentileOf(0, distribution)).toBe(0.1);
    expect(percentileOf(50, distribution)).toBeCloseTo(0.3, 12);
    expect(percentileOf(100, distribution)).toBeCloseTo(0.5, 12);
    expect(percentileOf(4000, distribution)).toBe(1);
  });

  test("of Codeforces: half of its users are below 1100, and one of a thousand above 2700", () => {
    expect(percentileOf(1100)).toBeGreaterThan(0.45);
    expect(percentileOf(1100)).toBeLessThan(0.55);
    expect(percentileOf(2700)).toBeGreaterThan(0.998);
  });
});
