import type { StoredPool } from "../contest/stored-pool.ts";
import { expectedBest } from "../domain/random-baseline.ts";

/** What chance gets of a pool with so many submissions: the expected union over subtasks is a sum of expectations. */
export function chanceScore({ problem, view, truth }: StoredPool, count: number): number {
  const pool = view.candidates.filter(({ compiles }) => compiles);
  return problem.subtasks.reduce((total, { id }) => {
    const scores = pool.map((candidate) => truth.get(candidate.id)?.subtasks.find((own) => own.id === id)?.score ?? 0);
    return total + expectedBest(scores, count);
  }, 0);
}

/**
 * The score after each submission with hindsight, as long as one adds anything. Greedy: the best possible for one
 * submission and for all of them, and close to it between.
 */
export function oracleScores({ problem, view, truth }: StoredPool): number[] {
  const worths = view.candidates.map(({ id }) => {
    const own = new Map(truth.get(id)?.subtasks.map((subtask) => [subtask.id, subtask.score]));
    return problem.subtasks.map((subtask) => own.get(subtask.id) ?? 0);
  });
  const best = problem.subtasks.map(() => 0);
  const unionWith = (worth: readonly number[]) =>
    best.reduce((total, score, index) => total + Math.max(score, worth[index] ?? 0), 0);
  const scores: number[] = [];
  for (;;) {
    const unions = worths.map(unionWith);
    const most = Math.max(0, ...unions);
    if (most <= (scores.at(-1) ?? 0)) return scores;
    const chosen = worths[unions.indexOf(most)] ?? [];
    for (const [index, score] of best.entries()) best[index] = Math.max(score, chosen[index] ?? 0);
    scores.push(most);
  }
}
