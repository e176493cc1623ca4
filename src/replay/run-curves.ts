import { scoresAfterEach } from "../contest/simulate-pool.ts";
import { type StoredPool, unjudged } from "../contest/stored-pool.ts";
import { scoresWith } from "../domain/combining.ts";
import type { Price } from "../model/language-model.ts";
import type { Strategy } from "../selection/strategy.ts";
import { chanceScore, oracleScore, scoreAt } from "./baselines.ts";
import type { Curve, CurveAxis, CurveLine, RunCurves } from "./curve.ts";
import { sampleLines } from "./sample-lines.ts";
import { logarithmic, pointsOf, type Series, series, sumOf } from "./series.ts";
import { spentOn } from "./spent.ts";

export interface CurveOptions {
  /** By name. */
  readonly strategies: ReadonlyMap<string, Strategy>;
  /** The run's own; where it is none of those above, its line is what the run did. */
  readonly own: string;
  readonly seeds: readonly number[];
  readonly axes: readonly CurveAxis[];
  /** Undefined where nobody knows what the model costs. */
  readonly price?: Price | undefined;
}

/** By the name of a line. */
export type Lines = ReadonlyMap<string, Series>;

/** What each strategy would have scored of pools whose truth is known, between chance in closed form and hindsight. */
export function curvesOf(pools: readonly StoredPool[], options: CurveOptions): RunCurves {
  const missing = pools.reduce((total, pool) => total + unjudged(pool), 0);
  if (missing > 0) return { total: [], byProblem: new Map(), missing };
  const drawn = pools.map((pool) => ({
    pool,
    bySubmissions: submissionLines(pool, options),
    bySamples: sampleLines(pool, options),
  }));
  const byProblem = new Map(drawn.map((one) => [one.pool.problem.id, curves([one], options)] as const));
  const [only] = drawn.length === 1 ? byProblem.values() : [];
  return { total: only ?? curves(drawn, options), byProblem, missing };
}

interface Drawn {
  readonly pool: StoredPool;
  readonly bySubmissions: Lines;
  readonly bySamples: Lines;
}

function curves(drawn: readonly Drawn[], { axes, own, price }: CurveOptions): Curve[] {
  const pools = drawn.map(({ pool }) => pool);
  return axes.flatMap((axis): Curve[] => {
    if (axis === "submissions") {
      const xs = logarithmic(Math.max(1, ...pools.map(({ view }) => view.candidates.length)));
      const made = Math.max(...pools.map((pool) => pool.made.length));
      return [
        {
          axis,
          lines: linesOf(
            drawn.map(({ bySubmissions }) => bySubmissions),
            { xs, own, made },
          ),
        },
      ];
    }
    const most = Math.max(...pools.map(({ samples }) => samples.length));
    const spent = pools.map((pool) => spentOn(pool, axis, price));
    if (most === 0 || spent.some((of) => of === undefined)) return [];
    const xs = logarithmic(most);
    const lines = linesOf(
      drawn.map(({ bySamples }) => bySamples),
      { xs, own },
    );
    const xOf = (count: number) => spent.reduce((total, of) => total + (of?.(count) ?? 0), 0);
    if (axis !== "samples" && xOf(most) === 0) return [];
    return [{ axis, lines: axis === "samples" ? lines : lines.map((line) => against(line, xOf)) }];
  });
}

/** Of all problems: what stands at an x is their sum. A line of what was made ends with the last submission. */
function linesOf(
  parts: readonly Lines[],
  { xs, own, made }: { readonly xs: readonly number[]; readonly own: string; readonly made?: number },
): CurveLine[] {
  const names = [...(parts[0]?.keys() ?? [])];
  return names.map((name): CurveLine => {
    const sum = sumOf(parts.flatMap((lines) => lines.get(name) ?? []));
    const isMade = name === AS_MADE;
    const until = isMade && made !== undefined ? [...xs.filter((x) => x < made), made].filter((x) => x > 0) : xs;
    return { name: isMade ? own : name, isActual: isMade || name === own, points: pointsOf(sum, until) };
  });
}

function against({ points, ...line }: CurveLine, xOf: (count: number) => number): CurveLine {
  return { ...line, points: points.map((point) => ({ ...point, x: xOf(point.x) })) };
}

const AS_MADE = "as made";

function submissionLines(pool: StoredPool, { strategies, own, seeds }: CurveOptions): Lines {
  const all = pool.view.candidates.length;
  const simulated = [...strategies].map(([name, strategy]) => {
    const bySeed = seeds.map((seed) =>
      scoresAfterEach(strategy, pool, { submissionLimit: all, seed, untilBest: true }),
    );
    return [name, series((count) => bySeed.map((after) => scoreAt(after, count)))] as const;
  });
  return new Map<string, Series>([
    ...(strategies.has(own) ? [] : [[AS_MADE, asMade(pool)] as const]),
    ...simulated,
    ["random", series((count) => [chanceScore(pool, count)])],
    ["oracle", series((count) => [oracleScore(pool, count)])],
  ]);
}

function asMade({ made, truth, view }: StoredPool): Series {
  const judged = made.flatMap(({ candidate }) => truth.get(candidate) ?? []);
  const after = scoresWith(judged, view.combining);
  return (count) => [scoreAt(after, count)];
}
