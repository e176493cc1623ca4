import type { Problem, ProblemLimits, Testcase } from "../domain/problem.ts";
import type { Program } from "../domain/program.ts";
import type { RunFacts } from "../domain/run-outcome.ts";
import type { Box, RunInput, RunLimits, Slot } from "../sandbox/sandbox.ts";
import { stopAfterCpuMs, wallLimitMs } from "./classify-run.ts";
import { LANGUAGE_SPECS } from "./language/index.ts";
import { outcomeInLanguage } from "./language/own-memory-limit.ts";
import { dataFilesOf } from "./program-sources.ts";

const MIB = 1024 * 1024;

/** What judging needs to know of a problem beside its testcases. */
export type JudgedProblem = Pick<Problem, "id" | "limits" | "task" | "support">;

/** A submission that compiled. */
export interface CompiledSubmission {
  readonly program: Program;
  readonly artifact: Uint8Array;
}

export const RUN_ENV = { PATH: "/usr/bin:/bin", LANG: "C.UTF-8" };

/** A clean box with the program in it, and what lies beside it; `judgeBytes` are for a judge's program that runs there too. */
export async function openRunBox(
  slot: Slot,
  { program, artifact }: CompiledSubmission,
  problem: JudgedProblem,
  memoryBytes = problem.limits.memoryLimitBytes,
): Promise<Box> {
  const box = await slot.box("run", memoryBytes);
  await box.put(`box/${LANGUAGE_SPECS[program.language].artifact}`, artifact, "execute");
  for (const { name, content } of dataFilesOf(program, problem.support)) await box.put(`box/${name}`, content, "read");
  return box;
}

/** Runs the program with an input. Undefined when the run was cancelled. */
export async function runSubmission(
  box: Box,
  program: Program,
  limits: ProblemLimits,
  run: { readonly stdin: RunInput; readonly args: readonly string[]; readonly onStdout: (chunk: Uint8Array) => void },
): Promise<RunFacts | undefined> {
  const report = await box.run({
    argv: submissionArgv(program, limits, run.args),
    env: RUN_ENV,
    workingFolder: "box",
    stdin: run.stdin,
    onStdout: run.onStdout,
    limits: runLimits(limits),
    allowsProcesses: false,
  });
  if (report.outcome.kind === "cancelled") return undefined;
  const { cpuMs, wallMs, peakMemoryBytes } = report;
  const ended = { outcome: report.outcome, peakMemoryBytes };
  return {
    outcome: outcomeInLanguage(program.language, ended, limits.memoryLimitBytes),
    cpuMs,
    wallMs,
    peakMemoryBytes,
  };
}

export function submissionArgv(program: Program, limits: ProblemLimits, args: readonly string[]): readonly string[] {
  const { memoryLimitBytes } = limits;
  return [...LANGUAGE_SPECS[program.language].runArgv({ folder: "/w/box", memoryLimitBytes }), ...args];
}

/** What a testcase wants to be found in the working folder. */
export async function placeFiles(box: Box, { files = [] }: Testcase): Promise<void> {
  for (const file of files) await box.place(`box/${file.name}`, file);
}

export async function removeFiles(box: Box, { files = [] }: Testcase): Promise<void> {
  for (const { name } of files) await box.remove(`box/${name}`);
}

export function runLimits(limits: ProblemLimits): RunLimits {
  return {
    cpuMs: stopAfterCpuMs(limits),
    wallMs: wallLimitMs(limits),
    memoryBytes: limits.memoryLimitBytes,
    outputBytes: limits.outputLimitBytes,
    stackBytes: stackBytes(limits.memoryLimitBytes),
    fileBytes: 0,
  };
}

/** Below the memory limit, so that endless recursion ends as the crash it is. */
export function stackBytes(memoryLimitBytes: number): number {
  return Math.max(memoryLimitBytes - 8 * MIB, memoryLimitBytes / 2);
}
