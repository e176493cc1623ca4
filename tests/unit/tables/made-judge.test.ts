import { expect, test } from "vitest";
import type { StoredPool } from "../../../src/contest/stored-pool.ts";
import { STRATEGIES } from "../../../src/selection/index.ts";
import { aPoolOf, storedPoolOf } from "../../support/made-pools.ts";
import { withMadeJudge } from "../../tables/made-judge.ts";

const ONE = [{ id: "all", maxScore: 100, contains: [] }];
const BEHAVIOURS = Array.from({ length: 20 }, (_, place) => ({
  ...{ name: `way ${place}`, count: 2, worth: { all: place < 5 ? 100 : 0 } },
}));
const POOL = storedPoolOf(aPoolOf(BEHAVIOURS, ONE), "many ways");
const { gencluster } = STRATEGIES;

test("of two programs the better one wins as often as the judge is right", () => {
  const won = Array.from({ length: 50 }, (_, seed) => betterWins(withMadeJudge(POOL, gencluster, 0.75, seed))).flat();
  expect(won.length).toBeGreaterThan(1000);
  expect(share(won)).toBeGreaterThan(0.71);
  expect(share(won)).toBeLessThan(0.79);
  expect(betterWins(withMadeJudge(POOL, gencluster, 1, 1))).not.toContain(false);
  expect(betterWins(withMadeJudge(POOL, gencluster, 0, 1))).not.toContain(true);
});

test("one program of each cluster is rated, right ones the higher as often as the judge is right", () => {
  const rated = Array.from({ length: 100 }, (_, seed) => ratings(withMadeJudge(POOL, gencluster, 0.75, seed))).flat();
  expect(rated).toHaveLength(100 * BEHAVIOURS.length);
  expect(share(rated.map(({ says, isRight }) => says === isRight))).toBeCloseTo(0.75, 1);
});

test("the same seed makes the same judge, and the pool itself stays as it was", () => {
  const once = withMadeJudge(POOL, gencluster, 0.75, 7);
  expect(withMadeJudge(POOL, gencluster, 0.75, 7)).toEqual(once);
  expect(withMadeJudge(POOL, gencluster, 0.75, 8)).not.toEqual(once);
  expect(POOL.view.comparisons).toEqual([]);
});

function betterWins({ view, truth }: StoredPool): boolean[] {
  const score = (id: string) => truth.get(id)?.score ?? 0;
  return view.comparisons
    .filter(({ first, second }) => score(first) !== score(second))
    .map(({ first, second, winner }) => winner === (score(first) > score(second) ? "first" : "second"));
}

function ratings({ view, truth }: StoredPool) {
  return view.candidates.flatMap(({ id, modelScore }) =>
    modelScore === undefined ? [] : [{ says: modelScore === 1, isRight: truth.get(id)?.score === 100 }],
  );
}

function share(outcomes: readonly boolean[]): number {
  return outcomes.filter((outcome) => outcome).length / outcomes.length;
}
