import type { TestcaseJudgement } from "../domain/judgement.ts";
import type { Subtask } from "../domain/problem.ts";

/** From what was judged so far: whether a testcase may be left out. */
export type StopRule = (judged: readonly TestcaseJudgement[]) => (testcaseId: string) => boolean;

export const runAll: StopRule = () => () => false;

export const stopAtFirstFailure: StopRule = (judged) => {
  const hasFailed = judged.some(({ verdict }) => verdict !== "AC");
  return () => hasFailed;
};

/** Leaves out what can no longer earn a point: every subtask that it is in has a zero already. */
export function stopLostSubtasks(subtasks: readonly Subtask[]): StopRule {
  const subtasksOf = new Map<string, string[]>();
  for (const { id, testcaseIds } of subtasks) {
    for (const testcaseId of testcaseIds) subtasksOf.set(testcaseId, [...(subtasksOf.get(testcaseId) ?? []), id]);
  }
  return (judged) => {
    const zeros = judged.filter(({ score }) => score === 0);
    const lost = new Set(zeros.flatMap(({ id }) => subtasksOf.get(id) ?? []));
    return (testcaseId) => subtasksOf.get(testcaseId)?.every((subtask) => lost.has(subtask)) ?? false;
  };
}
