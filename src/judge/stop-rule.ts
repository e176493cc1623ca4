import type { TestcaseJudgement } from "../domain/judgement.ts";
import type { Problem } from "../domain/problem.ts";
import type { TestGroup } from "../domain/scoring-rule.ts";

/** From what was judged so far: whether a testcase may be left out. */
export type StopRule = (judged: readonly TestcaseJudgement[]) => (testcaseId: string) => boolean;

export const runAll: StopRule = () => () => false;

export const stopAtFirstFailure: StopRule = (judged) => {
  const hasFailed = judged.some(({ verdict }) => verdict !== "AC");
  return () => hasFailed;
};

/** Leaves out what the package itself says is not judged any more: only the legacy Kattis format says so. */
export function stopAsPackaged({ scoring }: Pick<Problem, "scoring">): StopRule {
  return scoring.kind === "groups" ? stopBrokenGroups(scoring.root) : runAll;
}

/** Leaves out what can no longer earn a point: every subtask that it is in has a zero already. */
export function stopLostSubtasks(problem: Pick<Problem, "subtasks" | "scoring">): StopRule {
  if (problem.scoring.kind === "groups") return stopBrokenGroups(problem.scoring.root);
  const subtasksOf = new Map<string, string[]>();
  for (const { id, testcaseIds, aggregation } of problem.subtasks) {
    // One that sums is lost with none of its testcases, and keeps all of them alive.
    const lostBy = aggregation === "sum" ? undefined : id;
    for (const testcaseId of testcaseIds)
      subtasksOf.set(testcaseId, [...(subtasksOf.get(testcaseId) ?? []), lostBy ?? KEPT]);
  }
  return (judged) => {
    const zeros = judged.filter(({ score }) => score === 0);
    const lost = new Set(zeros.flatMap(({ id }) => subtasksOf.get(id) ?? []));
    lost.delete(KEPT);
    return (testcaseId) => subtasksOf.get(testcaseId)?.every((subtask) => lost.has(subtask)) ?? false;
  };
}

const KEPT = "";

function stopBrokenGroups(root: TestGroup): StopRule {
  return (judged) => {
    const verdicts = new Map(judged.map(({ id, verdict }) => [id, verdict]));
    const left = new Set<string>();
    leaveOut(root, verdicts, left);
    return (testcaseId) => left.has(testcaseId);
  };
}

/** Whether the group is known to be rejected; adds to `left` what is not judged any more for it. */
function leaveOut(group: TestGroup, verdicts: ReadonlyMap<string, string>, left: Set<string>): boolean {
  let isRejected = false;
  for (const item of group.items) {
    if (isRejected && group.onReject === "break") addAll(item, left);
    else if (typeof item === "string") isRejected ||= !["AC", "PAC", undefined].includes(verdicts.get(item));
    else isRejected = leaveOut(item, verdicts, left) || isRejected;
  }
  const mayAccept = group.verdictMode === "always-accept" || group.acceptsIfAnyAccepted || group.grader !== undefined;
  return isRejected && !mayAccept;
}

function addAll(item: TestGroup | string, left: Set<string>): void {
  if (typeof item === "string") left.add(item);
  else for (const inner of item.items) addAll(inner, left);
}
