import type { Language } from "./language.ts";

/** A problem as the judge, the solver and the report see it, whatever format its package has. */
export interface Problem {
  readonly id: string;
  readonly name: string;
  /** Markdown, samples not included. */
  readonly statement: string;
  readonly limits: ProblemLimits;
  readonly comparison: Comparison;
  readonly maxScore: number;
  readonly testcases: readonly Testcase[];
  readonly subtasks: readonly Subtask[];
  readonly submissions: readonly JurySubmission[];
  readonly inputValidators: readonly SourceFile[];
  /** SHA-256 over the package's files: what a result was measured on. */
  readonly packageHash: string;
}

/** What may be known of a problem before submitting: no secret testcase, no jury submission. */
export interface PublicProblem
  extends Pick<Problem, "id" | "name" | "statement" | "limits" | "comparison" | "maxScore"> {
  readonly samples: readonly Testcase[];
  readonly subtasks: readonly Pick<Subtask, "id" | "maxScore">[];
}

export function publicView(problem: Problem): PublicProblem {
  const { id, name, statement, limits, comparison, maxScore } = problem;
  return {
    ...{ id, name, statement, limits, comparison, maxScore },
    samples: problem.testcases.filter((testcase) => testcase.kind === "sample"),
    subtasks: problem.subtasks.map((subtask) => ({ id: subtask.id, maxScore: subtask.maxScore })),
  };
}

export interface ProblemLimits {
  readonly timeLimitMs: number;
  readonly memoryLimitBytes: number;
  readonly outputLimitBytes: number;
  readonly codeLimitBytes: number;
  readonly compileTimeLimitMs: number;
  readonly compileMemoryLimitBytes: number;
}

export interface Testcase {
  readonly id: string;
  readonly kind: "sample" | "secret";
  readonly input: DataFile;
  readonly answer: DataFile;
}

/** Testcases that are scored together: all of them right, or nothing. */
export interface Subtask {
  readonly id: string;
  readonly maxScore: number;
  readonly testcaseIds: readonly string[];
}

/** Bytes on disk, named by their content; read only when needed. */
export interface DataFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** How the default comparison treats white space, case and numbers. */
export interface Comparison {
  readonly caseSensitive: boolean;
  readonly spaceSensitive: boolean;
  readonly absoluteTolerance: number | undefined;
  readonly relativeTolerance: number | undefined;
}

export interface SourceFile {
  /** Relative to the package, with forward slashes. */
  readonly path: string;
  readonly language: Language;
  readonly source: string;
}

/** A program shipped in the package, with what its author says that it earns. */
export interface JurySubmission extends SourceFile {
  readonly expected: readonly ExpectedVerdict[];
  readonly expectedScore: number | undefined;
}

export type ExpectedVerdict = "AC" | "PAC" | "WA" | "TLE" | "MLE" | "OLE" | "RTE" | "CE";
