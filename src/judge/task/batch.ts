import type { TestcaseJudgement } from "../../domain/judgement.ts";
import type { Testcase } from "../../domain/problem.ts";
import type { RunFacts } from "../../domain/run-outcome.ts";
import type { Task } from "../../domain/task.ts";
import type { Box, RunInput, Slot } from "../../sandbox/sandbox.ts";
import type { CheckVerdict } from "../checker/protocol.ts";
import { endedWell, judgementOf } from "../classify-run.ts";
import { type CheckerDeps, type OpenChecker, openChecker } from "../open-checker.ts";
import {
  type CompiledSubmission,
  type JudgedProblem,
  openRunBox,
  placeFiles,
  removeFiles,
  runSubmission,
} from "../run-submission.ts";
import type { TaskRunner } from "./task-runner.ts";

/** Enough that the runner never waits for us while its replies travel together. What is sent in vain costs nothing. */
const LOOK_AHEAD = 64;

/** Input to output, and the output to the checker; several times over where the checker makes another input. */
export async function openBatch(
  slot: Slot,
  submission: CompiledSubmission,
  problem: JudgedProblem & { readonly task: Extract<Task, { kind: "batch" | "answers" }> },
  deps: CheckerDeps,
): Promise<TaskRunner> {
  const checker = await openChecker(slot, problem.task.checker, problem.limits, deps);
  const box = await openRunBox(slot, submission, problem);
  const passes = problem.task.kind === "batch" ? problem.task.passes : 1;
  const hasTurns = checker.usesBox || passes > 1;
  return {
    lookAhead: hasTurns ? 1 : LOOK_AHEAD,
    run: (testcase) => runPasses({ box, checker, submission, problem, passes }, testcase),
    cancel: () => box.cancelRuns(),
  };
}

interface OpenBatch {
  readonly box: Box;
  readonly checker: OpenChecker;
  readonly submission: CompiledSubmission;
  readonly problem: JudgedProblem;
  readonly passes: number;
}

async function runPasses(batch: OpenBatch, testcase: Testcase): Promise<TestcaseJudgement | undefined> {
  const { checker, problem, passes } = batch;
  let passInput: Uint8Array | undefined;
  let worst: RunFacts | undefined;
  for (let pass = 1; ; pass++) {
    const ran = await runOnce(batch, testcase, passInput);
    if (!ran) return undefined;
    worst = worst ? worseOf(worst, ran.facts) : ran.facts;
    if (!endedWell(ran.facts)) return judgementOf(testcase, worst, undefined, problem.limits);
    const { verdict, nextInput } = await checker.check(testcase, ran.output, passInput);
    const next = nextPassOf(verdict, nextInput, pass, passes);
    if (!("input" in next)) return judgementOf(testcase, worst, next, problem.limits);
    passInput = next.input;
  }
}

async function runOnce(
  { box, submission, problem }: OpenBatch,
  testcase: Testcase,
  passInput: Uint8Array | undefined,
): Promise<{ facts: RunFacts; output: Buffer[] } | undefined> {
  const output: Buffer[] = [];
  const onStdout = (chunk: Uint8Array) => output.push(Buffer.from(chunk));
  if (passInput) await box.put("judge/pass", passInput, "read");
  const stdin: RunInput = passInput ? { kind: "put", name: "judge/pass" } : { kind: "file", file: testcase.input };
  const run = { stdin, args: testcase.args ?? [], onStdout };
  // Asked for in one go: the runner takes them in this order, so that testcases may be sent ahead.
  const [, facts] = await Promise.all([
    placeFiles(box, testcase),
    runSubmission(box, submission.program, problem.limits, run),
    removeFiles(box, testcase),
  ]);
  return facts && { facts, output };
}

/** The input of a further pass, or what the testcase has come to. */
export function nextPassOf(
  verdict: CheckVerdict,
  input: Uint8Array | undefined,
  pass: number,
  passes: number,
): { readonly input: Uint8Array } | CheckVerdict {
  if (verdict.kind === "failed" || !verdict.nextPass) return verdict;
  if (!input) throw new Error("a next pass without its input");
  if (pass < passes) return { input };
  const allowed = passes === 1 ? "the problem has one pass only" : `the problem has at most ${passes} passes`;
  return { kind: "failed", message: `the output validator asks for another pass with nextpass.in: ${allowed}` };
}

/** The limits hold for each pass: what is reported is the one that came nearest. */
export function worseOf(a: RunFacts, b: RunFacts): RunFacts {
  return {
    outcome: b.outcome,
    cpuMs: Math.max(a.cpuMs, b.cpuMs),
    wallMs: a.wallMs + b.wallMs,
    peakMemoryBytes: Math.max(a.peakMemoryBytes, b.peakMemoryBytes),
  };
}
