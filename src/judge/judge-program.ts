import { type CustomGrades, type Grade, gradeGroup } from "../domain/group-grading.ts";
import type { Judgement, TestcaseJudgement } from "../domain/judgement.ts";
import type { Problem } from "../domain/problem.ts";
import type { AnswerSet, Program } from "../domain/program.ts";
import { scoreProblem } from "../domain/scoring.ts";
import { gradeByProgram } from "./grade-by-program.ts";
import type { StopRule } from "./stop-rule.ts";
import { type JudgeDeps, testProgram } from "./test-program.ts";

/** Judges what was handed in on all testcases of a problem, the secret ones included. */
export async function judgeProgram(
  problem: Problem,
  submitted: Program | AnswerSet,
  stop: StopRule,
  deps: JudgeDeps,
): Promise<Judgement> {
  const { compile, testcases } = await testProgram(problem, submitted, { testcases: problem.testcases, stop }, deps);
  const { maxScore } = problem;
  if (!compile.ok) {
    const subtasks = problem.subtasks.map((subtask) => ({ id: subtask.id, score: 0, maxScore: subtask.maxScore }));
    return { verdict: "CE", score: 0, maxScore, compile, subtasks, testcases };
  }
  const custom = await askGraders(problem, testcases, deps);
  return { ...scoreProblem(problem, testcases, custom), maxScore, compile, testcases };
}

/** From the innermost groups outwards, as a grader is told the grades of the groups in its own. */
async function askGraders(
  problem: Problem,
  testcases: readonly TestcaseJudgement[],
  deps: JudgeDeps,
): Promise<CustomGrades> {
  const grades = new Map<string, Grade>();
  if (problem.scoring.kind !== "groups") return grades;
  const byId = new Map(testcases.map((testcase) => [testcase.id, testcase]));
  for (;;) {
    const { ungraded } = gradeGroup(problem.scoring.root, byId, grades);
    const [innermost] = ungraded;
    if (!innermost) return grades;
    grades.set(innermost.group.id, await gradeByProgram(problem, innermost, deps));
  }
}
