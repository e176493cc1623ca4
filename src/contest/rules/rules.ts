import type { Combining } from "../../domain/combining.ts";
import type { FeedbackLevel } from "../../domain/feedback.ts";
import type { SubtaskJudgement } from "../../domain/judgement.ts";
import type { Verdict } from "../../domain/verdict.ts";

/** What a contest allows, tells, and gives for what was submitted. */
export interface Rules {
  readonly describe: string;
  /** Of a problem. */
  readonly submissionLimit: number;
  /** Between two submissions to a problem. */
  readonly minIntervalMs: number;
  readonly feedback: FeedbackLevel;
  readonly combining: Combining;
  /** What the submissions to one problem, in their order, come to. */
  score(problem: ScoredProblem, submissions: readonly TimedSubmission[], contest: ContestLength): ProblemResult;
}

export interface ScoredProblem {
  /** Of the package. */
  readonly maxScore: number;
  /** What the contest gives for it; undefined: what the package does. */
  readonly points: number | undefined;
  /** As the rules and the package have it. */
  readonly combining: Combining;
}

export interface TimedSubmission {
  /** Undefined while it is not judged: it counts for nothing yet. */
  readonly verdict: Verdict | undefined;
  readonly score: number;
  readonly subtasks: readonly SubtaskJudgement[];
  /** On the contest's clock. */
  readonly minute: number;
  /** The first testcase is one that failed. */
  readonly failedFirstTestcase: boolean;
}

export interface ContestLength {
  readonly minutes: number;
}

/** More points are better, then less penalty. */
export interface ProblemResult {
  readonly points: number;
  readonly penalty: number;
  readonly solved: boolean;
  /** Failed submissions before it was solved, or all of them, as far as they count. */
  readonly failedAttempts: number;
  readonly solvedAtMinute: number | undefined;
}

/** Where all that counts is how many points there are. */
export function pointsOnly(points: number, maxScore: number, submissions: readonly TimedSubmission[]): ProblemResult {
  const solving = submissions.findIndex(({ verdict }) => verdict === "AC");
  return {
    ...{ points, penalty: 0, solved: points >= maxScore - 1e-9 && maxScore > 0 },
    failedAttempts: solving < 0 ? submissions.length : solving,
    solvedAtMinute: submissions[solving]?.minute,
  };
}
