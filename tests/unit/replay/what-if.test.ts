import { describe, expect, test } from "vitest";
import { type StoredPool, storedPools } from "../../../src/contest/stored-pool.ts";
import { clockNamed } from "../../../src/contest/submission-clock/index.ts";
import type { Combining } from "../../../src/domain/combining.ts";
import { randomFrom } from "../../../src/domain/random.ts";
import { type Counting, type WhatIf, whatIf } from "../../../src/replay/what-if.ts";
import { STRATEGIES } from "../../../src/selection/index.ts";
import type { CandidateView, PoolView } from "../../../src/selection/strategy.ts";
import { aJudgement } from "../../support/judgements.ts";
import { aPoolOf, storedPoolOf } from "../../support/made-pools.ts";
import { aCandidateView, aPoolView } from "../../support/pool-views.ts";
import { logged, runStarted } from "../../support/run-events.ts";
import { A_STORY, truth } from "../../support/run-stories.ts";

const SUBTASKS = [
  { id: "easy", maxScore: 40, contains: [] },
  { id: "hard", maxScore: 60, contains: ["easy"] },
];

const POOLS = ["a", "b"].map((id): StoredPool => {
  const behaviours = [
    { name: "right", count: 1, worth: { easy: 40, hard: 60 } },
    { name: "half", count: 3, worth: { easy: 40 } },
    { name: "wrong", count: 6, worth: {}, parts: { samplesPassed: 1 } },
  ];
  return storedPoolOf(aPoolOf(behaviours, SUBTASKS), id);
});

function asked(parts: Partial<WhatIf> = {}): WhatIf {
  return {
    ...{ strategies: ["public-filter"], submissions: [1], samples: [undefined], seeds: [1, 2, 3, 4, 5, 6, 7, 8] },
    ...{ feedback: undefined, trained: undefined },
    ...parts,
  };
}

function counting(parts: Partial<Counting["started"]> = {}): Counting {
  const clock = clockNamed("wall");
  if (!clock) throw new Error("no clock");
  const problems = POOLS.map(({ problem }) => problem);
  return { started: { ...runStarted({ problems }), ...parts }, clock, standings: undefined };
}

const ask = (pools: readonly StoredPool[], parts: Partial<WhatIf>, started: Partial<Counting["started"]> = {}) =>
  whatIf(pools, asked(parts), counting(started), { path: "nowhere", threads: 1 });

describe("what if", () => {
  test("where the best submission counts, two halves are no whole: for the score, for chance and for hindsight", async () => {
    const halves = ["easy", "hard"].map((id) => ({ name: id, count: 1, worth: { [id]: id === "easy" ? 40 : 60 } }));
    const pool = storedPoolOf(aPoolOf(halves, SUBTASKS), "a");
    const rowsOf = (combining: Combining, rules: string) =>
      ask(
        [{ ...pool, view: { ...pool.view, combining } }],
        { strategies: ["random"], submissions: [1, 2] },
        {
          ...{ rules, problems: [pool.problem] },
        },
      );
    const [one, both] = await rowsOf("submission", "ioi-2013");
    expect(one?.score?.mean).toBe(one?.points?.mean);
    expect(one).toMatchObject({ random: 50, oracle: 60 });
    expect(both).toMatchObject({ random: 60, oracle: 60, score: { mean: 60 }, points: { mean: 60 } });
    const [, union] = await rowsOf("subtasks", "ioi");
    expect(union).toMatchObject({ random: 100, oracle: 100, score: { mean: 100 }, points: { mean: 100 } });
  });

  test("a row for every strategy and limit, between chance in closed form and the oracle", async () => {
    const rows = await ask(POOLS, { strategies: ["public-filter", "random", "oracle"], submissions: [1, 4, Infinity] });
    expect(rows.map(({ strategy, submissions }) => `${strategy} ${submissions}`)).toEqual(
      ["public-filter", "random", "oracle"].flatMap((name) => [1, 4, Infinity].map((limit) => `${name} ${limit}`)),
    );
    for (const row of rows.filter(({ submissions }) => submissions === 1)) {
      // Of ten: four have the easy subtask, one the hard one; twice.
      expect(row.random).toBeCloseTo(2 * (16 + 6), 9);
      expect(row.oracle).toBe(200);
    }
    // Four pass the samples: all are submitted.
    expect(rows[1]?.score).toEqual({ mean: 200, low: 200, high: 200 });
    expect(rows[6]).toMatchObject({ score: { mean: 200 }, efficiency: 1 });
    // With all of them chance does as well as hindsight.
    expect(rows[2]?.efficiency).toBeUndefined();
  });

  test("the mean of the seeds has an interval around it, and more seeds say the same more narrowly", async () => {
    const seeds = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
    const [few] = await ask(POOLS, { strategies: ["random"], seeds: seeds(50) });
    const [many] = await ask(POOLS, { strategies: ["random"], seeds: seeds(800) });
    const width = (row: typeof few) => (row?.score ? row.score.high - row.score.low : Number.NaN);
    expect(width(many)).toBeLessThan(width(few) / 3);
    expect(many?.score && many.score.low < 44 && 44 < many.score.high).toBe(true);
  });

  test("fewer samples are the first ones, or drawn anew for every seed", async () => {
    const [first, drawn, all] = await ask(POOLS, {
      ...{ strategies: ["oracle"], submissions: [Infinity] },
      samples: [
        { count: 5, from: "first" },
        { count: 5, from: "drawn" },
        { count: 10, from: "drawn" },
      ],
    });
    expect(first?.score?.low).toBe(first?.score?.high);
    expect(drawn?.score && drawn.score.low < drawn.score.high).toBe(true);
    expect(drawn?.oracle).toBeCloseTo(drawn?.score?.mean ?? Number.NaN, 9);
    expect(all?.score?.mean).toBe(200);
  });

  test("under other rules the same submissions count otherwise", async () => {
    const failingLate = POOLS.map((pool) => {
      const truths = [...pool.truth].map(([id, judgement]) => [id, { ...judgement, testcases: [] }] as const);
      return { ...pool, truth: new Map(truths) };
    });
    const [best] = await ask(failingLate, { submissions: [4] }, { rules: "codeforces" });
    expect(best?.score?.mean).toBe(200);
    // 50 off for every submission before the right one.
    expect(best?.points?.mean).toBeLessThan(200);
    const [last] = await ask(POOLS, { submissions: [10], feedback: "none" }, { rules: "ioi-2010" });
    expect(last?.score?.mean).toBe(200);
    expect(last?.points?.mean).toBeLessThan(200);
  });

  test("with the run's own seed the run's own strategy does what it did", async () => {
    const pools = storedPools(logged([...A_STORY, truth(0, aJudgement(100))]), () => "");
    const started = runStarted({ samples: 6 });
    const [row] = await whatIf(pools, asked({ seeds: [1] }), { ...counting(), started }, { path: "", threads: 1 });
    expect(row?.score).toEqual({ mean: 100, low: 100, high: 100 });
  });

  test("what was sampled with the feedback of two submissions is not there for the first and the second", async () => {
    const parts = (round: number) => ({
      round,
      outputTokens: 1000 * (1 + round),
      source: () => `int main() { ${"step();".repeat(20 + round)} }`,
    });
    const behaviours = [
      { name: "first", count: 3, worth: { easy: 40 }, parts: parts(0) },
      { name: "second", count: 1, worth: { easy: 40, hard: 60 }, parts: parts(1) },
    ];
    const inRounds = [{ ...storedPoolOf(aPoolOf(behaviours, SUBTASKS), "a"), roundStarts: [0, 2] }];
    const strategies = ["gencorrect", "o3-longest", "oracle"] as const;
    const rows = await ask(inRounds, { strategies, submissions: [1, 2, 3] });
    expect(rows.map(({ strategy, score }) => `${strategy} ${score?.mean}`)).toEqual([
      ...["gencorrect 40", "gencorrect 40", "gencorrect 100"],
      ...["o3-longest 40", "o3-longest 40", "o3-longest 100"],
      ...["oracle 40", "oracle 40", "oracle 100"],
    ]);
    expect(rows.slice(-3).map(({ random, oracle }) => [random, oracle])).toEqual([
      ...[
        [40, 40],
        [40, 40],
      ],
      [expect.closeTo(40 + 0.75 * 60), 100],
    ]);
  });

  test("where nothing is left of a round, the next one comes", async () => {
    const behaviours = [
      { name: "first", count: 1, worth: {}, parts: { round: 0 } },
      { name: "second", count: 3, worth: { easy: 40, hard: 60 }, parts: { round: 1 } },
    ];
    const inRounds = [{ ...storedPoolOf(aPoolOf(behaviours, SUBTASKS), "a"), roundStarts: [0, 5] }];
    const rows = await ask(inRounds, { strategies: ["alphacode"], submissions: [1, 2] });
    expect(rows.map(({ score }) => score?.mean)).toEqual([0, 100]);
  });

  test("in an earlier round nothing is known of what a model said later, and fewer samples change nothing of it", async () => {
    const print = (word: string) => [word.repeat(16)];
    const of = (id: string, word: string, parts: Partial<CandidateView> = {}) =>
      aCandidateView({ id, signature: print(word), outputTokens: 10, ...parts });
    const candidates = [
      of("c0001", "a"),
      of("c0002", "b"),
      of("c0003", "b", { round: 1, outputTokens: 90 }),
      of("c0004", "c"),
    ];
    const said = (winner: "first" | "second", round: number) => ({ first: "c0001", second: "c0002", winner, round });
    const made = aPoolView({ candidates, subtasks: SUBTASKS, inputs: [] });
    const worth = (id: string) =>
      SUBTASKS.map((own) => ({ ...own, score: "c0002 c0003".includes(id) ? own.maxScore : 0 }));
    const stored = (comparisons: PoolView["comparisons"]) => ({
      ...storedPoolOf(
        { view: { ...made, comparisons }, truth: new Map(candidates.map(({ id }) => [id, worth(id)])) },
        "a",
      ),
      roundStarts: [0, 1],
    });
    const first = async (comparisons: PoolView["comparisons"], count: number) => {
      const [row] = await ask([stored(comparisons)], {
        strategies: ["gencluster"],
        samples: [{ count, from: "first" }],
      });
      return [row?.score?.low, row?.score?.high];
    };
    // The later judgements would have the right one win.
    expect(await first([said("first", 0), said("second", 1), said("second", 1)], 4)).toEqual([0, 0]);
    // The fourth sample is left out; the longest of its cluster is of the second round.
    expect(await first([said("second", 0)], 3)).toEqual([100, 100]);
  });

  test("with fewer samples a model's judgement of a cluster stays with those of it that are left", async () => {
    const behaviours = [
      { name: "wrong", count: 9, worth: {}, parts: { outputTokens: 10 } },
      { name: "right", count: 9, worth: { easy: 40, hard: 60 }, parts: { outputTokens: 10 } },
    ];
    const pool = storedPoolOf(aPoolOf(behaviours, SUBTASKS), "a");
    const { view, truth } = pool;
    const score = (id: string) => truth.get(id)?.score ?? 0;
    const pairs = STRATEGIES.gencluster.pairs(view, randomFrom(1));
    const comparisons = pairs.map((pair) => {
      return {
        ...pair,
        winner: score(pair.first) > score(pair.second) ? ("first" as const) : ("second" as const),
        round: 0,
      };
    });
    const speakers = new Set(pairs.flatMap(({ first, second }) => [first, second]));
    const candidates = view.candidates.map((own) =>
      speakers.has(own.id) ? { ...own, modelScore: score(own.id) / 100 } : own,
    );
    const judged = [{ ...pool, view: { ...view, candidates, comparisons } }];
    const strategies = ["gencluster", "gencluster-rated"] as const;
    const rows = await ask(judged, { strategies, samples: [{ count: 9, from: "drawn" }] });
    expect(rows.map(({ score: own }) => own?.low)).toEqual([100, 100]);
  });

  test("what rests on a missing verdict is unknown; what does not is said", async () => {
    const [first] = POOLS;
    if (!first) throw new Error("no pool");
    const halves = [...first.truth].filter(([, { score }]) => score > 0);
    const pools = [{ ...first, truth: new Map(halves) }];
    const rows = await ask(pools, { submissions: [1, 10], feedback: "none" });
    expect(rows.map(({ score }) => score !== undefined)).toEqual([true, false]);
    expect(rows.map(({ random, oracle, efficiency }) => [random, oracle, efficiency])).toEqual([
      [undefined, undefined, undefined],
      [undefined, undefined, undefined],
    ]);
  });
});
