import { Command } from "commander";
import { type Verification, verifyProblem } from "../judge/verify-problem.ts";
import type { PackageReading } from "../problem/package-reading.ts";
import { readPackage } from "../problem/read-problem.ts";
import { renderVerificationJson, renderVerificationText, type VerifiedPackage } from "../report/verification.ts";
import type { ExitCode, Io } from "./io.ts";
import { type OpenJudge, openJudge } from "./open-judge.ts";
import { jsonOption, quietOption, slotsOption } from "./options.ts";
import { type Progress, startProgress } from "./progress.ts";

export interface VerifyOptions {
  readonly slots?: number;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

export function verifyCommand(act: (problems: string[], options: VerifyOptions) => Promise<void>): Command {
  return new Command("verify")
    .description("check problem packages: every submission shipped in one must get what its folder says")
    .argument("<problem...>", "folders of problem packages")
    .addOption(slotsOption())
    .addOption(jsonOption())
    .addOption(quietOption())
    .action(act);
}

export async function verify(paths: readonly string[], options: VerifyOptions, io: Io): Promise<ExitCode> {
  const readings: { path: string; reading: PackageReading }[] = [];
  for (const path of paths) readings.push({ path, reading: await readPackage(path) });
  await using judge = await openJudge(options.slots, io);
  using progress = startProgress(io, options.quiet ?? false);
  const verified: VerifiedPackage[] = [];
  for (const { path, reading } of readings) verified.push(await verifyPackage(path, reading, judge, progress));
  progress[Symbol.dispose]();
  io.out(options.json ? renderVerificationJson(verified) : renderVerificationText(verified));
  return verified.every(({ ok }) => ok) ? 0 : 1;
}

async function verifyPackage(
  path: string,
  reading: PackageReading,
  judge: OpenJudge,
  progress: Progress,
): Promise<VerifiedPackage> {
  const { problem } = reading;
  const nothing: Verification = { errors: [], warnings: [], submissions: [] };
  const verification = problem ? await verifyProblem(problem, judge, (what) => progress.show(what)) : nothing;
  const errors = [...reading.errors, ...verification.errors];
  const warnings = [...reading.warnings, ...verification.warnings];
  const ok = errors.length === 0 && verification.submissions.every((submission) => submission.ok);
  return { problem: problem?.id ?? path, ok, errors, warnings, submissions: verification.submissions };
}
