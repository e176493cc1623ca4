import type { CompileSummary, TestcaseJudgement } from "../domain/judgement.ts";
import type { AnswerSet, Program } from "../domain/program.ts";
import type { Sandbox, Slot } from "../sandbox/sandbox.ts";
import { isBorderline } from "./classify-run.ts";
import { compileProgram } from "./compile-program.ts";
import { limitsInLanguage, type TimeFactors } from "./language/time-factor.ts";
import type { CheckerDeps } from "./open-checker.ts";
import type { CompiledSubmission, JudgedProblem } from "./run-submission.ts";
import { runTestcases, type TestRequest } from "./run-testcases.ts";
import { testAnswers } from "./task/answers.ts";
import { openTask } from "./task/index.ts";

export interface JudgeDeps extends CheckerDeps {
  readonly sandbox: Sandbox;
  readonly signal?: AbortSignal | undefined;
  readonly timeFactors?: TimeFactors;
}

export interface TestedProgram {
  readonly compile: CompileSummary;
  /** Those that were run, in the order asked for; none where the program does not compile. */
  readonly testcases: readonly TestcaseJudgement[];
}

/** How often a time near the limit is measured again. */
const BORDERLINE_RERUNS = 2;

/** Compiles a program once and runs it on the testcases, in a slot of its own; answers that were handed in are only checked. */
export async function testProgram(
  asked: JudgedProblem,
  submitted: Program | AnswerSet,
  request: TestRequest,
  deps: JudgeDeps,
): Promise<TestedProgram> {
  if ("answers" in submitted) return testAnswers(asked, submitted, request, deps);
  const program = submitted;
  const problem = { ...asked, limits: limitsInLanguage(asked.limits, program.language, deps.timeFactors) };
  const sourceBytes = sizeOf(program);
  if (sourceBytes > problem.limits.codeLimitBytes) {
    const log = `the source has ${sourceBytes} bytes, allowed are ${problem.limits.codeLimitBytes}`;
    return { compile: { ok: false, cached: false, log, wallMs: 0 }, testcases: [] };
  }
  const judged = new Map<string, TestcaseJudgement>();
  for (;;) {
    const pass = await runOnce(problem, program, { request, judged: [...judged.values()] }, deps);
    for (const testcase of await measureAgain(problem, program, pass, { request, deps }))
      judged.set(testcase.id, testcase);
    const maySkip = request.stop([...judged.values()]);
    // A failure that the second measurement took back had ended the pass too early: it goes on.
    if (!pass.compile.ok || request.testcases.every(({ id }) => judged.has(id) || maySkip(id))) {
      return { compile: pass.compile, testcases: request.testcases.flatMap(({ id }) => judged.get(id) ?? []) };
    }
  }
}

function sizeOf({ source, others = [] }: Program): number {
  return others.reduce((sum, { content }) => sum + content.length, Buffer.byteLength(source, "utf8"));
}

/** Once over the testcases that are not judged yet, as far as the stop rule lets it. */
function runOnce(
  problem: JudgedProblem,
  program: Program,
  { request, judged }: { readonly request: TestRequest; readonly judged: readonly TestcaseJudgement[] },
  deps: JudgeDeps,
): Promise<TestedProgram> {
  return deps.sandbox.withSlot(async (slot) => {
    const { compile, submission } = await compileSubmission(slot, program, problem, deps);
    if (!submission) return { compile, testcases: [] };
    const runner = await openTask(slot, submission, problem, deps);
    return { compile, testcases: await runTestcases(runner, request, judged) };
  }, deps);
}

async function compileSubmission(
  slot: Slot,
  program: Program,
  problem: JudgedProblem,
  deps: JudgeDeps,
): Promise<{ compile: CompileSummary; submission: CompiledSubmission | undefined }> {
  const compiled = await compileProgram(slot, program, problem, deps);
  const { cached, log, wallMs } = compiled;
  if (compiled.kind === "error") return { compile: { ok: false, cached, log, wallMs }, submission: undefined };
  return { compile: { ok: true, cached, log, wallMs }, submission: { program, artifact: compiled.artifact } };
}

/** Only the time is in question: a second run that ended in another way says nothing about it. */
function endedAlike(a: TestcaseJudgement, b: TestcaseJudgement): boolean {
  return a.check?.verdict === b.check?.verdict && a.outcome.kind === b.outcome.kind;
}

/** Runs whatever came near the time limit again, with nothing else in the sandbox: noise only ever adds time. */
async function measureAgain(
  problem: JudgedProblem,
  program: Program,
  { testcases: judged }: TestedProgram,
  { request, deps }: { readonly request: TestRequest; readonly deps: JudgeDeps },
): Promise<TestcaseJudgement[]> {
  const near = judged.filter((testcase) => isBorderline(testcase, problem.limits));
  if (near.length === 0) return [...judged];
  const again = new Map<string, TestcaseJudgement>();
  await deps.sandbox.withSlot(
    async (slot) => {
      const { compile, submission } = await compileSubmission(slot, program, problem, deps);
      if (!submission) throw new Error(`a program that had compiled does not: ${compile.log}`);
      const runner = await openTask(slot, submission, problem, deps);
      for (let best of near) {
        const testcase = request.testcases.find(({ id }) => id === best.id);
        for (let rerun = 0; testcase && rerun < BORDERLINE_RERUNS && isBorderline(best, problem.limits); rerun++) {
          const measured = await runner.run(testcase);
          if (measured && endedAlike(measured, best) && measured.cpuMs < best.cpuMs) best = measured;
        }
        again.set(best.id, { ...best, borderline: true });
      }
    },
    { ...deps, alone: true },
  );
  return judged.map((testcase) => again.get(testcase.id) ?? testcase);
}
