import type { FeedbackLevel } from "./feedback.ts";

/** A contest: its problems and what it allows. */
export interface Contest {
  readonly id: string;
  readonly name: string;
  /** Whom it is for: `Div. 1`, `Div. 1 + Div. 2`; undefined where nobody says. */
  readonly division: string | undefined;
  /** Of a day. */
  readonly lengthMs: number;
  /** The name of a member of the rules. */
  readonly rules: string;
  /** Of a problem; what the rules say where it is undefined. */
  readonly submissionLimit: number | undefined;
  readonly minIntervalMs: number | undefined;
  readonly feedback: FeedbackLevel | undefined;
  /** In the order of the contest. */
  readonly problems: readonly ContestProblem[];
  /** Who else took part: files with standings, relative to the contest. */
  readonly standings: readonly string[];
  readonly cutoffs: readonly MedalCutoffs[];
}

export interface ContestProblem {
  /** Of its package. */
  readonly path: string;
  /** `A`, `B`, … or the package's name. */
  readonly label: string;
  /** From 1. */
  readonly day: number;
  /** What it is worth in this contest; undefined: what the package says. */
  readonly points: number | undefined;
  /** A rating: somebody of this rating solves it with a chance of one half. */
  readonly difficulty: number | undefined;
}

/** The least score for each medal, with where the figures are from. */
export interface MedalCutoffs {
  readonly gold?: number | undefined;
  readonly silver?: number | undefined;
  readonly bronze?: number | undefined;
  readonly source: string;
}
