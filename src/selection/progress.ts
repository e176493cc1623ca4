import type { ToldSubmission } from "../domain/feedback.ts";
import { isFullScore, unionScore } from "../domain/scoring.ts";
import type { PoolView, SubtaskView } from "./strategy.ts";

/** Subtasks that are solved as far as the contest told, each with the first candidate that solved it. */
export function solvedSubtasks({ subtasks, submissions }: PoolView): ReadonlyMap<string, string> {
  const solved = new Map<string, string>();
  const worth = scored(subtasks);
  for (const submission of submissions)
    for (const id of solvedBy(submission, worth)) if (!solved.has(id)) solved.set(id, submission.candidate);
  return solved;
}

export function solvedBy({ feedback }: ToldSubmission, worth: readonly SubtaskView[]): string[] {
  if (feedback.verdict === "AC") return worth.map(({ id }) => id);
  const told = new Map((feedback.subtasks ?? []).map(({ id, score }) => [id, score]));
  return worth.filter(({ id, maxScore }) => isFullScore(told.get(id) ?? 0, maxScore)).map(({ id }) => id);
}

/** Nothing more can be won, as far as the contest told. */
export function isProblemSolved({ submissions, maxScore }: PoolView): boolean {
  const union = unionScore(submissions.map(({ feedback }) => feedback.subtasks ?? []));
  const scores = submissions.map(({ feedback }) => feedback.score ?? 0);
  const isAccepted = submissions.some(({ feedback }) => feedback.verdict === "AC");
  return isAccepted || isFullScore(Math.max(union, ...scores), maxScore);
}

/** Those with points, in the order of the problem: the last is taken for the hardest. */
export function scored(subtasks: readonly SubtaskView[]): SubtaskView[] {
  return subtasks.filter(({ maxScore }) => maxScore > 0);
}
