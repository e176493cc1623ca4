import type { StoredPool } from "../contest/stored-pool.ts";
import { countedPartIds, countedParts } from "../domain/combining.ts";
import { expectedBestOfSorted } from "../domain/random-baseline.ts";
import { remembered } from "../selection/remembered.ts";
import { untilRound } from "../selection/simulate.ts";
import type { PoolView } from "../selection/strategy.ts";

/** Of a run in rounds, what there was by the last of so many submissions: what came later knows what they were told. */
function reached(pool: StoredPool, count: number): StoredPool {
  const round = pool.roundStarts.findLastIndex((start) => start < Math.max(1, count));
  return round < pool.roundStarts.length - 1 ? inRound(pool)(untilRound(pool.view)(round)) : pool;
}

/** The same object for the same round: what follows from it is worked out once. */
const inRound = remembered((pool: StoredPool) => remembered((view: PoolView): StoredPool => ({ ...pool, view })));

/** What chance gets of a pool with so many submissions: over parts that count by themselves, a sum of expectations. */
export function chanceScore(pool: StoredPool, count: number): number {
  return scoresByPart(reached(pool, count)).reduce((total, falling) => total + expectedBestOfSorted(falling, count), 0);
}

/** What the best choice of so many submissions would have got. */
export function oracleScore(pool: StoredPool, count: number): number {
  return scoreAt(oracleScores(reached(pool, count)), count);
}

/** Submissions that were not made add nothing. */
export function scoreAt(after: readonly number[], count: number): number {
  return count < 1 ? 0 : (after[Math.min(count, after.length) - 1] ?? 0);
}

const scoresByPart = remembered((pool: StoredPool) => {
  const compiling = pool.view.candidates.filter(({ compiles }) => compiles).map(({ id }) => worthOf(pool, id));
  return partIdsOf(pool).map((id) => compiling.map((worth) => worth.get(id) ?? 0).sort((a, b) => b - a));
});

/**
 * The score after each submission with hindsight, as long as one adds anything. Greedy: the best possible for one
 * submission and for all of them, and close to it between.
 */
const oracleScores = remembered((pool: StoredPool): readonly number[] => {
  const partIds = partIdsOf(pool);
  const worths = pool.view.candidates.map(({ id }) => {
    const worth = worthOf(pool, id);
    return partIds.map((part) => worth.get(part) ?? 0);
  });
  const best = partIds.map(() => 0);
  const unionWith = (worth: readonly number[]) =>
    best.reduce((total, score, index) => total + Math.max(score, worth[index] ?? 0), 0);
  const scores: number[] = [];
  for (;;) {
    const [most, chosen] = worths.reduce<[number, readonly number[]]>(
      (leading, worth) => {
        const union = unionWith(worth);
        return union > leading[0] ? [union, worth] : leading;
      },
      [scores.at(-1) ?? 0, []],
    );
    if (chosen.length === 0) return scores;
    for (const [index, score] of best.entries()) best[index] = Math.max(score, chosen[index] ?? 0);
    scores.push(most);
  }
});

export function partIdsOf({ problem, view }: StoredPool): string[] {
  return countedPartIds(problem.subtasks, view.combining);
}

/** What a candidate earned, by part. */
export function worthOf({ truth, view }: StoredPool, candidate: string): ReadonlyMap<string, number> {
  const judgement = truth.get(candidate);
  const parts = judgement ? countedParts(judgement, view.combining) : [];
  return new Map(parts.map(({ id, score }) => [id, score]));
}
