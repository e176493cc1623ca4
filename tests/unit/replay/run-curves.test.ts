import { describe, expect, test } from "vitest";
import { type StoredPool, storedPools } from "../../../src/contest/stored-pool.ts";
import type { Curve, CurveAxis } from "../../../src/replay/curve.ts";
import { type CurveOptions, curvesOf } from "../../../src/replay/run-curves.ts";
import { STRATEGIES } from "../../../src/selection/index.ts";
import { aJudgement } from "../../support/judgements.ts";
import { aPoolOf, storedPoolOf } from "../../support/made-pools.ts";
import { logged, PROBLEM } from "../../support/run-events.ts";
import { A_STORY, truth } from "../../support/run-stories.ts";

const SUBTASKS = [
  { id: "easy", maxScore: 40, contains: [] },
  { id: "hard", maxScore: 60, contains: ["easy"] },
];

function options(parts: Partial<CurveOptions> = {}): CurveOptions {
  const strategies = new Map([["public-filter", STRATEGIES["public-filter"]]]);
  return { strategies, own: "public-filter", seeds: [1, 2, 3], axes: ["submissions"], ...parts };
}

function aPool(id: string, right: number, wrong: number): StoredPool {
  const pool = aPoolOf(
    [
      { name: "right", count: right, worth: { easy: 40, hard: 60 } },
      { name: "wrong", count: wrong, worth: { easy: 40 } },
    ],
    SUBTASKS,
  );
  return storedPoolOf(pool, id);
}

function pointsIn(curves: readonly Curve[], axis: CurveAxis, name: string): (readonly [number, number])[] {
  const line = curves.find((curve) => curve.axis === axis)?.lines.find((own) => own.name === name);
  return (line?.points ?? []).map(({ x, mean }) => [x, Number(mean.toFixed(6))] as const);
}

describe("curves against submissions", () => {
  const pools = storedPools(logged([...A_STORY, truth(0, aJudgement(100))]), () => "");

  test("stand beside chance in closed form and the oracle", () => {
    const { total, byProblem, missing } = curvesOf(pools, options());
    expect(missing).toBe(0);
    expect(byProblem.get(PROBLEM)).toEqual(total);
    for (const [name, first] of [
      ["public-filter", 100],
      ["random", 50],
      ["oracle", 100],
    ] as const)
      expect(pointsIn(total, "submissions", name)).toEqual([
        [1, first],
        [2, 100],
        [3, 100],
      ]);
    expect(total[0]?.lines.map(({ name, isActual }) => [name, isActual])).toEqual([
      ["public-filter", true],
      ["random", false],
      ["oracle", false],
    ]);
  });

  test("without simulation the run's own line is what it did, as far as it went", () => {
    const { total } = curvesOf(pools, options({ strategies: new Map() }));
    expect(pointsIn(total, "submissions", "public-filter")).toEqual([
      [1, 0],
      [2, 100],
    ]);
    expect(total[0]?.lines[0]?.isActual).toBe(true);
  });

  test("of several problems are sums", () => {
    const both = curvesOf([aPool("a", 1, 3), aPool("b", 2, 2)], options());
    // By chance: 40 each, and 60 with a quarter and a half.
    expect(pointsIn(both.total, "submissions", "random")[0]).toEqual([1, 80 + 15 + 30]);
    expect(pointsIn(both.byProblem.get("b") ?? [], "submissions", "random")[0]).toEqual([1, 70]);
  });

  test("are not drawn where a verdict is missing: nobody guesses", () => {
    const unjudged = storedPools(logged(A_STORY.slice(0, -4)), () => "");
    const { total, byProblem, missing } = curvesOf(unjudged, options());
    expect({ total, byProblem: byProblem.size, missing }).toEqual({ total: [], byProblem: 0, missing: 1 });
  });
});

describe("curves against samples", () => {
  const axes = ["samples", "tokens", "usd"] as const;
  const price = { inputUsdPerMillion: 1000, outputUsdPerMillion: 10_000 };

  test("end where all were sampled, between one of them and hindsight", () => {
    const { total } = curvesOf([aPool("a", 1, 3)], options({ axes, price }));
    expect(pointsIn(total, "samples", "oracle")).toEqual([
      [1, 40 + 60 / 4],
      [2, 40 + 60 / 2],
      [4, 100],
    ]);
    expect(pointsIn(total, "samples", "public-filter").at(-1)).toEqual([4, 100]);
    expect(pointsIn(total, "samples", "random").at(-1)).toEqual([4, 100]);
    expect(pointsIn(total, "samples", "public-filter, n@k")[0]).toEqual([1, 55]);
  });

  test("against tokens and money stand at what so many samples take", () => {
    const { total } = curvesOf([aPool("a", 1, 3), aPool("b", 1, 1)], options({ axes, price }));
    const xs = (axis: CurveAxis) => pointsIn(total, axis, "oracle").map(([x]) => x);
    // b has two samples, and no more of them from there on.
    expect(xs("samples")).toEqual([1, 2, 4]);
    expect(xs("tokens")).toEqual([2000, 4000, 6000]);
    expect(xs("usd").map((usd) => Number(usd.toFixed(6)))).toEqual([18.2, 36.4, 54.6]);
  });

  test("there are none against what nobody knows", () => {
    const pool = aPool("a", 1, 3);
    const uncounted = pool.samples.map((sample) => ({
      ...sample,
      usage: [{ inputTokens: undefined, outputTokens: undefined, reasoningTokens: undefined }],
    }));
    const axesOf = (pools: readonly StoredPool[]) => curvesOf(pools, options({ axes })).total.map(({ axis }) => axis);
    expect(axesOf([pool])).toEqual(["samples", "tokens"]);
    expect(axesOf([{ ...pool, samples: uncounted }])).toEqual(["samples"]);
    expect(axesOf([{ ...pool, samples: [] }])).toEqual([]);
  });

  test("intervals are of the samples that were drawn: none where all are", () => {
    const { total } = curvesOf([aPool("a", 2, 6)], options({ axes, seeds: [1, 2, 3, 4, 5, 6, 7, 8] }));
    const points = total[0]?.lines.find(({ name }) => name === "random")?.points ?? [];
    const [first] = points;
    const last = points.at(-1);
    expect(first && first.low < first.mean && first.mean < first.high).toBe(true);
    expect(last && last.low === last.mean && last.mean === last.high).toBe(true);
  });
});
