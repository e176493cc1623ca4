import type { RunFacts } from "./run-outcome.ts";
import type { Verdict } from "./verdict.ts";

/** All that judging one program on one problem found out. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly score: number;
  readonly maxScore: number;
  readonly compile: CompileSummary;
  readonly subtasks: readonly SubtaskJudgement[];
  /** Those that were run, in the order of the package. */
  readonly testcases: readonly TestcaseJudgement[];
}

export interface CompileSummary {
  readonly ok: boolean;
  /** True when the compiled program came from the cache. */
  readonly cached: boolean;
  readonly log: string;
  readonly wallMs: number;
}

export interface SubtaskJudgement {
  readonly id: string;
  readonly score: number;
  readonly maxScore: number;
}

/** One testcase: the verdict, and the raw facts that it can be made from again under other limits. */
export interface TestcaseJudgement extends RunFacts {
  readonly id: string;
  readonly verdict: Verdict;
  /** From 0 to 1. */
  readonly score: number;
  readonly message: string;
  /** What the checker said; undefined where the run gave it nothing to look at. */
  readonly check: CheckResult | undefined;
  /** The time was within a tenth of the limit, and was measured again alone: on another machine it may differ. */
  readonly borderline: boolean;
}

/** What a checker found. */
export interface CheckResult {
  readonly verdict: "AC" | "PAC" | "WA";
  /** From 0 to 1. */
  readonly score: number;
  /** What the checker gave, where the testcase has a score of its own. */
  readonly points?: number;
  /** For the setter; it may quote the answer, so it never goes to a solver. */
  readonly message: string;
}
