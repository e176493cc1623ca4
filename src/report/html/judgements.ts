import type { EventOf } from "../../run-log/event.ts";
import type { ProblemFold } from "../fold-problem.ts";

export type StoredJudgement = EventOf<"candidate-judged">["judgement"];

/** What is known of each candidate, from its submission or from the judging of the rest. */
export function judgementsOf(fold: ProblemFold): ReadonlyMap<string, StoredJudgement> {
  const judgements = new Map(fold.truth);
  for (const { made, judgement } of fold.submissions.values()) if (judgement) judgements.set(made.candidate, judgement);
  return judgements;
}

/** Every testcase that some candidate was run on: samples, then those of the longest judgement, then what is left. */
export function testcaseIds(fold: ProblemFold): string[] {
  const ids = new Set<string>();
  for (const { samples } of fold.tested.values()) for (const { id } of samples) ids.add(id);
  const judged = [...judgementsOf(fold).values()].sort((a, b) => b.testcases.length - a.testcases.length);
  for (const { testcases } of judged) for (const { id } of testcases) ids.add(id);
  return [...ids];
}
