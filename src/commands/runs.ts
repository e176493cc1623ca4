import { Command } from "commander";
import { messageOf } from "../domain/errors.ts";
import type { RunView } from "../report/run-view.ts";
import { type ListedRun, renderRunsJson, renderRunsText } from "../report/runs.ts";
import { RunFile } from "../run-log/run-file.ts";
import type { ExitCode, Io } from "./io.ts";
import { jsonOption, quietOption } from "./options.ts";
import { listRunFiles, RUNS_FOLDER } from "./run-files.ts";
import { viewOf } from "./show-run.ts";

export interface RunsOptions {
  readonly json?: boolean;
}

export function runsCommand(act: (folder: string, options: RunsOptions) => Promise<void>): Command {
  return new Command("runs")
    .description("list run files: what, when, model, score, cost")
    .argument("[folder]", "where they lie", RUNS_FOLDER)
    .addOption(jsonOption())
    .addOption(quietOption())
    .action(act);
}

export async function runs(folder: string, options: RunsOptions, io: Io): Promise<ExitCode> {
  const listed: ListedRun[] = (await listRunFiles(folder)).map((path) => ({ path, ...readRun(path) }));
  io.out(options.json ? renderRunsJson(listed) : renderRunsText(listed, folder));
  return 0;
}

/** One file that cannot be read must not hide the others: it is listed with what is wrong with it. */
function readRun(path: string): { view: RunView } | { error: string } {
  try {
    using run = RunFile.openToRead(path);
    return { view: viewOf(run) };
  } catch (error) {
    return { error: messageOf(error) };
  }
}
