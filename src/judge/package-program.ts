import { PackageError } from "../domain/errors.ts";
import type { ProblemLimits } from "../domain/problem.ts";
import type { PackageProgram } from "../domain/program.ts";
import type { Box, RunInput, RunReport, Slot } from "../sandbox/sandbox.ts";
import { type CompileDeps, compileProgram } from "./compile-program.ts";
import { LANGUAGE_SPECS } from "./language/index.ts";

export type PackageProgramDeps = CompileDeps;

/** What is kept of what it prints; it may print more, up to its limit. */
const KEPT_BYTES = 64 * 1024;

type Limits = Omit<ProblemLimits, "timeLimitMs">;

/** A checker, validator, generator or grader that is ready to be run, in a box where no submission ever runs. */
export interface OpenPackageProgram {
  readonly box: Box;
  run(request: PackageProgramRequest): Promise<PackageProgramRun>;
}

export interface PackageProgramRequest {
  readonly args: readonly string[];
  readonly stdin: RunInput;
  /** Takes all of its output; otherwise the beginning is kept. */
  readonly onStdout?: (chunk: Uint8Array) => void;
}

export interface PackageProgramRun {
  readonly outcome: Exclude<RunReport["outcome"], { kind: "cancelled" }>;
  readonly stdout: string;
  readonly stderr: string;
}

/** Compiles a program of a package; what its compiler says is its author's to mend. */
export async function compilePackageProgram(
  slot: Slot,
  program: PackageProgram,
  limits: Limits,
  deps: PackageProgramDeps,
): Promise<Uint8Array> {
  const compiled = await compileProgram(slot, program, { limits }, deps);
  if (compiled.kind === "error") throw new PackageError(`${program.path} does not compile: ${compiled.log}`);
  return compiled.artifact;
}

/** It runs as the judge's user: it reads `judge/` and writes `feedback/`, where it is at home. */
export async function openPackageProgram(
  slot: Slot,
  program: PackageProgram,
  limits: Limits,
  deps: PackageProgramDeps,
): Promise<OpenPackageProgram> {
  const artifact = await compilePackageProgram(slot, program, limits, deps);
  const box = await slot.box("check", limits.validationMemoryLimitBytes);
  const run = async (request: PackageProgramRequest): Promise<PackageProgramRun> => {
    const printed: Buffer[] = [];
    let kept = 0;
    const keep = (chunk: Uint8Array) => {
      if (kept < KEPT_BYTES) printed.push(Buffer.from(chunk.subarray(0, KEPT_BYTES - kept)));
      kept += chunk.length;
    };
    const report = await box.run({
      argv: [...packageProgramArgv(program, limits), ...request.args],
      env: { PATH: "/usr/bin:/bin", LANG: "C.UTF-8" },
      workingFolder: "feedback",
      user: "judge",
      stdin: request.stdin,
      onStdout: request.onStdout ?? keep,
      limits: {
        cpuMs: limits.validationTimeLimitMs,
        wallMs: limits.validationTimeLimitMs * 3 + 2000,
        memoryBytes: limits.validationMemoryLimitBytes,
        outputBytes: limits.validationOutputLimitBytes,
        stackBytes: limits.validationMemoryLimitBytes / 2,
        fileBytes: limits.validationOutputLimitBytes,
      },
      allowsProcesses: false,
    });
    if (report.outcome.kind === "cancelled") throw new Error("a package's program was cancelled");
    return { outcome: report.outcome, stdout: Buffer.concat(printed).toString("utf8"), stderr: report.stderr };
  };
  await placePackageProgram(box, program, artifact);
  return { box, run };
}

/** Puts it where submissions cannot read it. */
export async function placePackageProgram(box: Box, program: PackageProgram, artifact: Uint8Array): Promise<void> {
  await box.put(`judge/${LANGUAGE_SPECS[program.language].artifact}`, artifact, "execute");
}

export function packageProgramArgv(program: PackageProgram, limits: Limits): readonly string[] {
  return LANGUAGE_SPECS[program.language].runArgv({
    folder: "/w/judge",
    memoryLimitBytes: limits.validationMemoryLimitBytes,
  });
}
