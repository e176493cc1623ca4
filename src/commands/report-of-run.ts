import { basename } from "node:path";
import { parseStandings } from "../contest/standings/parse-standings.ts";
import type { Standings } from "../contest/standings/standings.ts";
import { type StoredPool, storedPools } from "../contest/stored-pool.ts";
import type { SubmissionClock } from "../contest/submission-clock/submission-clock.ts";
import { UsageError } from "../domain/errors.ts";
import type { RunCurves } from "../replay/curve.ts";
import { curvesOf } from "../replay/run-curves.ts";
import { contestResult } from "../report/contest-result.ts";
import { foldRun } from "../report/fold-run.ts";
import type { ReportedCluster } from "../report/html/cluster-rows.ts";
import { makeReport, type Report } from "../report/html/make-document.ts";
import { viewRun } from "../report/run-view.ts";
import type { EventOf } from "../run-log/event.ts";
import type { RunFile } from "../run-log/run-file.ts";
import { clustersOf } from "../selection/clusters.ts";
import { strategyOf } from "../selection/index.ts";
import { strategyName } from "./start-event.ts";
import { trainedOf } from "./trained-file.ts";

const CURVE_SEEDS = 20;

/** All that the pages show of a run, from its events; texts are read from the file when a part is. */
export function reportOf(run: RunFile, clock: SubmissionClock): Report {
  const events = [...run.events()];
  const fold = foldRun(events);
  const view = viewRun(fold);
  if (!view) throw new UsageError(`${run.path} ends before its first event: there is nothing to show`);
  const readText = (sha256: string) => run.text(sha256);
  const pools = storedPools(events, readText);
  const { started } = view;
  const standings = standingsOf(started, readText);
  const contest = started.contest && contestResult({ ...fold, started }, clock, standings);
  const clusters = new Map(pools.map((pool) => [pool.problem.id, clustersIn(pool)]));
  const curves = curvesOfRun(pools, started);
  return makeReport({ file: basename(run.path), fold, view, contest, standings, clusters, curves });
}

export function standingsOf(
  { contest }: EventOf<"run-started">,
  readText: (sha256: string) => string,
): Standings | undefined {
  const files = (contest?.standings ?? []).map(({ name, sha256 }) => ({ name, text: readText(sha256) }));
  return files.length > 0 ? parseStandings(files) : undefined;
}

/** The run's own strategy, between chance and hindsight. */
function curvesOfRun(pools: readonly StoredPool[], started: EventOf<"run-started">): RunCurves {
  const own = strategyName(started);
  const strategies = new Map([[own, strategyOf(own, trainedOf(started.settings["trained"]))]]);
  return curvesOf(pools, { strategies, own, seeds: CURVE_SEEDS });
}

/** Members by id: a report knows no strategies. */
function clustersIn({ view }: StoredPool): ReportedCluster[] {
  return clustersOf(view).clusters.map(({ by, members }) => {
    return { by, members: members.map(({ id }) => id), signature: members[0]?.signature };
  });
}
