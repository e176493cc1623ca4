import type { SubtaskJudgement } from "./judgement.ts";
import type { Verdict } from "./verdict.ts";

/** What a contest tells about a submission, from nothing to everything. */
export const FEEDBACK_LEVELS = ["none", "first-failure", "subtasks", "full"] as const;
export type FeedbackLevel = (typeof FEEDBACK_LEVELS)[number];

/** What it told of one; undefined where its level does not tell it. */
export interface Feedback {
  /** A compile error is told at every level. */
  readonly verdict: Verdict | undefined;
  readonly score: number | undefined;
  readonly subtasks: readonly SubtaskJudgement[] | undefined;
  /** The first testcase that failed, by its number among all (from 1), without its content. */
  readonly firstFailure: { readonly testcase: number; readonly verdict: Verdict } | undefined;
  /** Of every testcase that was run. */
  readonly testcases: readonly { readonly id: string; readonly verdict: Verdict; readonly score: number }[] | undefined;
}

/** A submission as its author knows it. */
export interface ToldSubmission {
  readonly candidate: string;
  /** Whose turn it was, where subtasks take turns. */
  readonly subtask?: string | undefined;
  readonly feedback: Feedback;
}
