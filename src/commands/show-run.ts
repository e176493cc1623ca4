import { parseStandings } from "../contest/standings/parse-standings.ts";
import type { Standings } from "../contest/standings/standings.ts";
import { storedPools } from "../contest/stored-pool.ts";
import { UsageError } from "../domain/errors.ts";
import { isFullScore } from "../domain/scoring.ts";
import type { ShownRun } from "../report/comparison.ts";
import { type ContestResult, contestResult, type Yardstick } from "../report/contest-result.ts";
import { foldRun, type RunFold } from "../report/fold-run.ts";
import { renderJson } from "../report/render-json.ts";
import { renderText } from "../report/render-text.ts";
import { type RunView, viewRun } from "../report/run-view.ts";
import type { EventOf, LoggedEvent } from "../run-log/event.ts";
import { RunFile } from "../run-log/run-file.ts";
import { curvesAsMade } from "./curves-of-run.ts";
import type { ExitCode, Io } from "./io.ts";

interface Shown extends Yardstick {
  readonly json?: boolean;
}

/** Prints a run from its events: the one way, for a live run as for a replayed one. */
export function printRun(run: RunFile, shown: Shown, io: Io): ExitCode {
  const { json = false } = shown;
  const events = [...run.events()];
  const fold = foldRun(events);
  const view = viewOfFold(run, fold);
  const contest = contestOf(run, fold, shown);
  const curves = curvesShown(run, events, { view, json });
  io.out(
    json
      ? renderJson(view, run.path, { contest, curves })
      : `${renderText(view, { contest, curves })}\nRun file: ${run.path}\n`,
  );
  return isFullScore(view.score, view.maxScore) ? 0 : 1;
}

/** A terminal has room for one; scripts get them all. None while a truth is missing. */
function curvesShown(run: RunFile, events: readonly LoggedEvent[], { view, json }: { view: RunView; json: boolean }) {
  const { baselines, started } = view;
  if (baselines.random === undefined) return [];
  const pools = storedPools(events, (sha256) => run.text(sha256));
  return curvesAsMade(pools, started, json ? undefined : ["submissions"]).total;
}

/** A finished run or one under way, as its file is now. */
export function readShownRun(path: string, yardstick: Yardstick): ShownRun {
  using run = RunFile.openToRead(path);
  const fold = foldRun(run.events());
  return { path, view: viewOfFold(run, fold), contest: contestOf(run, fold, yardstick) };
}

export function viewOf(run: RunFile): RunView {
  return viewOfFold(run, foldRun(run.events()));
}

export function viewOfFold(run: RunFile, fold: RunFold): RunView {
  const view = viewRun(fold);
  if (!view) throw new UsageError(`${run.path} ends before its first event: there is nothing to show`);
  return view;
}

/** Undefined for a run of one problem by itself. */
export function contestOf(run: RunFile, fold: RunFold, yardstick: Yardstick): ContestResult | undefined {
  const { started } = fold;
  return started?.contest ? contestResult({ ...fold, started }, yardstick, standingsOf(run, started)) : undefined;
}

/** Who else took part, as the run file keeps it. */
export function standingsOf(run: RunFile, { contest }: EventOf<"run-started">): Standings | undefined {
  const files = (contest?.standings ?? []).map(({ name, sha256 }) => ({ name, text: run.text(sha256) }));
  return files.length > 0 ? parseStandings(files) : undefined;
}
