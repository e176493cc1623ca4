import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { randomFrom } from "../../../src/domain/random.ts";
import { STRATEGIES } from "../../../src/selection/index.ts";
import type { CandidateView, PoolView, Strategy } from "../../../src/selection/strategy.ts";
import { aCandidateView, aPoolView } from "../../support/pool-views.ts";

const WRONG = { verdict: "WA", score: 0, subtasks: [], firstFailure: undefined, testcases: undefined } as const;

describe.each(["random", "public-filter"] as const)("%s", (name) => {
  const strategy = STRATEGIES[name];

  test("chooses from the pool until it is empty, nothing twice, then nothing more", () => {
    fc.assert(
      fc.property(aPool, fc.nat(), (pool, seed) => {
        const chosen = chooseAll(strategy, pool, seed);
        expect(new Set(chosen).size).toBe(chosen.length);
        expect(pool.map(({ id }) => id)).toEqual(expect.arrayContaining(chosen));
        const compiling = pool.filter(({ compiles }) => compiles);
        expect(chosen.length).toBe(compiling.length > 0 ? compiling.length : pool.length);
      }),
    );
  });

  test("chooses nothing that does not compile, unless nothing does", () => {
    const pool = [aCandidate("c0001", 0, false), aCandidate("c0002", 1), aCandidate("c0003", 0, false)];
    for (let seed = 0; seed < 30; seed++) expect(chooseAll(strategy, pool, seed)).toEqual(["c0002"]);
    const broken = pool.filter(({ compiles }) => !compiles);
    expect(chooseAll(strategy, broken, 1).sort()).toEqual(["c0001", "c0003"]);
  });

  test("chooses nothing from an empty pool", () => {
    expect(strategy.choose(aView([], []), randomFrom(1))).toBeUndefined();
  });

  test("chooses the same again with the same seed, and not always the same with others", () => {
    const pool = Array.from({ length: 20 }, (_, index) => aCandidate(`c${1000 + index}`, 2));
    expect(chooseAll(strategy, pool, 5)).toEqual(chooseAll(strategy, pool, 5));
    expect(new Set(Array.from({ length: 10 }, (_, seed) => chooseAll(strategy, pool, seed).join())).size).toBe(10);
  });

  test("every candidate that is as good as another has the same chance", () => {
    const pool = ["c0001", "c0002", "c0003", "c0004"].map((id) => aCandidate(id, 1));
    const random = randomFrom(11);
    const counts = new Map<string, number>();
    for (let i = 0; i < 4000; i++) {
      const { candidate = "" } = strategy.choose(aView(pool, []), random) ?? {};
      counts.set(candidate, (counts.get(candidate) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).toEqual(pool.map(({ id }) => id));
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });
});

describe("public-filter", () => {
  const strategy = STRATEGIES["public-filter"];

  test("takes those that pass the most samples first", () => {
    fc.assert(
      fc.property(aPool, fc.nat(), (pool, seed) => {
        const passed = new Map(pool.map(({ id, samplesPassed }) => [id, samplesPassed]));
        const order = chooseAll(strategy, pool, seed).map((id) => passed.get(id) ?? -1);
        expect(order).toEqual([...order].sort((a, b) => b - a));
      }),
    );
  });

  test("says why", () => {
    const pool = [aCandidate("c0001", 1), aCandidate("c0002", 2), aCandidate("c0003", 2), aCandidate("c0004", 0)];
    expect(strategy.choose(aView(pool, []), randomFrom(1))?.why).toBe("samples 2/3, drawn from 2 such");
  });
});

test("random does not care for samples", () => {
  const pool = [aCandidate("c0001", 3), ...Array.from({ length: 9 }, (_, index) => aCandidate(`c${1000 + index}`, 0))];
  const firsts = Array.from({ length: 500 }, (_, seed) => STRATEGIES.random.choose(aView(pool, []), randomFrom(seed)));
  const share = firsts.filter((choice) => choice?.candidate === "c0001").length / firsts.length;
  expect(share).toBeGreaterThan(0.04);
  expect(share).toBeLessThan(0.18);
});

const aPool = fc
  .array(fc.tuple(fc.nat(3), fc.boolean()), { maxLength: 12 })
  .map((parts) =>
    parts.map(([passed, compiles], index) =>
      aCandidate(`c${String(index + 1).padStart(4, "0")}`, compiles ? passed : 0, compiles),
    ),
  );

function chooseAll(strategy: Strategy, pool: readonly CandidateView[], seed: number): string[] {
  const random = randomFrom(seed);
  const chosen: string[] = [];
  for (;;) {
    const choice = strategy.choose(aView(pool, chosen), random);
    if (!choice) return chosen;
    chosen.push(choice.candidate);
    if (chosen.length > pool.length) throw new Error("more was chosen than there is");
  }
}

function aView(candidates: readonly CandidateView[], submitted: readonly string[]): PoolView {
  const submissions = submitted.map((candidate) => ({ candidate, feedback: WRONG }));
  return aPoolView({ candidates, submissions });
}

function aCandidate(id: string, samplesPassed: number, compiles = true): CandidateView {
  return aCandidateView({ id, compiles, samplesPassed, sampleCount: 3 });
}
