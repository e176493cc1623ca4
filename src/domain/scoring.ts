import type { SubtaskJudgement, TestcaseJudgement } from "./judgement.ts";
import type { Subtask } from "./problem.ts";
import type { Verdict } from "./verdict.ts";

/** A subtask earns its points times the worst of its testcases; one that was not judged counts as 0. */
export function scoreSubtask(subtask: Subtask, testcases: ReadonlyMap<string, TestcaseJudgement>): SubtaskJudgement {
  let worst = subtask.testcaseIds.length === 0 ? 0 : 1;
  for (const id of subtask.testcaseIds) worst = Math.min(worst, testcases.get(id)?.score ?? 0);
  return { id: subtask.id, score: subtask.maxScore * worst, maxScore: subtask.maxScore };
}

/** Sums of points such as 33.33 are rarely exact. */
export function isFullScore(score: number, maxScore: number): boolean {
  return score >= maxScore - 1e-9;
}

/** One verdict for many testcases: a judge error before all, then full marks, then a share of them, then the first failure. */
export function overallVerdict(testcases: readonly TestcaseJudgement[], score: number, maxScore: number): Verdict {
  if (testcases.some((testcase) => testcase.verdict === "JE")) return "JE";
  const failure = testcases.find((testcase) => testcase.verdict !== "AC");
  if (!failure && testcases.length > 0 && isFullScore(score, maxScore)) return "AC";
  if (score > 0) return "PAC";
  if (!failure) throw new Error("no testcase failed, but the score is not full");
  return failure.verdict;
}

/** The best of each subtask over all submissions, summed: the rule of the IOI since 2017. */
export function unionScore(submissions: readonly (readonly SubtaskJudgement[])[]): number {
  const best = new Map<string, number>();
  for (const subtasks of submissions) {
    for (const { id, score } of subtasks) best.set(id, Math.max(best.get(id) ?? 0, score));
  }
  return [...best.values()].reduce((sum, score) => sum + score, 0);
}
