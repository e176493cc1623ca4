import type { StoredPool } from "../../src/contest/stored-pool.ts";
import { meanInterval } from "../../src/domain/mean-interval.ts";
import { chanceScore, oracleScore, scoreAt } from "../../src/replay/baselines.ts";
import type { Entrant } from "./entrants.ts";

/** As at Codeforces: enough to come round to a second cluster, too few to come round to all. */
const SUBMISSIONS = 10;

export interface FooledCell {
  readonly strategy: string;
  readonly problem: string;
  /** The mean of the seeds. */
  readonly score: number;
  /** Chance does better, beyond the 95 % interval: what it goes by speaks for wrong programs. */
  readonly isFooled: boolean;
}

/** Every strategy on every problem by itself, beside what chance gets and what there is. */
export function fooledCells(
  pools: readonly StoredPool[],
  entrants: ReadonlyMap<string, Entrant>,
  seedCount: number,
): FooledCell[] {
  const fixed = (strategy: string, scoreOf: (pool: StoredPool, count: number) => number) =>
    pools.map((pool) => {
      return { strategy, problem: pool.problem.id, score: scoreOf(pool, SUBMISSIONS), isFooled: false };
    });
  const simulated = [...entrants].flatMap(([strategy, scoresOf]) =>
    pools.map((pool): FooledCell => {
      const scores = Array.from({ length: seedCount }, (_, seed) =>
        scoreAt(scoresOf(pool, { submissionLimit: SUBMISSIONS, seed: seed + 1 }), SUBMISSIONS),
      );
      const { mean: score, high } = meanInterval(scores);
      const isFooled = strategy !== "random" && high < chanceScore(pool, SUBMISSIONS) - 1e-9;
      return { strategy, problem: pool.problem.id, score, isFooled };
    }),
  );
  return [...fixed("by chance, closed form", chanceScore), ...simulated, ...fixed("oracle", oracleScore)];
}

export function fooledText(cells: readonly FooledCell[]): string {
  const strategies = [...new Set(cells.map(({ strategy }) => strategy))];
  const problems = [...new Set(cells.map(({ problem }) => problem))];
  const width = Math.max(...strategies.map(({ length }) => length)) + 2;
  const row = (name: string, columns: readonly string[]) =>
    `${name.padEnd(width)}${columns.map((column) => column.padStart(18)).join("")}`.trimEnd();
  const lines = strategies.map((name) => {
    const own = new Map(cells.filter(({ strategy }) => strategy === name).map((cell) => [cell.problem, cell]));
    return row(
      name,
      problems.map((problem) => cellOf(own.get(problem))),
    );
  });
  return [
    row(
      `at ${SUBMISSIONS} submissions`,
      problems.map((problem) => problem.slice(0, 17)),
    ),
    ...lines,
    "",
    "fooled: chance does better, beyond the 95 % interval",
  ].join("\n");
}

function cellOf(cell: FooledCell | undefined): string {
  if (!cell) return "-";
  return `${cell.isFooled ? "fooled " : ""}${cell.score.toFixed(1)}`;
}
