import { Command } from "commander";
import { type Verification, verifyProblem } from "../judge/verify-problem.ts";
import type { PackageReading } from "../problem/package-reading.ts";
import { readPackage } from "../problem/read-problem.ts";
import { renderVerificationJson, renderVerificationText, type VerifiedPackage } from "../report/verification.ts";
import type { ExitCode, Io } from "./io.ts";
import { type JudgeSettings, type OpenJudge, openJudge } from "./open-judge.ts";
import { imageOption, jsonOption, quietOption, slotsOption, timeFactorOption } from "./options.ts";
import { type Progress, startProgress } from "./progress.ts";

export interface VerifyOptions extends JudgeSettings {
  readonly json?: boolean;
  readonly quiet?: boolean;
}

export function verifyCommand(act: (problems: string[], options: VerifyOptions) => Promise<void>): Command {
  return new Command("verify")
    .description("check problem packages: every submission shipped in one must get what its folder says")
    .argument("<problem...>", "folders of problem packages")
    .addOption(slotsOption())
    .addOption(imageOption())
    .addOption(timeFactorOption())
    .addOption(jsonOption())
    .addOption(quietOption())
    .action(act);
}

export async function verify(paths: readonly string[], options: VerifyOptions, io: Io): Promise<ExitCode> {
  const readings: { path: string; reading: PackageReading }[] = [];
  for (const path of paths) readings.push({ path, reading: await readPackage(path) });
  // What is wrong with a package on disk is told without an engine too.
  const problems = readings.flatMap(({ reading }) => reading.problem ?? []);
  const programs = problems.flatMap(({ submissions, inputValidators }) => [...submissions, ...inputValidators]);
  const languages = programs.map(({ language }) => language);
  await using judge = problems.length > 0 ? await openJudge(options, languages, io) : undefined;
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
