import { Command, Option } from "commander";
import { UsageError } from "../domain/errors.ts";
import { readContest } from "../problem/contest/read-contest.ts";
import { readProblem } from "../problem/read-problem.ts";
import type { ExitCode, Io } from "./io.ts";
import { wholeFrom } from "./options.ts";
import { performRun, type ReadProblem } from "./perform-run.ts";
import { repeatRun } from "./repeat-run.ts";
import { type RunOptions, withRunOptions } from "./run-options.ts";

export function contestCommand(act: (contest: string, options: RunOptions) => Promise<void>): Command {
  const command = new Command("contest")
    .description("solve all problems of a contest under its rules; prints a report and writes a run file")
    .argument("<contest>", "a folder with a contest.yaml")
    .addOption(
      new Option(
        "--repeat <r>",
        "so many runs with seeds one after another, a file and a budget each, and how they differ",
      ).argParser(wholeFrom(2)),
    );
  return withRunOptions(command, act);
}

export async function contest(path: string, options: RunOptions, io: Io): Promise<ExitCode> {
  const contest = await readContest(path);
  const readings: AsyncDisposable[] = [];
  const problems: ReadProblem[] = [];
  try {
    for (const inContest of contest.problems) {
      const reading = await readProblem(inContest.path, { ...options, signal: io.signal });
      readings.push(reading);
      problems.push({ path: inContest.path, problem: reading.problem, inContest });
    }
    refuseEqualIds(path, problems);
    const resumeLine = (run: string) => `medalist contest ${path} --resume --run ${run}`;
    const undertaking = { resumeLine, id: contest.id, contest, problems };
    const isRepeated = options.repeat !== undefined && !options.dryRun;
    return await (isRepeated ? repeatRun(undertaking, options, io) : performRun(undertaking, options, io));
  } finally {
    for (const reading of readings) await reading[Symbol.asyncDispose]();
  }
}

function refuseEqualIds(path: string, problems: readonly ReadProblem[]): void {
  const ids = problems.map(({ problem }) => problem.id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined)
    throw new UsageError(`${path}: two of its problems are called ${twice}: a run tells problems apart by their ids`);
}
