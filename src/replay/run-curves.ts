import { scoresAfterEach } from "../contest/simulate-pool.ts";
import { type StoredPool, unjudged } from "../contest/stored-pool.ts";
import { meanInterval } from "../domain/mean-interval.ts";
import type { Strategy } from "../selection/strategy.ts";
import { chanceScore, oracleScores } from "./baselines.ts";
import type { Curve, CurveLine, RunCurves } from "./curve.ts";

export interface CurveOptions {
  /** By name, the run's own among them. */
  readonly strategies: ReadonlyMap<string, Strategy>;
  readonly own: string;
  readonly seeds: number;
}

/** What each strategy would have scored of pools whose truth is known, between chance in closed form and hindsight. */
export function curvesOf(pools: readonly StoredPool[], options: CurveOptions): RunCurves {
  const missing = pools.reduce((total, pool) => total + unjudged(pool), 0);
  if (missing > 0) return { total: [], byProblem: new Map(), missing };
  const byProblem = new Map(pools.map((pool) => [pool.problem.id, [bySubmissions([pool], options)]] as const));
  return { total: [bySubmissions(pools, options)], byProblem, missing };
}

function bySubmissions(pools: readonly StoredPool[], { strategies, own, seeds }: CurveOptions): Curve {
  const most = Math.max(1, ...pools.map(({ view }) => view.candidates.length));
  const counts = logarithmic(most);
  const exact = (name: string, scoreOf: (pool: StoredPool, count: number) => number): CurveLine => ({
    ...{ name, isActual: false },
    points: counts.map((x) => {
      const mean = pools.reduce((total, pool) => total + scoreOf(pool, x), 0);
      return { x, mean, low: mean, high: mean };
    }),
  });
  const simulated = [...strategies].map(([name, strategy]): CurveLine => {
    const bySeed = Array.from({ length: seeds }, (_, index) =>
      pools.map((pool) => scoresAfterEach(strategy, pool, { submissionLimit: most, seed: index + 1 })),
    );
    const totalsAt = (count: number) =>
      bySeed.map((scores) => scores.reduce((total, after) => total + scoreAt(after, count), 0));
    return { name, isActual: name === own, points: counts.map((x) => ({ x, ...meanInterval(totalsAt(x)) })) };
  });
  const hindsight = new Map(pools.map((pool) => [pool, oracleScores(pool)]));
  const oracle = exact("oracle", (pool, count) => scoreAt(hindsight.get(pool) ?? [], count));
  return { axis: "submissions", lines: [...simulated, exact("random", chanceScore), oracle] };
}

/** Submissions that were not made add nothing. */
function scoreAt(after: readonly number[], count: number): number {
  return after[Math.min(count, after.length) - 1] ?? 0;
}

/** 1, 2, 5, 10 and so on, and the largest. */
function logarithmic(most: number): number[] {
  const counts = [];
  for (let power = 1; power < most; power *= 10) counts.push(power, 2 * power, 5 * power);
  return [...counts.filter((count) => count < most), most];
}
