import { UsageError } from "../domain/errors.ts";
import { isFullScore } from "../domain/scoring.ts";
import { foldRun } from "../report/fold-run.ts";
import { renderJson } from "../report/render-json.ts";
import { renderText } from "../report/render-text.ts";
import { type RunView, viewRun } from "../report/run-view.ts";
import type { RunFile } from "../run-log/run-file.ts";
import type { ExitCode, Io } from "./io.ts";

/** Prints a run from its events: the one way, for a live run as for a replayed one. */
export function printRun(run: RunFile, { json }: { readonly json: boolean }, io: Io): ExitCode {
  const view = viewOf(run);
  io.out(json ? renderJson(view, run.path) : `${renderText(view)}\nRun file: ${run.path}\n`);
  return isFullScore(view.score, view.maxScore) ? 0 : 1;
}

export function viewOf(run: RunFile): RunView {
  const view = viewRun(foldRun(run.events()));
  if (!view) throw new UsageError(`${run.path} ends before its first event: there is nothing to show`);
  return view;
}
