import type { TestcaseJudgement } from "../../domain/judgement.ts";
import type { Testcase } from "../../domain/problem.ts";

/** Runs one submission of a task on testcases, in a slot that is its own. */
export interface TaskRunner {
  /**
   * How many testcases may be asked for before the first has ended: they run one after another all the same. 1 where
   * another box has its turn in between.
   */
  readonly lookAhead: number;
  /** Undefined when the run was cancelled. */
  run(testcase: Testcase): Promise<TestcaseJudgement | undefined>;
  /** Ends the run under way and those that wait. */
  cancel(): Promise<void>;
}
