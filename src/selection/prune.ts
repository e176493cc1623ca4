import { isOutputMark, NOT_RUN } from "../domain/output-mark.ts";
import { solvedSubtasks } from "./progress.ts";
import { candidatesById } from "./round-robin.ts";
import type { CandidateView, PoolView, SubtaskView } from "./strategy.ts";

/**
 * o1-ioi's rule over the subtask lattice: who solves the subtask at hand solves those it contains, so that on inputs of one
 * that is solved its outputs are those of the candidate that solved it. Whoever prints something else is out.
 */
export function contradicting(view: PoolView, subtask: SubtaskView): ReadonlySet<string> {
  const out = new Set<string>();
  const solved = solvedSubtasks(view);
  const byId = candidatesById(view.candidates);
  for (const contained of subtask.contains) {
    const solver = byId.get(solved.get(contained) ?? "");
    const solution = solver?.signature ?? [];
    // A made input may be one that it is no solution for: of where it printed nothing it says nothing.
    const places = inputsOf(view, contained).filter((place) => isOutputMark(solution[place] ?? ""));
    if (places.length === 0) continue;
    for (const { id, signature } of view.candidates) {
      const differs = (place: number) => signature?.[place] !== solution[place] && signature?.[place] !== NOT_RUN;
      if (signature && places.some(differs)) out.add(id);
    }
  }
  return out;
}

/** Places in a signature whose inputs were made for the subtask. */
function inputsOf({ inputs }: PoolView, subtask: string): number[] {
  return inputs.flatMap((input, place) => (input.subtask === subtask ? [place] : []));
}

/** The same array where nothing is left out. */
export function without(pool: readonly CandidateView[], ids: ReadonlySet<string>): readonly CandidateView[] {
  if (ids.size === 0) return pool;
  return pool.filter(({ id }) => !ids.has(id));
}
