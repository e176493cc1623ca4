import type { SubtaskJudgement } from "../domain/judgement.ts";
import type { Random } from "../domain/random.ts";
import type { Verdict } from "../domain/verdict.ts";

/** What a strategy may know: the candidates as they were before submitting, and the contest's feedback. */
export interface PoolView {
  /** In the order of sampling, each program once. */
  readonly candidates: readonly CandidateView[];
  readonly submissions: readonly SubmissionView[];
  readonly submissionLimit: number;
}

export interface CandidateView {
  readonly id: string;
  readonly compiles: boolean;
  readonly samplesPassed: number;
  readonly sampleCount: number;
}

export interface SubmissionView {
  readonly candidate: string;
  readonly feedback: Feedback;
}

/** What the contest tells about a submission. */
export interface Feedback {
  readonly verdict: Verdict;
  readonly score: number;
  readonly subtasks: readonly SubtaskJudgement[];
}

export interface Choice {
  readonly candidate: string;
  readonly why: string;
}

/** Chooses the next submission from what is not submitted yet; undefined to leave the rest unsubmitted. */
export interface Strategy {
  readonly describe: string;
  choose(view: PoolView, random: Random): Choice | undefined;
}

/** What may still be submitted: never a program twice, nothing that does not compile unless nothing does. */
export function submittable(view: PoolView): CandidateView[] {
  const submitted = new Set(view.submissions.map((submission) => submission.candidate));
  const compiling = view.candidates.filter((candidate) => candidate.compiles);
  const pool = compiling.length > 0 ? compiling : view.candidates;
  return pool.filter((candidate) => !submitted.has(candidate.id));
}
