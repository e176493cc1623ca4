import type { ScoringRule, Subtask } from "../../../domain/scoring-rule.ts";

/** How the testcases of a package become a score. */
export interface Grading {
  readonly scoring: ScoringRule;
  readonly subtasks: readonly Subtask[];
  readonly maxScore: number;
  /** What the points that the output validator gives for a testcase are out of; not there where it may give none. */
  readonly maxPoints: ReadonlyMap<string, number>;
}

/** The format has no points for pass-fail problems: solved is 100, as at the IOI. */
export const PASS_FAIL_SCORE = 100;

export function passFailGrading(testcaseIds: readonly string[]): Grading {
  return {
    scoring: { kind: "subtasks", aggregation: "sum", precision: undefined },
    subtasks: [{ id: "all", maxScore: PASS_FAIL_SCORE, testcaseIds, aggregation: "all" }],
    maxScore: PASS_FAIL_SCORE,
    maxPoints: new Map(),
  };
}

/** What a testcase is run and checked with beside its files. */
export interface TestcaseConfig {
  readonly args: readonly string[];
  readonly outputValidatorArgs: readonly string[];
  /** For every input validator, or by its name. */
  readonly inputValidatorArgs: readonly string[] | ReadonlyMap<string, readonly string[]>;
  /** The files that say so. */
  readonly outputArgsPlace: string;
  readonly inputArgsPlace: string;
}
