import { isLeft, isProblemSolved, solvedSubtasks } from "./progress.ts";
import { remembered } from "./remembered.ts";
import type { CandidateView, PoolView } from "./strategy.ts";

/**
 * What may still be submitted: never a program twice, nothing that does not compile unless nothing does, nothing that was
 * asked for a subtask which is solved; and nothing at all once the problem is.
 */
export function submittable(view: PoolView): CandidateView[] {
  if (isProblemSolved(view)) return [];
  const solved = solvedSubtasks(view);
  const submitted = new Set(view.submissions.map((submission) => submission.candidate));
  return eligible(view.candidates).filter(
    ({ id, subtask }) => !submitted.has(id) && (subtask === undefined || isLeft(view, solved, subtask)),
  );
}

/** The best by a list of numbers, each more weighty than those after it; chance decides between equal ones. */
export function bestOf<T>(
  items: readonly T[],
  meritsOf: (item: T) => readonly number[],
  random: () => number,
): { readonly best: T; readonly equals: number } | undefined {
  let leading: T[] = [];
  let merits: readonly number[] | undefined;
  for (const item of items) {
    const own = meritsOf(item);
    const order = merits === undefined ? 1 : compareMerits(own, merits);
    if (order > 0) merits = own;
    if (order > 0) leading = [item];
    else if (order === 0) leading.push(item);
  }
  const best = leading[Math.floor(random() * leading.length)];
  return best === undefined ? undefined : { best, equals: leading.length };
}

function compareMerits(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < a.length; index++) {
    const order = (a[index] ?? 0) - (b[index] ?? Number.NEGATIVE_INFINITY);
    if (order !== 0) return order;
  }
  return 0;
}

/** Those that compile, or all where none does. */
const eligible = remembered((candidates: readonly CandidateView[]) => {
  const compiling = candidates.filter(({ compiles }) => compiles);
  return compiling.length > 0 ? compiling : candidates;
});
