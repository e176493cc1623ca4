import { scoresAfterEach } from "../contest/simulate-pool.ts";
import type { StoredPool } from "../contest/stored-pool.ts";
import { nAtK, type Sampled } from "../domain/estimators.ts";
import { expectedBest } from "../domain/random-baseline.ts";
import { chanceScore, oracleScore, partIdsOf, worthOf } from "./baselines.ts";
import type { CurveOptions, Lines } from "./run-curves.ts";
import { type Series, series } from "./series.ts";
import { withSamples } from "./subsample.ts";

/** The score against the number of samples, with as many submissions as the run allowed; samples are drawn anew for each seed. */
export function sampleLines(
  pool: StoredPool,
  { strategies, seeds, axes }: Pick<CurveOptions, "strategies" | "seeds" | "axes">,
): Lines {
  if (axes.every((axis) => axis === "submissions")) return new Map();
  const { submissionLimit } = pool.view;
  const all = pool.samples.length;
  const drawn = (scoreOf: (subpool: StoredPool, seed: number) => number): Series =>
    series((count) =>
      seeds.map((seed) => scoreOf(withSamples(pool, { count, from: "drawn" }, seed * 1009 + count), seed)),
    );
  const simulated = [...strategies].map(([name, strategy]) => {
    const last = (subpool: StoredPool, seed: number) =>
      scoresAfterEach(strategy, subpool, { submissionLimit, seed, untilBest: true }).at(-1) ?? 0;
    return [name, drawn(last)] as const;
  });
  const hasRoom = submissionLimit >= partIdsOf(pool).length;
  return new Map<string, Series>([
    ...simulated,
    ["public-filter, n@k", series((count) => [filtered(pool, submissionLimit, Math.min(count, all))])],
    ["random", drawn((subpool) => chanceScore(subpool, submissionLimit))],
    // Where every part may have a submission of its own hindsight gets the best of each: pass@k.
    [
      "oracle",
      hasRoom ? series((count) => [bestOf(pool, count)]) : drawn((subpool) => oracleScore(subpool, submissionLimit)),
    ],
  ]);
}

function filtered(pool: StoredPool, n: number, k: number): number {
  return partIdsOf(pool).reduce((total, id) => total + nAtK(sampledOf(pool, id), { n, k }), 0);
}

function bestOf(pool: StoredPool, k: number): number {
  const bests = (id: string) => sampledOf(pool, id).map(({ best }) => best);
  return partIdsOf(pool).reduce((total, id) => total + expectedBest(bests(id), k), 0);
}

/** What came of each sample, the best of it where there are repairs; one without a program is worth nothing. */
function sampledOf(pool: StoredPool, part: string): (Sampled & { readonly best: number })[] {
  const { samples, view } = pool;
  const passing = new Set(
    view.candidates
      .filter(({ compiles, samplesPassed, sampleCount }) => compiles && samplesPassed === sampleCount)
      .map(({ id }) => id),
  );
  const scoreOf = (id: string) => worthOf(pool, id).get(part) ?? 0;
  return samples.map(({ candidates }) => {
    const submitted = candidates.filter((id) => passing.has(id));
    return {
      ...{ passes: submitted.length > 0, score: Math.max(0, ...submitted.map(scoreOf)) },
      best: Math.max(0, ...candidates.map(scoreOf)),
    };
  });
}
