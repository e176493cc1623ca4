import type { StoredPool } from "../../src/contest/stored-pool.ts";
import { meanInterval } from "../../src/domain/mean-interval.ts";
import { chanceScore, oracleScore, scoreAt } from "../../src/replay/baselines.ts";
import type { Entrant } from "./entrants.ts";

/** `all`: as many as there are candidates. */
const LIMITS = [1, 5, 10, 20, 50, "all"] as const;
const HEAD = "submissions a problem";
type Limit = (typeof LIMITS)[number];

export interface StrategyRow {
  readonly strategy: string;
  readonly limit: Limit;
  /** Over all problems, the mean of the seeds. */
  readonly score: number;
  /** Half of the 95 % interval of that mean. */
  readonly halfWidth: number;
  /** (score - random) / (oracle - random); undefined where chance gets nearly all that there is. */
  readonly efficiency: number | undefined;
}

/** As a share of the oracle's score: of less than that, what is left to choose is hardly anything. */
const LEAST_GAP = 0.01;

/** Every strategy at every limit, between chance in closed form and the oracle. */
export function strategyRows(
  pools: readonly StoredPool[],
  entrants: ReadonlyMap<string, Entrant>,
  seedCount: number,
): StrategyRow[] {
  const most = Math.max(0, ...pools.map(({ view }) => view.candidates.length));
  const countOf = (limit: Limit) => (limit === "all" ? most : limit);
  const chance = new Map(LIMITS.map((limit) => [limit, sum(pools.map((pool) => chanceScore(pool, countOf(limit))))]));
  const hindsight = new Map(
    LIMITS.map((limit) => [limit, sum(pools.map((pool) => oracleScore(pool, countOf(limit))))]),
  );
  const fixed = (strategy: string, scores: ReadonlyMap<Limit, number>, efficiency: number) =>
    LIMITS.map((limit) => ({ strategy, limit, score: scores.get(limit) ?? 0, halfWidth: 0, efficiency }));
  const simulated = [...entrants].flatMap(([strategy, scoresOf]) => {
    const bySeed = Array.from({ length: seedCount }, (_, seed) =>
      pools.map((pool) => scoresOf(pool, { submissionLimit: most, seed: seed + 1 })),
    );
    return LIMITS.map((limit): StrategyRow => {
      const totals = bySeed.map((scores) => sum(scores.map((after) => scoreAt(after, countOf(limit)))));
      const { mean: score, high: upper } = meanInterval(totals);
      const [low, high] = [chance.get(limit) ?? 0, hindsight.get(limit) ?? 0];
      const efficiency = high - low > LEAST_GAP * high ? (score - low) / (high - low) : undefined;
      return { strategy, limit, score, halfWidth: upper - score, efficiency };
    });
  });
  return [...fixed("by chance, closed form", chance, 0), ...simulated, ...fixed("oracle", hindsight, 1)];
}

export function strategiesText(rows: readonly StrategyRow[]): string {
  const names = [...new Set(rows.map(({ strategy }) => strategy))];
  const width = Math.max(...names.map(({ length }) => length), HEAD.length) + 2;
  const head = `${HEAD.padEnd(width)}${LIMITS.map((limit) => String(limit).padStart(20)).join("")}`;
  const lines = names.map((name) => {
    const own = rows.filter(({ strategy }) => strategy === name);
    return `${name.padEnd(width)}${own.map((row) => cellOf(row).padStart(20)).join("")}`;
  });
  return [head, ...lines, "", "score ± half of the 95 % interval of the mean, and selection efficiency"].join("\n");
}

export function csvOf(rows: readonly StrategyRow[]): string {
  const lines = rows.map(({ strategy, limit, score, halfWidth, efficiency }) =>
    [`"${strategy}"`, limit, score, score - halfWidth, score + halfWidth, efficiency ?? ""].join(","),
  );
  return `${["strategy,submissions,score,low,high,efficiency", ...lines].join("\n")}\n`;
}

function cellOf({ score, halfWidth, efficiency }: StrategyRow): string {
  const share = efficiency === undefined ? "-" : `${Math.round(100 * efficiency)} %`;
  return `${score.toFixed(1)} ±${halfWidth.toFixed(1)} ${share.padStart(6)}`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
