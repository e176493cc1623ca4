export const VERDICTS = ["AC", "PAC", "WA", "TLE", "MLE", "OLE", "RTE", "CE", "JE"] as const;

/** What a program earned on a testcase, a subtask or as a submission; JE says that *we* failed. */
export type Verdict = (typeof VERDICTS)[number];

export const VERDICT_NAME = {
  AC: "accepted",
  PAC: "partially accepted",
  WA: "wrong answer",
  TLE: "time limit exceeded",
  MLE: "memory limit exceeded",
  OLE: "output limit exceeded",
  RTE: "run-time error",
  CE: "compile error",
  JE: "judge error",
} satisfies Record<Verdict, string>;
