import { Command } from "commander";
import type { SubmissionClock } from "../contest/submission-clock/submission-clock.ts";
import { RunFile } from "../run-log/run-file.ts";
import type { ExitCode, Io } from "./io.ts";
import { clockOption, jsonOption, quietOption } from "./options.ts";
import { printRun } from "./show-run.ts";

export interface ReplayOptions {
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly clock: SubmissionClock;
}

export function replayCommand(act: (run: string, options: ReplayOptions) => Promise<void>): Command {
  return new Command("replay")
    .description("print the report of a run again, from its file alone")
    .argument("<run>", "a run file")
    .addOption(clockOption())
    .addOption(jsonOption())
    .addOption(quietOption())
    .action(act);
}

export async function replay(path: string, options: ReplayOptions, io: Io): Promise<ExitCode> {
  using run = RunFile.openToRead(path);
  return printRun(run, { json: options.json ?? false, clock: options.clock }, io);
}
