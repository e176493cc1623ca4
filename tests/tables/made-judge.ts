import type { StoredPool } from "../../src/contest/stored-pool.ts";
import { type Random, randomFrom } from "../../src/domain/random.ts";
import { speakers } from "../../src/selection/clusters.ts";
import type { ComparisonView, Pair, Strategy } from "../../src/selection/strategy.ts";

/**
 * What a judge that is right with a given probability would have said of a pool: stands in for a model where nobody asked one.
 * Of two programs it takes the better one so often, of two that are worth the same either; it says of one program whether it is
 * right, and is right in it so often.
 */
export function withMadeJudge(pool: StoredPool, strategy: Strategy, rightShare: number, seed: number): StoredPool {
  const random = randomFrom(seed);
  const { view } = pool;
  const pairs = strategy.pairs?.(view, random) ?? [];
  const comparisons = pairs.map((pair) => ({ ...pair, winner: winnerOf(pair, pool, rightShare, random), round: 0 }));
  const rated = new Map(speakers(view).map((id) => [id, ratingOf(id, pool, rightShare, random)]));
  const candidates = view.candidates.map((candidate) => ({ ...candidate, modelScore: rated.get(candidate.id) }));
  return { ...pool, view: { ...view, candidates, comparisons } };
}

function winnerOf(
  { first, second }: Pair,
  pool: StoredPool,
  rightShare: number,
  random: Random,
): ComparisonView["winner"] {
  const lead = worth(first, pool) - worth(second, pool);
  const favoursFirst = lead === 0 ? 0.5 : lead > 0 ? rightShare : 1 - rightShare;
  return random() < favoursFirst ? "first" : "second";
}

function ratingOf(id: string, pool: StoredPool, rightShare: number, random: Random): number {
  const share = worth(id, pool);
  return random() < share * rightShare + (1 - share) * (1 - rightShare) ? 1 : 0;
}

/** The share of the most points that a candidate of the pool has. */
function worth(id: string, { truth, view }: StoredPool): number {
  const full = Number.isFinite(view.maxScore)
    ? view.maxScore
    : Math.max(...[...truth.values()].map((own) => own.score));
  return full > 0 ? (truth.get(id)?.score ?? 0) / full : 0;
}
