import type { TestcaseJudgement } from "./judgement.ts";
import type { TestGroup } from "./scoring-rule.ts";
import type { Verdict } from "./verdict.ts";

export interface Grade {
  readonly verdict: Verdict;
  readonly score: number;
}

/** What a group's own grader said of it, by the group's id. */
export type CustomGrades = ReadonlyMap<string, Grade>;

export interface GroupGrade extends Grade {
  /** The testcases that were judged for it, in order. */
  readonly counted: TestcaseJudgement[];
  /** The grade of every group in it, itself included. */
  readonly groups: ReadonlyMap<string, Grade>;
  /** Groups with a grader of their own that has not been asked yet, and what it is to be told. */
  readonly ungraded: readonly UngradedGroup[];
}

export interface UngradedGroup {
  readonly group: TestGroup;
  readonly results: readonly Grade[];
}

const WORST_FIRST: readonly Verdict[] = ["JE", "CE", "RTE", "MLE", "TLE", "OLE", "WA", "PAC", "AC"];

/** The default grader of the legacy Kattis format, over a tree of groups. Throws where a testcase that counts was not judged. */
export function gradeGroup(
  group: TestGroup,
  byId: ReadonlyMap<string, TestcaseJudgement>,
  custom: CustomGrades = new Map(),
): GroupGrade {
  const results: Grade[] = [];
  const counted: TestcaseJudgement[] = [];
  const groups = new Map<string, Grade>();
  const ungraded: UngradedGroup[] = [];
  for (const item of group.items) {
    const result =
      typeof item === "string" ? gradeTestcase(group, byId.get(item), item) : gradeGroup(item, byId, custom);
    if ("groups" in result) {
      for (const [id, grade] of result.groups) groups.set(id, grade);
      counted.push(...result.counted);
      ungraded.push(...result.ungraded);
    } else counted.push(result.testcase);
    results.push(result);
    if (result.verdict !== "AC" && group.onReject === "break") break;
  }
  const own = gradeResults(group, results, custom);
  if (!own) ungraded.push({ group, results });
  const grade = own ?? { verdict: "JE" as const, score: 0 };
  groups.set(group.id, grade);
  return { ...grade, counted, groups, ungraded };
}

function gradeTestcase(group: TestGroup, testcase: TestcaseJudgement | undefined, id: string) {
  if (!testcase) throw new Error(`testcase ${id} counts, but was not judged`);
  const { verdict, check } = testcase;
  const accepted = verdict === "AC" || verdict === "PAC";
  const score = check?.points ?? (accepted ? group.acceptScore : group.rejectScore);
  return { verdict: accepted ? ("AC" as const) : verdict, score, testcase };
}

/** Undefined where a grader that was not asked yet must say it. */
function gradeResults(group: TestGroup, results: readonly Grade[], custom: CustomGrades): Grade | undefined {
  if (results.some(({ verdict }) => verdict === "JE")) return { verdict: "JE", score: 0 };
  if (group.grader) return results.length === 0 ? { verdict: "AC", score: 0 } : custom.get(group.id);
  const graded = group.ignoresSample ? results.slice(-1) : results;
  if (graded.length === 0) return { verdict: "AC", score: 0 };
  const verdicts = graded.map(({ verdict }) => verdict);
  const isLenient = group.acceptsIfAnyAccepted && verdicts.includes("AC");
  return {
    verdict: isLenient ? "AC" : verdictOf(group, verdicts),
    score: scoreOf(
      group,
      graded.map(({ score }) => score),
    ),
  };
}

function verdictOf({ verdictMode }: TestGroup, verdicts: readonly Verdict[]): Verdict {
  switch (verdictMode) {
    case "always-accept":
      return "AC";
    case "first-error":
      return verdicts.find((verdict) => verdict !== "AC") ?? "AC";
    case "worst-error":
      return WORST_FIRST.find((verdict) => verdicts.includes(verdict)) ?? "AC";
  }
}

function scoreOf({ scoreMode }: TestGroup, scores: readonly number[]): number {
  const sum = scores.reduce((total, score) => total + score, 0);
  switch (scoreMode) {
    case "sum":
      return sum;
    case "avg":
      return sum / scores.length;
    case "min":
      return Math.min(...scores);
    case "max":
      return Math.max(...scores);
  }
}
