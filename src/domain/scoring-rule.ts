import type { PackageProgram } from "./program.ts";

/** Testcases that are scored together. */
export interface Subtask {
  readonly id: string;
  /** Infinity where there is no highest score. */
  readonly maxScore: number;
  readonly testcaseIds: readonly string[];
  /** How its score follows from its testcases; `min` where nothing is said. */
  readonly aggregation?: Aggregation;
  /** Subtasks, or `sample`, that must be right in all testcases before this one counts. */
  readonly requires?: readonly string[];
}

/**
 * `min`: the points times the worst share of them; `sum`: every testcase has an equal part of the points; `all`: the points
 * or nothing. Where there is no highest score, the smallest and the sum of the points that the checker gave.
 */
export type Aggregation = "min" | "sum" | "all";

/** How a submission's score follows from what its testcases earned. */
export type ScoringRule =
  | {
      readonly kind: "subtasks";
      /** Over the subtasks. */
      readonly aggregation: Aggregation;
      /** Digits after the point that a subtask's score is rounded to. */
      readonly precision: number | undefined;
    }
  | { readonly kind: "groups"; readonly root: TestGroup; readonly objective: "max" | "min" };

/** A folder of testcases in the legacy Kattis format, graded by its flags. */
export interface TestGroup {
  /** Its path below `data/`; empty for the root. */
  readonly id: string;
  /** Testcases and groups in the order in which they are judged. */
  readonly items: readonly (TestGroup | string)[];
  readonly onReject: "break" | "continue";
  readonly verdictMode: "worst-error" | "first-error" | "always-accept";
  readonly scoreMode: "sum" | "avg" | "min" | "max";
  readonly ignoresSample: boolean;
  readonly acceptsIfAnyAccepted: boolean;
  readonly acceptScore: number;
  readonly rejectScore: number;
  readonly range: readonly [lowest: number, highest: number];
  /** Grades instead of the flags. */
  readonly grader: { readonly program: PackageProgram; readonly flags: readonly string[] } | undefined;
}
