import { Command } from "commander";
import type { SubmissionClock } from "../contest/submission-clock/submission-clock.ts";
import { compareRuns } from "../report/comparison.ts";
import { renderComparisonJson, renderComparisonText } from "../report/render-comparison.ts";
import type { ExitCode, Io } from "./io.ts";
import { clockOption, jsonOption, quietOption } from "./options.ts";
import { readShownRun } from "./show-run.ts";

export interface CompareOptions {
  readonly clock: SubmissionClock;
  readonly json?: boolean;
}

export function compareCommand(act: (runs: readonly string[], options: CompareOptions) => Promise<void>): Command {
  return new Command("compare")
    .description(
      "several runs over the same problems: scores, what they cost, and whether they differ by more than chance",
    )
    .argument("<run...>", "two run files or more")
    .addOption(clockOption())
    .addOption(jsonOption())
    .addOption(quietOption())
    .action(act);
}

export async function compare(paths: readonly string[], { clock, json }: CompareOptions, io: Io): Promise<ExitCode> {
  const comparison = compareRuns(paths.map((path) => readShownRun(path, { clock })));
  io.out(json ? renderComparisonJson(comparison) : renderComparisonText(comparison));
  return 0;
}
