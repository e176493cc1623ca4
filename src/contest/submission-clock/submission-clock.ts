import type { Standings } from "../standings/standings.ts";

/** When, on the contest's clock, the submissions of a machine count as made: no answer is the right one, so it is a family. */
export interface SubmissionClock {
  readonly describe: string;
  /** The minute of the submission at `index` (from 0) of those to one problem. */
  minute(index: number, at: { readonly realMinute: number; readonly contestMinutes: number }): number;
  /** What a solution counts for where time is not said but points are; undefined where nobody is to go by. */
  pointsOfSolution?(problem: number, failedAttempts: number, standings: Standings | undefined): number | undefined;
}
