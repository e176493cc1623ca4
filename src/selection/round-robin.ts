import { isLeft, scored, solvedBy } from "./progress.ts";
import { remembered } from "./remembered.ts";
import type { CandidateView, PoolView, SubtaskView } from "./strategy.ts";

/**
 * The open subtasks in the order of their turns, from the hardest (the last of the problem) to the easiest and around again;
 * first the one whose turn it is. Where a submission does not say whose turn it was, that follows from what was told before.
 */
export function turns(view: PoolView): SubtaskView[] {
  const order = scored(view.subtasks).reverse();
  const byId = candidatesById(view.candidates);
  const solved = new Set<string>();
  const from = (start: number) =>
    [...order.slice(start), ...order.slice(0, start)].filter(({ id }) => isLeft(view, solved, id));
  let next = 0;
  for (const submission of view.submissions) {
    const isTurnOf = (subtask: SubtaskView) =>
      submission.subtask === undefined
        ? suits(byId.get(submission.candidate), subtask)
        : submission.subtask === subtask.id;
    const open = from(next).find(isTurnOf);
    if (open) next = order.indexOf(open) + 1;
    for (const id of solvedBy(submission, order)) solved.add(id);
  }
  return from(next);
}

export const candidatesById = remembered(
  (candidates: readonly CandidateView[]) => new Map(candidates.map((candidate) => [candidate.id, candidate])),
);

/** Asked for this subtask, or for the whole problem. */
export function suits(candidate: CandidateView | undefined, { id }: SubtaskView): boolean {
  return candidate !== undefined && (candidate.subtask === undefined || candidate.subtask === id);
}
