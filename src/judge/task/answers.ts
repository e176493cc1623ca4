import type { TestcaseJudgement } from "../../domain/judgement.ts";
import type { Testcase } from "../../domain/problem.ts";
import type { AnswerSet } from "../../domain/program.ts";
import type { CheckVerdict } from "../checker/protocol.ts";
import { judgementOf } from "../classify-run.ts";
import { type OpenChecker, openChecker } from "../open-checker.ts";
import type { JudgedProblem } from "../run-submission.ts";
import { runTestcases, type TestRequest } from "../run-testcases.ts";
import type { JudgeDeps, TestedProgram } from "../test-program.ts";

const NOTHING_RUN = {
  outcome: { kind: "exited", exitCode: 0 },
  cpuMs: 0,
  wallMs: 0,
  peakMemoryBytes: 0,
} as const;

/** Checks outputs that were handed in. A testcase without one is wrong; nothing is compiled or run but the checker. */
export async function testAnswers(
  problem: JudgedProblem,
  { answers }: AnswerSet,
  request: TestRequest,
  deps: JudgeDeps,
): Promise<TestedProgram> {
  const { task, limits } = problem;
  const compile = { ok: true, cached: false, log: "", wallMs: 0 };
  if (task.kind !== "answers") {
    const log = "answers were handed in where the task asks for a program";
    return { compile: { ...compile, ok: false, log }, testcases: [] };
  }
  const testcases = await deps.sandbox.withSlot(async (slot) => {
    const checker = await openChecker(slot, task.checker, limits, deps);
    const run = async (testcase: Testcase): Promise<TestcaseJudgement> => {
      const verdict = await check(checker, testcase, answers.get(testcase.id), limits.outputLimitBytes);
      return judgementOf(testcase, NOTHING_RUN, verdict, limits);
    };
    return runTestcases({ lookAhead: 1, run, cancel: async () => undefined }, request, []);
  }, deps);
  return { compile, testcases };
}

async function check(
  checker: OpenChecker,
  testcase: Testcase,
  answer: Uint8Array | undefined,
  limitBytes: number,
): Promise<CheckVerdict> {
  const wrong = (message: string): CheckVerdict => ({ kind: "checked", check: { verdict: "WA", score: 0, message } });
  if (!answer) return wrong("no answer was handed in for it");
  if (answer.length > limitBytes) return wrong(`the answer has ${answer.length} bytes, allowed are ${limitBytes}`);
  return (await checker.check(testcase, [answer])).verdict;
}
