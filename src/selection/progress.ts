import { combinedScore } from "../domain/combining.ts";
import type { ToldSubmission } from "../domain/feedback.ts";
import { isFullScore } from "../domain/scoring.ts";
import type { PoolView, SubtaskView } from "./strategy.ts";

/** Solved ones are out of the question, unless a single submission has to solve all of them. */
export function isLeft({ combining }: Pick<PoolView, "combining">, solved: { has(id: string): boolean }, id: string) {
  return combining === "submission" || !solved.has(id);
}

/** Subtasks that are solved as far as the contest told, each with the first candidate that solved it. */
export function solvedSubtasks({ subtasks, submissions }: PoolView): ReadonlyMap<string, string> {
  const solved = new Map<string, string>();
  const worth = scored(subtasks);
  for (const submission of submissions)
    for (const id of solvedBy(submission, worth)) if (!solved.has(id)) solved.set(id, submission.candidate);
  return solved;
}

/** Where there is no highest score, nothing is ever solved: a better program may be left. */
export function solvedBy({ feedback }: ToldSubmission, worth: readonly SubtaskView[]): string[] {
  const isAccepted = feedback.verdict === "AC";
  const told = new Map((feedback.subtasks ?? []).map(({ id, score }) => [id, score]));
  return worth
    .filter(({ maxScore }) => maxScore !== Number.POSITIVE_INFINITY)
    .filter(({ id, maxScore }) => isAccepted || isFullScore(told.get(id) ?? 0, maxScore))
    .map(({ id }) => id);
}

/** Nothing more can be won, as far as the contest told. */
export function isProblemSolved({ submissions, maxScore, combining }: PoolView): boolean {
  if (maxScore === Number.POSITIVE_INFINITY) return false;
  const told = submissions.map(({ feedback: { score = 0, subtasks = [] } }) => ({ score, subtasks }));
  const isAccepted = submissions.some(({ feedback }) => feedback.verdict === "AC");
  const best = Math.max(combinedScore(told, combining), ...told.map(({ score }) => score));
  return isAccepted || isFullScore(best, maxScore);
}

/** Those with points, in the order of the problem: the last is taken for the hardest. */
export function scored(subtasks: readonly SubtaskView[]): SubtaskView[] {
  return subtasks.filter(({ maxScore }) => maxScore > 0);
}
