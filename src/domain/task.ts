import type { Comparison } from "./comparison.ts";
import type { PackageProgram } from "./program.ts";

/** How a submission is run on a testcase, and who decides whether it was right. */
export type Task =
  | {
      readonly kind: "batch";
      readonly checker: Checker;
      /** How often it may be run, each time with an input made by the checker before; 1 but in multi-pass problems. */
      readonly passes: number;
    }
  | {
      readonly kind: "interactive";
      readonly interactor: Interactor;
      readonly passes: number;
    }
  | {
      /** The manager talks to one or several copies of the submission through FIFOs, and decides (CMS). */
      readonly kind: "communication";
      readonly manager: PackageProgram;
      readonly processes: number;
      /** Whether a copy finds the conversation on its standard streams, or opens what its arguments name. */
      readonly io: "standard" | "fifo";
      /** Decides about what the manager prints, where that is no score (TPS). */
      readonly checker?: Checker;
    }
  | {
      /** Two copies at once: 0 reads the input and writes to a FIFO, 1 reads from that and writes the output (CMS). */
      readonly kind: "two-steps";
      readonly checker: Checker;
    }
  | {
      /** Outputs are handed in, or a program that makes them. */
      readonly kind: "answers";
      readonly checker: Checker;
    };

/** Decides whether an output is right. */
export type Checker =
  | { readonly kind: "default"; readonly comparison: Comparison }
  | { readonly kind: "program"; readonly protocol: CheckerProtocol; readonly program: PackageProgram };

export type CheckerProtocol = "kattis" | "testlib" | "cms";

/** Kattis' interactor decides by itself; testlib's writes an output that the checker decides about. */
export type Interactor =
  | { readonly protocol: "kattis"; readonly program: PackageProgram }
  | { readonly protocol: "testlib"; readonly program: PackageProgram; readonly checker: Checker };

/** Checks that an input is as the statement says. */
export interface InputValidator extends PackageProgram {
  /** Kattis' exit with 42 when the input is right, testlib's with 0. */
  readonly protocol: "kattis" | "testlib";
}
