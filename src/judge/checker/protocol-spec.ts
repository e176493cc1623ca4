import type { CheckResult } from "../../domain/judgement.ts";
import type { Testcase } from "../../domain/problem.ts";
import type { RunReport } from "../../sandbox/sandbox.ts";

/** How a judge's program is called, and what its ending says. */
export interface ProtocolSpec {
  /** What follows the program on its command line; paths are those of the box. */
  argv(paths: CheckPaths, extra: readonly string[]): readonly string[];
  readonly stdin: "output" | "empty";
  /**
   * Of the feedback folder, what `judge` looks at. To be read with a limit that is not below what the program may write:
   * a file that is left out counts as one that was never written.
   */
  readonly feedbackFiles: readonly string[];
  judge(run: CheckerRun, rule: PointsRule): CheckVerdict;
}

export interface CheckPaths {
  readonly input: string;
  readonly output: string;
  readonly answer: string;
  /** Ends with a slash. */
  readonly feedback: string;
}

export interface CheckerRun {
  /** What messages call it; a checker where nothing is said. */
  readonly role?: "checker" | "interactor" | "manager";
  readonly outcome: RunReport["outcome"];
  /** Its beginning; empty where standard output is what it speaks to the submission on. */
  readonly stdout: string;
  readonly stderr: string;
  /** Text by the file's name; only those that it left. */
  readonly feedback: ReadonlyMap<string, string>;
}

export interface PointsRule extends Partial<Pick<Testcase, "kind" | "maxPoints">> {
  /**
   * Whether a checker must give points where they have no maximum, which it must where nothing is said. It need not in
   * the legacy Kattis format, whose points may be negative, too.
   */
  readonly pointsRequired?: boolean;
}

export type CheckVerdict =
  | {
      readonly kind: "checked";
      readonly check: CheckResult;
      /** The submission is to be run again, with what the checker left as `nextpass.in`. */
      readonly nextPass?: boolean;
    }
  /** It is the judge that failed. */
  | { readonly kind: "failed"; readonly message: string };
