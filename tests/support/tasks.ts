import type { Comparison } from "../../src/domain/comparison.ts";
import type { ProblemLimits } from "../../src/domain/problem.ts";
import type { SupportCode } from "../../src/domain/program.ts";
import type { Task } from "../../src/domain/task.ts";

const MIB = 1024 * 1024;

/** Tokens that differ in nothing but white space. */
export const EXACT: Comparison = {
  caseSensitive: true,
  spaceSensitive: false,
  absoluteTolerance: undefined,
  relativeTolerance: undefined,
};

export const NO_SUPPORT: SupportCode = { isRequired: false, byLanguage: new Map() };

/** One pass from input to output, compared by default. */
export function batchTask(comparison: Comparison = EXACT): Extract<Task, { kind: "batch" }> {
  return { kind: "batch", checker: { kind: "default", comparison }, passes: 1 };
}

/** What a checker or validator may use. */
export const VALIDATION_LIMITS = {
  validationTimeLimitMs: 10_000,
  validationMemoryLimitBytes: 256 * MIB,
  validationOutputLimitBytes: 8 * MIB,
} satisfies Partial<ProblemLimits>;
