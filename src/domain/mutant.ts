import type { ExpectedVerdict } from "./expectation.ts";

/** A program that was made out of another by small edits. */
export interface Mutant {
  readonly source: string;
  readonly changes: readonly Change[];
}

/** One edit that somebody may have made by mistake. */
export interface Change {
  readonly operator: string;
  /** Of the origin, from 1. */
  readonly line: number;
  /** The lines that it touches, on one line. */
  readonly before: string;
  readonly after: string;
}

/** Where a program of a candidate pool comes from: a jury submission, with or without changes. */
export interface Origin {
  readonly submission: string;
  /** What the submission was to earn; of its mutants nothing is known before they are judged. */
  readonly expected: readonly ExpectedVerdict[];
  readonly changes: readonly Change[];
}
