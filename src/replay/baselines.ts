import type { StoredPool } from "../contest/stored-pool.ts";
import { expectedBestOfSorted } from "../domain/random-baseline.ts";
import { remembered } from "../selection/remembered.ts";

/** What chance gets of a pool with so many submissions: the expected union over subtasks is a sum of expectations. */
export function chanceScore(pool: StoredPool, count: number): number {
  return scoresBySubtask(pool).reduce((total, falling) => total + expectedBestOfSorted(falling, count), 0);
}

/** What the best choice of so many submissions would have got. */
export function oracleScore(pool: StoredPool, count: number): number {
  return scoreAt(oracleScores(pool), count);
}

/** Submissions that were not made add nothing. */
export function scoreAt(after: readonly number[], count: number): number {
  return count < 1 ? 0 : (after[Math.min(count, after.length) - 1] ?? 0);
}

const scoresBySubtask = remembered(({ problem, view, truth }: StoredPool) => {
  const compiling = view.candidates.filter(({ compiles }) => compiles).map(({ id }) => worthOf(truth, id));
  return problem.subtasks.map(({ id }) => compiling.map((worth) => worth.get(id) ?? 0).sort((a, b) => b - a));
});

/**
 * The score after each submission with hindsight, as long as one adds anything. Greedy: the best possible for one
 * submission and for all of them, and close to it between.
 */
const oracleScores = remembered(({ problem, view, truth }: StoredPool): readonly number[] => {
  const worths = view.candidates.map(({ id }) => {
    const worth = worthOf(truth, id);
    return problem.subtasks.map((subtask) => worth.get(subtask.id) ?? 0);
  });
  const best = problem.subtasks.map(() => 0);
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

function worthOf(truth: StoredPool["truth"], candidate: string): ReadonlyMap<string, number> {
  return new Map(truth.get(candidate)?.subtasks.map(({ id, score }) => [id, score]));
}
