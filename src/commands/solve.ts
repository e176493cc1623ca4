import { Command } from "commander";
import { readProblem } from "../problem/read-problem.ts";
import type { ExitCode, Io } from "./io.ts";
import { performRun } from "./perform-run.ts";
import { type RunOptions, withRunOptions } from "./run-options.ts";

export function solveCommand(act: (problem: string, options: RunOptions) => Promise<void>): Command {
  const command = new Command("solve")
    .description("sample candidate programs, judge them, select, submit; prints a report and writes a run file")
    .argument("<problem>", "a problem package: folder, archive, or row as FILE.jsonl#ID");
  return withRunOptions(command, act);
}

export async function solve(path: string, options: RunOptions, io: Io): Promise<ExitCode> {
  await using reading = await readProblem(path, { ...options, signal: io.signal });
  const { problem } = reading;
  const problems = [{ path, problem, inContest: undefined }];
  return await performRun(
    {
      resumeLine: (run) => `medalist solve ${path} --resume --run ${run}`,
      id: problem.id,
      contest: undefined,
      problems,
    },
    options,
    io,
  );
}
