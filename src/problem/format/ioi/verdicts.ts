import type { Expectation, ExpectedVerdict, Where } from "../../../domain/expectation.ts";

/** The field's words for what a jury submission does, in `solutions/<word>/` and `solutions.json`. */
export const JURY_VERDICTS = [
  "model_solution",
  "correct",
  "partially_correct",
  "incorrect",
  "time_limit",
  "memory_limit",
  "runtime_error",
  "time_limit_and_runtime_error",
  "protocol_violation",
  "failed",
] as const;

export type JuryVerdict = (typeof JURY_VERDICTS)[number];

/** Verdicts of which a testcase that makes the word true has one; a protocol violation is a WA with a message. */
const SHOWN_BY = {
  model_solution: ["AC"],
  correct: ["AC"],
  partially_correct: ["PAC"],
  incorrect: ["WA"],
  time_limit: ["TLE"],
  memory_limit: ["MLE"],
  runtime_error: ["RTE"],
  time_limit_and_runtime_error: ["TLE", "RTE"],
  protocol_violation: ["WA"],
  failed: ["WA", "TLE", "MLE", "OLE", "RTE"],
} satisfies Record<JuryVerdict, ExpectedVerdict[]>;

export function isJuryVerdict(word: string | undefined): word is JuryVerdict {
  return JURY_VERDICTS.some((verdict) => verdict === word);
}

/** Whether it says that everything is right. */
export function isFullVerdict(verdict: JuryVerdict): boolean {
  return verdict === "model_solution" || verdict === "correct";
}

/**
 * What a word says of some testcases: right means right in all of them, partially correct that none is wrong and one is not
 * fully right, and a failure that at least one shows it.
 */
export function expectationsWhere(verdict: JuryVerdict, where: Where): Expectation[] {
  const shown: Expectation = { kind: "required", where, verdicts: SHOWN_BY[verdict] };
  if (isFullVerdict(verdict)) return [{ kind: "permitted", where, verdicts: ["AC"] }];
  if (verdict === "partially_correct") return [{ kind: "permitted", where, verdicts: ["AC", "PAC"] }, shown];
  return [shown];
}

/** For a list: how the submission as a whole may end. With points in another subtask, a failure is partly right. */
export function verdictsInShort(verdict: JuryVerdict): ExpectedVerdict[] {
  return isFullVerdict(verdict) || verdict === "partially_correct" ? SHOWN_BY[verdict] : [...SHOWN_BY[verdict], "PAC"];
}
