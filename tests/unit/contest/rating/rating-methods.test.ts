import { describe, expect, test } from "vitest";
import { aboveOf, drawLuck } from "../../../../src/contest/rating/bootstrap-places.ts";
import { RATING_METHOD_NAMES, rateByAllMethods } from "../../../../src/contest/rating/card.ts";
import type { RatingEstimate } from "../../../../src/contest/rating/estimate.ts";
import { percentileOf } from "../../../../src/contest/rating/percentile.ts";
import { averageOfPlaces, likeliestOfPlaces } from "../../../../src/contest/rating/place-methods.ts";
import { placedAmong } from "../../../../src/contest/rating/placed.ts";
import { rateByDifficulties } from "../../../../src/contest/rating/problem-difficulty.ts";
import { type Random, randomFrom } from "../../../../src/domain/random.ts";

const FIELD = Array.from({ length: 300 }, (_, index) => 900 + index * 8);

describe("somebody with a known rating", () => {
  test.each([1200, 1600, 2000, 2600])("of %i is recognised by places in many contests", (rating) => {
    const random = randomFrom(rating);
    const { field } = placedAmong({ above: FIELD, below: [], tied: [] });
    const contests = Array.from({ length: 200 }, () => ({
      field,
      above: aboveOf(rating, field, drawLuck(random)),
      tied: 0,
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

describe("an interval", () => {
  const field = placedAmong({ above: FIELD, below: [], tied: [] }).field;

  test.each([800, 3500])("holds a rating of %i nineteen times of twenty, by every method", (truth) => {
    const random = randomFrom(truth);
    const runs = Array.from({ length: 40 }, (_, run) => {
      const contests = Array.from({ length: 4 }, () => {
        return { field, above: countAbove(truth, random), tied: 0, correction: -20 };
      });
      const problems = Array.from({ length: 24 }, (_, index) => {
        const difficulty = 800 + (index % 6) * 500;
        return { difficulty, solved: random() < 1 / (1 + 10 ** ((difficulty - truth) / 400)) };
      });
      return rateByAllMethods({ contests, problems }, run);
    });
    for (const name of RATING_METHOD_NAMES) {
      const held = runs.filter((card) => holds(card.get(name), truth)).length;
      expect(held / runs.length, name).toBeGreaterThan(0.87);
    }
  });

  test("holds its own estimate, even where one contest pulls a chain far from where it began", () => {
    for (const above of [0, 1, 150, 299, 300]) {
      const contests = [{ field, above, tied: 0, correction: -20 }];
      const card = rateByAllMethods({ contests, problems: [{ difficulty: 3000, solved: above === 0 }] }, 1);
      for (const name of RATING_METHOD_NAMES) expect(holds(card.get(name), card.get(name)?.rating), name).toBe(true);
    }
  });
});

/** Everybody's noise is drawn one by one. */
function countAbove(rating: number, random: Random): number {
  const noise = () => (-400 / Math.LN10) * Math.log(-Math.log(Math.max(random(), 1e-12)));
  const own = rating + noise();
  return FIELD.filter((other) => other + noise() > own).length;
}

function holds(estimate: RatingEstimate | undefined, rating = Number.NaN): boolean {
  return estimate !== undefined && estimate.low <= rating && rating <= estimate.high;
}

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

  test("somebody who solved nothing is not bounded below, though others solved nothing either", () => {
    const level = { ...placedAmong({ above: FIELD.slice(50), below: [], tied: FIELD.slice(0, 50) }), correction: -20 };
    const card = rateByAllMethods({ contests: [level, level], problems: problems(false) }, 1);
    for (const name of RATING_METHOD_NAMES) {
      const { rating, low, high } = card.get(name) ?? { rating: Number.NaN, low: Number.NaN, high: Number.NaN };
      expect(low, name).toBe(Number.NEGATIVE_INFINITY);
      expect(Number.isFinite(rating) && rating <= high && Number.isFinite(high), name).toBe(true);
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
    const distribution = {
      users: "we",
      source: "here",
      date: "now",
      below: 10,
      from: 0,
      step: 100,
      counts: [40, 40, 10],
    };
    expect(percentileOf(-5, distribution)).toBe(0);
    expect(percentileOf(0, distribution)).toBe(0.1);
    expect(percentileOf(50, distribution)).toBeCloseTo(0.3, 12);
    expect(percentileOf(100, distribution)).toBeCloseTo(0.5, 12);
    expect(percentileOf(4000, distribution)).toBe(1);
  });

  // Published of active users; the shipped table counts everybody who was ever rated, many of whom left after one contest.
  test.each([
    [808, 0.11, 0.21],
    [1258, 0.62, 0.02],
    [1673, 0.89, 0.04],
    [1807, 0.93, 0.03],
    [2724, 0.998, 0.002],
  ])("of %i is near what was published, or above it", (rating, published, difference) => {
    expect(percentileOf(rating)).toBeGreaterThan(published);
    expect(percentileOf(rating)).toBeLessThan(published + difference);
  });

  test("of Codeforces: half of its users are below 1100, and one of a thousand above 2700", () => {
    expect(percentileOf(1100)).toBeGreaterThan(0.45);
    expect(percentileOf(1100)).toBeLessThan(0.55);
    expect(percentileOf(2700)).toBeGreaterThan(0.998);
  });
});
