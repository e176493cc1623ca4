import type { TestcaseJudgement } from "../domain/judgement.ts";
import type { Problem, ProblemLimits, Testcase } from "../domain/problem.ts";
import type { Box, RunLimits, Slot } from "../sandbox/sandbox.ts";
import type { AnswerStore } from "./answer-store.ts";
import { compareByDefault } from "./checker/default-comparison.ts";
import { classifyRun, stopAfterCpuMs, wallLimitMs } from "./classify-run.ts";
import type { Program } from "./compile-program.ts";
import { LANGUAGE_SPECS } from "./language/index.ts";
import { outcomeInLanguage } from "./language/own-memory-limit.ts";

const MIB = 1024 * 1024;

/** What judging needs to know of a problem beside its testcases. */
export type JudgedProblem = Pick<Problem, "id" | "limits" | "comparison">;

/** Runs a compiled program on one testcase and judges what it printed. Undefined when the run was cancelled. */
export async function runTestcase(
  box: Box,
  program: Program,
  testcase: Testcase,
  { problem, answers }: { readonly problem: JudgedProblem; readonly answers: AnswerStore },
): Promise<TestcaseJudgement | undefined> {
  const output: Buffer[] = [];
  const report = await box.run({
    argv: LANGUAGE_SPECS[program.language].runArgv(problem.limits.memoryLimitBytes),
    env: { PATH: "/usr/bin:/bin", LANG: "C.UTF-8" },
    workingFolder: "box",
    stdin: { kind: "file", file: testcase.input },
    onStdout: (chunk) => output.push(Buffer.from(chunk)),
    limits: runLimits(problem.limits),
    allowsProcesses: false,
  });
  if (report.outcome.kind === "cancelled") return undefined;
  const { cpuMs, wallMs, peakMemoryBytes } = report;
  const ended = { outcome: report.outcome, peakMemoryBytes };
  const outcome = outcomeInLanguage(program.language, ended, problem.limits.memoryLimitBytes);
  const facts = { outcome, cpuMs, wallMs, peakMemoryBytes };
  const endedWell = outcome.kind === "exited" && outcome.exitCode === 0;
  const check = endedWell
    ? compareByDefault(Buffer.concat(output), await answers.read(testcase.answer), problem.comparison)
    : undefined;
  return { id: testcase.id, ...facts, check, ...classifyRun(facts, check, problem.limits), borderline: false };
}

/** A clean box with the compiled program in it. */
export async function openRunBox(
  slot: Slot,
  program: Program,
  artifact: Uint8Array,
  problem: JudgedProblem,
): Promise<Box> {
  const box = await slot.box("run", problem.limits.memoryLimitBytes);
  await box.put(`box/${LANGUAGE_SPECS[program.language].artifact}`, artifact, "execute");
  return box;
}

export function runLimits(limits: ProblemLimits): RunLimits {
  return {
    cpuMs: stopAfterCpuMs(limits),
    wallMs: wallLimitMs(limits),
    memoryBytes: limits.memoryLimitBytes,
    outputBytes: limits.outputLimitBytes,
    // Below the memory limit, so that endless recursion ends as the crash it is.
    stackBytes: Math.max(limits.memoryLimitBytes - 8 * MIB, limits.memoryLimitBytes / 2),
    fileBytes: 0,
  };
}
