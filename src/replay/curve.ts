/** What a score is drawn against. */
export type CurveAxis = "submissions" | "samples" | "tokens" | "usd";

/** With the 95 % interval of the mean; the mean alone, thrice, where it is exact. */
export interface CurvePoint {
  readonly x: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

export interface CurveLine {
  /** A strategy, `random` or `oracle`. */
  readonly name: string;
  /** It is the run's own strategy. */
  readonly isActual: boolean;
  readonly points: readonly CurvePoint[];
}

export interface Curve {
  readonly axis: CurveAxis;
  readonly lines: readonly CurveLine[];
}

/** Of the whole run, a sum over its problems, and of each problem by its id. Empty where truths are missing. */
export interface RunCurves {
  readonly total: readonly Curve[];
  readonly byProblem: ReadonlyMap<string, readonly Curve[]>;
  /** Verdicts that nobody knows. */
  readonly missing: number;
}
