import type { Judgement } from "../domain/judgement.ts";
import type { Problem } from "../domain/problem.ts";
import { overallVerdict, scoreSubtask } from "../domain/scoring.ts";
import type { Program } from "./compile-program.ts";
import type { StopRule } from "./stop-rule.ts";
import { type JudgeDeps, testProgram } from "./test-program.ts";

/** Judges a program on all testcases of a problem, the secret ones included. */
export async function judgeProgram(
  problem: Problem,
  program: Program,
  stop: StopRule,
  deps: JudgeDeps,
): Promise<Judgement> {
  const { compile, testcases } = await testProgram(problem, program, { testcases: problem.testcases, stop }, deps);
  const byId = new Map(testcases.map((testcase) => [testcase.id, testcase]));
  const subtasks = problem.subtasks.map((subtask) => scoreSubtask(subtask, byId));
  const score = subtasks.reduce((sum, subtask) => sum + subtask.score, 0);
  const verdict = compile.ok ? overallVerdict(testcases, score, problem.maxScore) : "CE";
  return { verdict, score, maxScore: problem.maxScore, compile, subtasks, testcases };
}
