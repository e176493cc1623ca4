import { Command, Option } from "commander";
import type { Yardstick } from "../report/contest-result.ts";
import { RunFile } from "../run-log/run-file.ts";
import { checkRun } from "./check-run.ts";
import { writeHtmlReport } from "./html-report.ts";
import type { ExitCode, Io } from "./io.ts";
import { clockOption, htmlOption, jsonOption, quietOption, ratingDistributionOption } from "./options.ts";
import { printRun } from "./show-run.ts";
import { printWhatIf } from "./what-if.ts";
import { addWhatIfOptions, isWhatIf, type WhatIfOptions } from "./what-if-options.ts";

export interface ReplayOptions extends WhatIfOptions, Yardstick {
  readonly json?: boolean;
  readonly html?: string;
  readonly quiet?: boolean;
  readonly check?: boolean;
}

export function replayCommand(act: (run: string, options: ReplayOptions) => Promise<void>): Command {
  const command = new Command("replay")
    .description("print the report of a run again, or what it would have scored otherwise, from its file alone")
    .argument("<run>", "a run file");
  return addWhatIfOptions(command)
    .addOption(new Option("--check", "is the file as it was written, and does what it says follow from its events?"))
    .addOption(clockOption())
    .addOption(ratingDistributionOption())
    .addOption(jsonOption())
    .addOption(htmlOption())
    .addOption(quietOption())
    .action(act);
}

export async function replay(path: string, options: ReplayOptions, io: Io): Promise<ExitCode> {
  if (options.check) return checkRun(path, options, io);
  if (isWhatIf(options)) return await printWhatIf(path, options, io);
  using run = RunFile.openToRead(path);
  if (options.html !== undefined) await writeHtmlReport(options.html, run, options, io);
  return printRun(run, options, io);
}
