import type { Origin } from "./mutant.ts";
import type { Verdict } from "./verdict.ts";

/** What the testcases of a package say of mutants of its submissions. */
export interface TestStrength {
  readonly mutants: readonly JudgedMutant[];
  readonly smallInputs: SmallInputsMade;
}

/** Small valid inputs that are no testcases; or why there are none. */
export type SmallInputsMade =
  | { readonly kind: "made"; readonly count: number }
  | { readonly kind: "none"; readonly reason: string };

export interface JudgedMutant extends MutantTruth {
  readonly source: string;
  readonly origin: Origin;
  /** The source of the submission that it was made of. */
  readonly originSource: string;
  /** Undefined where it was not compared with its origin. */
  readonly difference: Difference | undefined;
}

/** What judging it on all testcases came to. */
export interface MutantTruth {
  readonly verdict: Verdict;
  readonly score: number;
  readonly maxScore: number;
  readonly subtasks: readonly { readonly id: string; readonly score: number }[];
  readonly firstFailure: { readonly testcase: string; readonly verdict: Verdict; readonly message: string } | undefined;
}

/** On how many of the inputs that it was run on it did something else than its origin; it is not run on after several. */
export interface Difference {
  readonly inputs: number;
  readonly differing: number;
}

/** Meant to be right in everything, so that the tests should find every mistake in its mutants. */
export function isOfAccepted({ expected }: Pick<Origin, "expected">): boolean {
  return expected.length === 1 && expected[0] === "AC";
}
