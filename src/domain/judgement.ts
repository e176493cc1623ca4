import type { Verdict } from "./verdict.ts";

/** All that judging one program on one problem found out. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly score: number;
  readonly maxScore: number;
  readonly compile: CompileSummary;
  readonly subtasks: readonly SubtaskJudgement[];
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

/** One testcase: the verdict and the raw facts that it was made from. */
export interface TestcaseJudgement {
  readonly id: string;
  readonly verdict: Verdict;
  /** From 0 to 1. */
  readonly score: number;
  readonly cpuMs: number;
  readonly wallMs: number;
  readonly peakMemoryBytes: number;
  readonly message: string;
}
