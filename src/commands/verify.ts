import { Command } from "commander";
import { type Verification, verifyProblem } from "../judge/verify-problem.ts";
import { findPackages } from "../problem/find-packages.ts";
import type { FormatName } from "../problem/format/index.ts";
import type { PackageReading } from "../problem/package-reading.ts";
import { readPackage } from "../problem/read-problem.ts";
import { renderVerificationJson, renderVerificationText, type VerifiedPackage } from "../report/verification.ts";
import type { ExitCode, Io } from "./io.ts";
import { type JudgeSettings, type OpenJudge, openJudge } from "./open-judge.ts";
import { formatOption, imageOption, jsonOption, quietOption, slotsOption, timeFactorOption } from "./options.ts";
import { type Progress, startProgress } from "./progress.ts";

export interface VerifyOptions extends JudgeSettings {
  readonly format?: FormatName;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

export function verifyCommand(act: (problems: string[], options: VerifyOptions) => Promise<void>): Command {
  return new Command("verify")
    .description("check problem packages: every submission shipped in one must get what its author says")
    .argument(
      "<problem...>",
      "problem packages: folders, archives, or rows as FILE.jsonl#ID; a folder of packages or a contest stands for all below it",
    )
    .addOption(formatOption())
    .addOption(slotsOption())
    .addOption(imageOption())
    .addOption(timeFactorOption())
    .addOption(jsonOption())
    .addOption(quietOption())
    .action(act);
}

interface OpenPackage {
  readonly path: string;
  readonly reading: PackageReading & AsyncDisposable;
}

export async function verify(paths: readonly string[], options: VerifyOptions, io: Io): Promise<ExitCode> {
  const packages: OpenPackage[] = [];
  try {
    for (const path of (await Promise.all(paths.map(findPackages))).flat())
      packages.push({ path, reading: await readPackage(path, { ...options, signal: io.signal }) });
    const verified = await verifyAll(packages, options, io);
    io.out(options.json ? renderVerificationJson(verified) : renderVerificationText(verified));
    return verified.every(({ ok }) => ok) ? 0 : 1;
  } finally {
    for (const { reading } of packages) await reading[Symbol.asyncDispose]();
  }
}

async function verifyAll(packages: readonly OpenPackage[], options: VerifyOptions, io: Io): Promise<VerifiedPackage[]> {
  // What is wrong with a package on disk is told without an engine too.
  const isJudged = packages.some(({ reading }) => reading.problem !== undefined);
  await using judge = isJudged ? await openJudge(options, [], io) : undefined;
  using progress = startProgress(io, options.quiet ?? false);
  const verified: VerifiedPackage[] = [];
  for (const { path, reading } of packages) verified.push(await verifyPackage(path, reading, judge, progress));
  return verified;
}

async function verifyPackage(
  path: string,
  reading: PackageReading,
  judge: OpenJudge | undefined,
  progress: Progress,
): Promise<VerifiedPackage> {
  const { problem } = reading;
  const nothing: Verification = { errors: [], warnings: [], submissions: [] };
  const verification = problem && judge ? await verifyProblem(problem, judge, (what) => progress.show(what)) : nothing;
  const errors = [...reading.errors, ...verification.errors];
  const warnings = [...reading.warnings, ...verification.warnings];
  const ok = errors.length === 0 && verification.submissions.every((submission) => submission.ok);
  return { problem: problem?.id ?? path, ok, errors, warnings, submissions: verification.submissions };
}
