import { z } from "zod";
import type { PackagedProblem } from "../../../domain/problem.ts";
import type { PackageFiles } from "../../package-files.ts";
import type { PackageFindings } from "../../package-reading.ts";
import { type DomjudgeSettings, parseSeconds } from "./domjudge-ini.ts";
import { readText } from "./or-finding.ts";

const MIB = 1024 * 1024;
const positive = z.number().positive();

/** Where nothing is said: what the specification calls typical. */
const COMMON_LIMITS = {
  /** Seconds; legacy packages of DOMjudge have it too. */
  time_limit: positive.optional(),
  time_resolution: positive.default(1),
  /** MiB, as the one after it. */
  memory: positive.default(2048),
  output: positive.default(8),
  /** KiB. */
  code: positive.default(128),
  /** Seconds. */
  compilation_time: positive.default(60),
  /** MiB. */
  compilation_memory: positive.default(2048),
  /** Seconds. */
  validation_time: positive.default(60),
  /** MiB, as the one after it. */
  validation_memory: positive.default(2048),
  validation_output: positive.default(8),
  validation_passes: z.int().min(2).optional(),
};

const multiplier = z.number().min(1);

export const legacyLimitsYaml = z.looseObject({
  ...COMMON_LIMITS,
  time_multiplier: multiplier.default(5),
  time_safety_margin: multiplier.default(2),
});

export const modernLimitsYaml = z.looseObject({
  ...COMMON_LIMITS,
  time_multipliers: z
    .strictObject({ ac_to_time_limit: multiplier.default(2), time_limit_to_tle: multiplier.default(1.5) })
    .prefault({}),
});

type LimitsYaml = Pick<z.infer<typeof legacyLimitsYaml>, keyof typeof COMMON_LIMITS>;

export interface PackageLimits extends LimitsYaml {
  readonly acToTimeLimit: number;
  readonly timeLimitToTle: number;
}

export function problemLimits(limits: LimitsYaml): PackagedProblem["limits"] {
  return {
    memoryLimitBytes: limits.memory * MIB,
    outputLimitBytes: limits.output * MIB,
    codeLimitBytes: limits.code * 1024,
    compileTimeLimitMs: limits.compilation_time * 1000,
    compileMemoryLimitBytes: limits.compilation_memory * MIB,
    validationTimeLimitMs: limits.validation_time * 1000,
    validationMemoryLimitBytes: limits.validation_memory * MIB,
    validationOutputLimitBytes: limits.validation_output * MIB,
  };
}

/** What problem.yaml says, else DOMjudge's files, else what follows from the jury's submissions. */
export async function readTimeLimit(
  files: PackageFiles,
  limits: PackageLimits,
  domjudge: DomjudgeSettings,
  findings: PackageFindings,
): Promise<PackagedProblem["timeLimit"]> {
  const elsewhere = domjudge.timeLimitSeconds ?? (await readTimeLimitFile(files, findings));
  const seconds = limits.time_limit ?? elsewhere;
  if (seconds === undefined) {
    const { acToTimeLimit, timeLimitToTle, time_resolution } = limits;
    return { kind: "measured", acToTimeLimit, timeLimitToTle, resolutionMs: Math.round(time_resolution * 1000) };
  }
  if (elsewhere !== undefined && elsewhere !== seconds)
    findings.warnings.push(
      `problem.yaml: limits.time_limit: ${seconds} seconds; DOMjudge's file says ${elsewhere}, which is passed over`,
    );
  const ms = Math.round(seconds * 1000);
  if (limits.time_limit !== undefined && ms % Math.round(limits.time_resolution * 1000) !== 0)
    findings.warnings.push(
      `problem.yaml: limits.time_limit: ${seconds} is no multiple of time_resolution, ${limits.time_resolution}`,
    );
  return { kind: "known", ms };
}

async function readTimeLimitFile(files: PackageFiles, findings: PackageFindings): Promise<number | undefined> {
  const text = files.has(".timelimit") ? await readText(files, ".timelimit", findings) : undefined;
  if (text === undefined) return undefined;
  const seconds = parseSeconds(text.trim());
  if (seconds === undefined) findings.errors.push(".timelimit: expected a number of seconds");
  return seconds;
}
