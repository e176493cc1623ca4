/** What the author of a jury submission says of it. All that are given must hold. */
export type Expectation =
  | {
      /** The submission as a whole ends so. */
      readonly kind: "verdict";
      readonly verdicts: readonly ExpectedVerdict[];
    }
  | {
      /** No testcase ends in another way; those that the stop rule of the package left out do not count. */
      readonly kind: "permitted";
      readonly where: Where;
      readonly verdicts: readonly ExpectedVerdict[];
    }
  | {
      /** At least one testcase ends so. */
      readonly kind: "required";
      readonly where: Where;
      readonly verdicts: readonly ExpectedVerdict[];
    }
  | {
      /** The score, of a subtask or of all, is within these, both included. */
      readonly kind: "score";
      readonly subtaskId: string | undefined;
      readonly atLeast: number;
      readonly atMost: number;
    }
  | {
      /** The checker says this about at least one testcase. */
      readonly kind: "message";
      readonly where: Where;
      readonly text: string;
    };

/** Some testcases, by a name that a message can show. */
export interface Where {
  readonly name: string;
  readonly testcaseIds: readonly string[];
}

export type ExpectedVerdict = "AC" | "PAC" | "WA" | "TLE" | "MLE" | "OLE" | "RTE" | "CE";
