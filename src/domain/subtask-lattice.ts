import type { Subtask } from "./scoring-rule.ts";

/**
 * For each subtask the others whose testcases are all among its own, from the package's lists: who solves it solves
 * them. Those without testcases or points (samples) are contained in none; equal ones contain each other.
 */
export function containedSubtasks(subtasks: readonly Subtask[]): ReadonlyMap<string, readonly string[]> {
  const scored = subtasks.filter(({ maxScore, testcaseIds }) => maxScore > 0 && testcaseIds.length > 0);
  return new Map(
    scored.map(({ id, testcaseIds }) => {
      const own = new Set(testcaseIds);
      const contained = scored.filter((other) => other.id !== id && other.testcaseIds.every((name) => own.has(name)));
      return [id, contained.map((other) => other.id)];
    }),
  );
}
