import { describe, expect, test } from "vitest";
import {
  CodeforcesRound,
  codeforcesChanges,
  exactPerformance,
  sharedPlaces,
} from "../../../../src/contest/rating/codeforces-update.ts";

// Both expect place 1.5. The winner's middle, sqrt(1 * 1.5), is the place of a rating of 1715, the loser's, sqrt(2 * 1.5),
// that of 1325: half the ways are 107 and -87. They add up to 20, which is brought to -2 by -11 each.
test("a round of two equals, by hand", () => {
  const changes = codeforcesChanges([
    { rating: 1500, points: 10, penalty: 0 },
    { rating: 1500, points: 5, penalty: 0 },
  ]);
  expect(changes).toEqual([96, -98]);
});

test("those who tie share the worst of their places; fewer penalty points are better", () => {
  const results = [
    { points: 5, penalty: 30 },
    { points: 7, penalty: 99 },
    { points: 5, penalty: 30 },
    { points: 5, penalty: 10 },
  ];
  expect(sharedPlaces(results)).toEqual([4, 1, 4, 2]);
});

describe("a round of many", () => {
  const results = Array.from({ length: 200 }, (_, index) => ({
    rating: 1000 + ((index * 37) % 1200),
    points: 200 - index,
    penalty: 0,
  }));
  const round = new CodeforcesRound(results);
  const changes = codeforcesChanges(results);

  test("nobody gains what nobody lost, and the best do not gain together", () => {
    expect(changes.reduce((sum, change) => sum + change, 0)).toBeLessThanOrEqual(0);
    const best = results
      .map(({ rating }, index) => ({ rating, change: changes[index] ?? 0 }))
      .sort((a, b) => b.rating - a.rating)
      .slice(0, 4 * Math.round(Math.sqrt(200)));
    expect(best.reduce((sum, { change }) => sum + change, 0)).toBeLessThanOrEqual(best.length);
  });

  test("the performance is the lowest rating with which nothing would have been gained", () => {
    for (const index of [3, 50, 120]) {
      const performance = exactPerformance(results, index);
      const changeAt = (rating: number) =>
        codeforcesChanges(results.map((result, own) => (own === index ? { ...result, rating } : result)))[index];
      expect(changeAt(performance)).toBeLessThanOrEqual(0);
      expect(changeAt(performance - 1)).toBeGreaterThan(0);
      expect(Math.abs(performance - round.performance(index))).toBeLessThanOrEqual(4);
    }
    expect(round.performance(0)).toBe(Number.POSITIVE_INFINITY);
  });
});
