/** What a checker found: a score from 0 to 1 for the testcase, and why. */
export interface CheckResult {
  readonly verdict: "AC" | "PAC" | "WA";
  readonly score: number;
  /** For the setter; it may quote the answer, so it never goes to a solver. */
  readonly message: string;
}
