import { type CustomGrades, type GroupGrade, gradeGroup } from "./group-grading.ts";
import type { SubtaskJudgement, TestcaseJudgement } from "./judgement.ts";
import type { Problem } from "./problem.ts";
import type { ScoringRule, Subtask } from "./scoring-rule.ts";
import type { Verdict } from "./verdict.ts";

type ByTestcase = ReadonlyMap<string, TestcaseJudgement>;
type Scored = Pick<Problem, "subtasks" | "scoring" | "maxScore" | "testcases">;

export interface ProblemScore {
  readonly verdict: Verdict;
  readonly score: number;
  readonly subtasks: readonly SubtaskJudgement[];
}

/** The score and verdict of a submission that compiled, by the rule of its problem; a testcase not judged counts as 0. */
export function scoreProblem(
  problem: Scored,
  testcases: readonly TestcaseJudgement[],
  custom?: CustomGrades,
): ProblemScore {
  const byId = new Map(testcases.map((testcase) => [testcase.id, testcase]));
  if (problem.scoring.kind === "groups")
    return scoreGroups(problem, problem.scoring, gradeGroup(problem.scoring.root, byId, custom));
  const passed = passedSubtasks(problem, byId);
  const { precision, aggregation } = problem.scoring;
  const subtasks = problem.subtasks.map((subtask) => {
    const isOpen = (subtask.requires ?? []).every((required) => passed.has(required));
    const { id, maxScore } = subtask;
    return { id, score: isOpen ? rounded(scoreOf(subtask, byId), precision) : 0, maxScore };
  });
  const score = withoutDust(rounded(aggregate(aggregation, subtasks, problem.maxScore), precision));
  return { verdict: overallVerdict(testcases, score, problem.maxScore), score, subtasks };
}

/** Sums of points such as 33.33 are rarely exact. */
export function isFullScore(score: number, maxScore: number): boolean {
  return score >= maxScore - 1e-9;
}

/** The testcases that the verdict rests on, in order: under the legacy format's `on_reject: break` not all that were run. */
export function countedTestcases(scoring: ScoringRule, testcases: readonly TestcaseJudgement[]): TestcaseJudgement[] {
  if (scoring.kind !== "groups") return [...testcases];
  const byId = new Map(testcases.map((testcase) => [testcase.id, testcase]));
  return gradeGroup(scoring.root, byId).counted;
}

function scoreGroups(
  { subtasks: parts, maxScore }: Scored,
  { objective }: Extract<ScoringRule, { kind: "groups" }>,
  { verdict, score, counted, groups }: GroupGrade,
): ProblemScore {
  const subtasks = parts.map(({ id, maxScore: most }) => {
    const grade = groups.get(id);
    return { id, score: grade?.verdict === "AC" ? grade.score : 0, maxScore: most };
  });
  if (counted.some((testcase) => testcase.verdict === "JE")) return { verdict: "JE", score: 0, subtasks };
  if (verdict !== "AC") return { verdict, score: 0, subtasks };
  const isBest = objective === "min" || maxScore === Infinity || isFullScore(score, maxScore);
  return { verdict: isBest ? "AC" : "PAC", score, subtasks };
}

function passedSubtasks({ subtasks, testcases }: Scored, byId: ByTestcase): ReadonlySet<string> {
  const isPassed = (ids: readonly string[]) => ids.every((id) => byId.get(id)?.verdict === "AC");
  const samples = testcases.filter(({ kind }) => kind === "sample").map(({ id }) => id);
  const passed = new Set(isPassed(samples) ? ["sample"] : []);
  for (const { id, testcaseIds, requires = [] } of subtasks) {
    if (requires.every((required) => passed.has(required)) && isPassed(testcaseIds)) passed.add(id);
  }
  return passed;
}

function scoreOf({ testcaseIds, aggregation = "min", maxScore }: Subtask, byId: ByTestcase): number {
  if (testcaseIds.length === 0) return 0;
  const judged = testcaseIds.map((id) => byId.get(id));
  if (maxScore === Infinity) {
    const points = judged.map((testcase) => testcase?.check?.points ?? 0);
    return aggregation === "sum" ? sum(points) : Math.min(...points);
  }
  const shares = judged.map((testcase) => testcase?.score ?? 0);
  switch (aggregation) {
    case "min":
      return maxScore * Math.min(...shares);
    case "sum":
      return (maxScore * sum(shares)) / shares.length;
    case "all":
      return shares.every((share) => share === 1) ? maxScore : 0;
  }
}

function aggregate(aggregation: string, subtasks: readonly SubtaskJudgement[], maxScore: number): number {
  const scores = subtasks.map(({ score }) => score);
  if (scores.length === 0) return 0;
  if (aggregation === "min") return Math.min(...scores);
  if (aggregation === "all")
    return subtasks.every(({ score, maxScore: most }) => isFullScore(score, most)) ? maxScore : 0;
  return sum(scores);
}

/** One verdict for many testcases: a judge error before all, then full marks, then a share of them, then the first failure. */
function overallVerdict(testcases: readonly TestcaseJudgement[], score: number, maxScore: number): Verdict {
  if (testcases.some((testcase) => testcase.verdict === "JE")) return "JE";
  const failure = testcases.find((testcase) => testcase.verdict !== "AC");
  if (!failure && testcases.length > 0 && (maxScore === Infinity || isFullScore(score, maxScore))) return "AC";
  if (score > 0) return "PAC";
  if (!failure) throw new Error("no testcase failed, but the score is not full");
  return failure.verdict;
}

function rounded(score: number, precision: number | undefined): number {
  return precision === undefined ? score : Number(score.toFixed(precision));
}

/** Sums of decimal fractions, without what binary ones add. */
function withoutDust(score: number): number {
  return Number.isFinite(score) ? Number(score.toFixed(9)) : score;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** The best of each subtask over all submissions, summed: the rule of the IOI since 2017. */
export function unionScore(submissions: readonly (readonly SubtaskJudgement[])[]): number {
  const best = new Map<string, number>();
  for (const subtasks of submissions) {
    for (const { id, score } of subtasks) best.set(id, Math.max(best.get(id) ?? 0, score));
  }
  return withoutDust(sum([...best.values()]));
}
