import { join } from "node:path";
import { Command, Option } from "commander";
import { UsageError } from "../domain/errors.ts";
import type { PackagedProblem } from "../domain/problem.ts";
import { isOfAccepted } from "../domain/test-strength.ts";
import { prepareProblem } from "../judge/prepare-problem.ts";
import { refuseOtherFolder, writePool } from "../model/write-pool.ts";
import { cppSubmissions, mutateSubmissions, type SubmissionMutant } from "../mutation/mutate-submissions.ts";
import type { FormatName } from "../problem/format/index.ts";
import { readProblem } from "../problem/read-problem.ts";
import { plainAnswer } from "../recording/dress-answer.ts";
import { type MutantsReport, renderMutantsJson, renderMutantsText } from "../report/mutants.ts";
import { renderStrengthJson, renderStrengthText } from "../report/strength.ts";
import { measureStrength } from "../strength/measure-strength.ts";
import { TruthFile } from "../strength/truth-file.ts";
import type { ExitCode, Io } from "./io.ts";
import { cacheFolder, type JudgeSettings, openJudge } from "./open-judge.ts";
import {
  formatOption,
  imageOption,
  jsonOption,
  quietOption,
  slotsOption,
  timeFactorOption,
  wholeFrom,
} from "./options.ts";
import { startProgress } from "./progress.ts";

const TRUTH = "truth.jsonl";

export interface MutateOptions extends JudgeSettings {
  readonly format?: FormatName;
  readonly count: number;
  readonly seed: number;
  readonly of: "all" | "accepted";
  readonly out?: string;
  readonly judge?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

export function mutateCommand(act: (problem: string, options: MutateOptions) => Promise<void>): Command {
  return new Command("mutate")
    .description(
      "make candidates out of a package's C++ submissions by small mistakes; see which its testcases let through",
    )
    .argument("<problem>", "a problem package: folder, archive, or row as FILE.jsonl#ID")
    .addOption(formatOption())
    .addOption(new Option("--count <n>", "mutants to make").argParser(wholeFrom(1)).default(100))
    .addOption(new Option("--seed <n>", "the same seed makes the same mutants").argParser(wholeFrom(0)).default(1))
    .addOption(new Option("--of <which>", "the submissions to mutate").choices(["all", "accepted"]).default("all"))
    .option("--out <folder>", "write them as a candidate pool, for --model recorded:FOLDER")
    .option("--judge", "judge them and compare them with their origins; what is judged already is not judged again")
    .addOption(slotsOption())
    .addOption(imageOption())
    .addOption(timeFactorOption())
    .addOption(jsonOption())
    .addOption(quietOption())
    .action(act);
}

export async function mutate(path: string, options: MutateOptions, io: Io): Promise<ExitCode> {
  await using reading = await readProblem(path, { ...options, signal: io.signal });
  const { problem } = reading;
  const mutants = mutantsOf(path, problem, options);
  if (options.out !== undefined) {
    await refuseOtherFolder(options.out, [TRUTH]);
    await writePool(
      options.out,
      mutants.map(({ program, origin }) => ({ answer: plainAnswer(program), origin })),
    );
  }
  if (options.judge) return await judgeMutants(problem, mutants, options, io);
  const { id, packageHash } = problem;
  const made = mutants.map(({ program, origin }) => ({ source: program.source, origin }));
  const report: MutantsReport = { problem: id, packageHash, seed: options.seed, mutants: made, left: leftOut(problem) };
  io.out(options.json ? renderMutantsJson(report) : renderMutantsText(report));
  return 0;
}

function mutantsOf(path: string, problem: PackagedProblem, { count, seed, of }: MutateOptions): SubmissionMutant[] {
  const mutable = cppSubmissions(problem.submissions);
  const chosen = of === "all" ? mutable : mutable.filter(isOfAccepted);
  const mutants = mutateSubmissions(chosen, { count, seed });
  if (mutants.length > 0) return mutants;
  const wanted = of === "all" ? "submission" : "accepted submission";
  throw new UsageError(`${path} has no ${wanted} that is one file of C++ in which something could be changed`);
}

function leftOut({ submissions }: PackagedProblem): string[] {
  const mutated = new Set(cppSubmissions(submissions).map(({ path }) => path));
  return submissions.map(({ path }) => path).filter((path) => !mutated.has(path));
}

async function judgeMutants(
  packaged: PackagedProblem,
  mutants: readonly SubmissionMutant[],
  options: MutateOptions,
  io: Io,
): Promise<ExitCode> {
  const { id, packageHash } = packaged;
  const truth = await openTruth(options.out, packageHash, io.env);
  await using judge = await openJudge(options, [], io);
  using progress = startProgress(io, options.quiet ?? false);
  const show = (what: string) => progress.show(what);
  const problem = await prepareProblem(packaged, judge, show);
  const strength = await measureStrength(problem, mutants, { ...judge, truth }, show).catch((error: unknown) => {
    progress[Symbol.dispose]();
    io.note(`nothing is lost, the same command goes on: the truth so far is in ${truth.path}`);
    throw error;
  });
  progress[Symbol.dispose]();
  const report = { problem: id, packageHash, seed: options.seed, truth: truth.path, strength };
  io.out(options.json ? renderStrengthJson(report) : renderStrengthText(report));
  return strength.mutants.some(({ verdict }) => verdict === "JE") ? 1 : 0;
}

/** Beside the pool, where there is one; else where the next command for this package finds it. */
export function openTruth(pool: string | undefined, packageHash: string, env: Io["env"]): Promise<TruthFile> {
  return TruthFile.open(join(pool ?? join(cacheFolder(env), "truth", packageHash), TRUTH), packageHash);
}
