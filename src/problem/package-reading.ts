import type { PackagedProblem } from "../domain/problem.ts";

/** A problem, or everything that is wrong with its package; each with file, place and what was expected. */
export interface PackageReading {
  readonly problem: PackagedProblem | undefined;
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

/** What a reader has found so far. */
export interface PackageFindings {
  readonly errors: string[];
  readonly warnings: string[];
}
