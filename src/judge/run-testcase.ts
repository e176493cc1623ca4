import { readFile } from "node:fs/promises";
import type { TestcaseJudgement } from "../domain/judgement.ts";
import type { Problem, ProblemLimits, Testcase } from "../domain/problem.ts";
import type { Verdict } from "../domain/verdict.ts";
import type { Box, RunLimits, RunReport } from "../sandbox/sandbox.ts";
import type { CheckResult } from "./checker/checker.ts";
import { compareByDefault } from "./checker/default-comparison.ts";
import type { Program } from "./compile-program.ts";
import { LANGUAGE_SPECS } from "./language/index.ts";

const MIB = 1024 * 1024;

/** What judging needs to know of a problem beside its testcases. */
export type JudgedProblem = Pick<Problem, "id" | "limits" | "comparison">;

/** Runs a compiled program on one testcase and judges what it printed. Undefined when the run was cancelled. */
export async function runTestcase(
  box: Box,
  program: Program,
  testcase: Testcase,
  problem: JudgedProblem,
): Promise<TestcaseJudgement | undefined> {
  const output: Buffer[] = [];
  const report = await box.run({
    argv: LANGUAGE_SPECS[program.language].runArgv,
    env: { PATH: "/usr/bin:/bin", LANG: "C.UTF-8" },
    workingFolder: "box",
    stdin: { kind: "file", file: testcase.input },
    onStdout: (chunk) => output.push(Buffer.from(chunk)),
    limits: runLimits(problem.limits),
    allowsProcesses: false,
  });
  if (report.outcome.kind === "cancelled") return undefined;
  const facts = { cpuMs: report.cpuMs, wallMs: report.wallMs, peakMemoryBytes: report.peakMemoryBytes };
  const failed = verdictOfRun(report);
  if (failed)
    return { id: testcase.id, verdict: failed, score: 0, ...facts, message: messageOfRun(report, problem.limits) };
  const check = await checkOutput(Buffer.concat(output), testcase, problem);
  return { id: testcase.id, verdict: check.verdict, score: check.score, ...facts, message: check.message };
}

/** Wall time is a backstop against sleeping: wide, because other work on the machine counts in it. */
export function runLimits(limits: ProblemLimits): RunLimits {
  return {
    cpuMs: limits.timeLimitMs,
    wallMs: limits.timeLimitMs * 3 + 2000,
    memoryBytes: limits.memoryLimitBytes,
    outputBytes: limits.outputLimitBytes,
    // Below the memory limit, so that endless recursion ends as the crash it is.
    stackBytes: Math.max(limits.memoryLimitBytes - 8 * MIB, limits.memoryLimitBytes / 2),
    fileBytes: 0,
  };
}

/** The verdict a run earns before its output is looked at; undefined when the checker must decide. */
export function verdictOfRun({ outcome }: RunReport): Verdict | undefined {
  switch (outcome.kind) {
    case "limit":
      return ({ cpu: "TLE", wall: "TLE", memory: "MLE", output: "OLE" } as const)[outcome.limit];
    case "signalled":
      return "RTE";
    case "exited":
      return outcome.exitCode === 0 ? undefined : "RTE";
    case "cancelled":
      throw new Error("a cancelled run has no verdict");
  }
}

function messageOfRun(report: RunReport, limits: ProblemLimits): string {
  const { outcome } = report;
  switch (outcome.kind) {
    case "limit":
      return {
        cpu: `more than ${limits.timeLimitMs} ms of CPU time`,
        wall: `more than ${runLimits(limits).wallMs} ms of wall time with ${Math.round(report.cpuMs)} ms of CPU time`,
        memory: `more than ${limits.memoryLimitBytes / MIB} MiB of memory`,
        output: `more than ${limits.outputLimitBytes / MIB} MiB of output`,
      }[outcome.limit];
    case "signalled":
      return `ended by ${outcome.signal}`;
    case "exited":
      return `exit code ${outcome.exitCode}`;
    case "cancelled":
      return "cancelled";
  }
}

async function checkOutput(output: Uint8Array, testcase: Testcase, problem: JudgedProblem): Promise<CheckResult> {
  return compareByDefault(output, await readFile(testcase.answer.path), problem.comparison);
}
