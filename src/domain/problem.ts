import type { Comparison } from "./comparison.ts";
import type { Expectation, ExpectedVerdict } from "./expectation.ts";
import type { AnswerSet, PackageProgram, Program, SupportCode } from "./program.ts";
import type { ScoringRule, Subtask } from "./scoring-rule.ts";
import type { InputValidator, Task } from "./task.ts";

/** A problem as the judge, the solver and the report see it, whatever format its package has. */
export interface Problem {
  readonly id: string;
  readonly name: string;
  /** Markdown, samples not included. */
  readonly statement: string;
  /** Conversations that explain an interactive problem: lines that begin with `>` for the program and `<` for the judge. */
  readonly sampleInteractions: readonly string[];
  readonly limits: ProblemLimits;
  readonly task: Task;
  readonly support: SupportCode;
  /** Infinity where there is none. */
  readonly maxScore: number;
  readonly testcases: readonly Testcase[];
  readonly subtasks: readonly Subtask[];
  readonly scoring: ScoringRule;
  readonly submissions: readonly JurySubmission[];
  readonly inputValidators: readonly InputValidator[];
  /** Data that the package has for testing its own validators. */
  readonly trials?: readonly ValidatorTrial[];
  /** SHA-256 over the package's files: what a result was measured on. */
  readonly packageHash: string;
}

/** What may be known of a problem before submitting: no secret testcase, no jury submission. */
export interface PublicProblem
  extends Pick<
    Problem,
    "id" | "name" | "statement" | "sampleInteractions" | "limits" | "task" | "support" | "maxScore"
  > {
  readonly samples: readonly Testcase[];
  readonly subtasks: readonly Pick<Subtask, "id" | "maxScore">[];
}

export function publicView(problem: Problem): PublicProblem {
  const { id, name, statement, sampleInteractions, limits, task, support, maxScore } = problem;
  return {
    ...{ id, name, statement, sampleInteractions, limits, task, support, maxScore },
    samples: problem.testcases.filter((testcase) => testcase.kind === "sample"),
    subtasks: problem.subtasks.map((subtask) => ({ id: subtask.id, maxScore: subtask.maxScore })),
  };
}

/**
 * A problem as its package tells it. What the package leaves to be made by its own programs, in the sandbox, is a rule or
 * a recipe here: see `judge/prepare-problem.ts`.
 */
export interface PackagedProblem extends Omit<Problem, "limits"> {
  readonly limits: Omit<ProblemLimits, "timeLimitMs">;
  readonly timeLimit: { readonly kind: "known"; readonly ms: number } | TimeLimitRule;
  /** Testcases that are still to be made; they have their place in `testcases` and `subtasks` by then. */
  readonly recipes: readonly TestRecipe[];
}

/** The time limit follows from how long the jury's accepted submissions take. */
export interface TimeLimitRule {
  readonly kind: "measured";
  /** The limit is at least this many times the slowest accepted submission. */
  readonly acToTimeLimit: number;
  /** The fastest submission that is expected to be too slow takes at least this many times the limit. */
  readonly timeLimitToTle: number;
  /** The limit is a multiple of it. */
  readonly resolutionMs: number;
}

/** How a testcase is made that the package does not hold. */
export interface TestRecipe extends Omit<Testcase, "input" | "answer"> {
  readonly input: DataFile | { readonly generator: PackageProgram; readonly args: readonly string[] };
  /** What stands before and after it in the input. */
  readonly before?: DataFile;
  readonly after?: DataFile;
  /** Where the package holds it. */
  readonly answer?: DataFile;
  /** Is run as a submission would be, and makes the answer; undefined where the task needs none, or has it. */
  readonly solution: PackageProgram | undefined;
}

export interface ProblemLimits {
  readonly timeLimitMs: number;
  readonly memoryLimitBytes: number;
  readonly outputLimitBytes: number;
  readonly codeLimitBytes: number;
  readonly compileTimeLimitMs: number;
  readonly compileMemoryLimitBytes: number;
  /** For checkers, interactors and managers. */
  readonly validationTimeLimitMs: number;
  readonly validationMemoryLimitBytes: number;
  readonly validationOutputLimitBytes: number;
}

export interface Testcase {
  readonly id: string;
  readonly kind: "sample" | "secret";
  readonly input: DataFile;
  readonly answer: DataFile;
  /** What the submission is given on its command line. */
  readonly args?: readonly string[];
  /** What it finds in its working folder. */
  readonly files?: readonly NamedDataFile[];
  /** For a checker or interactor that is a program. */
  readonly checkerArgs?: readonly string[];
  /** Where it differs from that of the problem's default checker. */
  readonly comparison?: Comparison;
  /** For each input validator by its path; for all of them where it is a list. */
  readonly validatorArgs?: readonly string[] | ReadonlyMap<string, readonly string[]>;
  /** Which input validators check it, and with what arguments; where absent all of them once, with `validatorArgs`. */
  readonly validatorRuns?: readonly ValidatorRun[];
  /** What the points that a checker gives are out of (Infinity: no maximum). Where absent it may give none. */
  readonly maxPoints?: number;
  /** Whether a checker must give points where they have no maximum; it must where nothing is said. */
  readonly pointsRequired?: boolean;
}

/** What an input validator must reject, or how the judge of outputs must judge an output. */
export type ValidatorTrial = { readonly kind: "invalid-input"; readonly testcase: Testcase } | OutputTrial;

export interface OutputTrial {
  readonly kind: "invalid-output" | "valid-output";
  readonly testcase: Testcase;
  readonly output: DataFile;
}

export interface ValidatorRun {
  /** Its path in the package. */
  readonly validator: string;
  readonly args: readonly string[];
}

/** Bytes on disk, named by their content; read only when needed. */
export interface DataFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface NamedDataFile extends DataFile {
  readonly name: string;
}

/** For testcases that have no answer, as a manager decides by itself. */
export const EMPTY_FILE: DataFile = {
  path: "/dev/null",
  bytes: 0,
  sha256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
};

/** What is shipped in the package, with what its author says that it earns. */
export interface JurySubmission {
  /** Relative to the package, with forward slashes. */
  readonly path: string;
  readonly content: Program | AnswerSet;
  /** In short, for a list: any of these. */
  readonly expected: readonly ExpectedVerdict[];
  readonly expectedScore: number | undefined;
  readonly expectations: readonly Expectation[];
  /** Which bound of a measured time limit follows from it. */
  readonly timeLimitBound?: "lower" | "upper";
}
