import { basename } from "node:path";
import { type StoredPool, storedPools } from "../contest/stored-pool.ts";
import { UsageError } from "../domain/errors.ts";
import { contestResult, type Yardstick } from "../report/contest-result.ts";
import { foldRun } from "../report/fold-run.ts";
import type { ReportedCluster } from "../report/html/cluster-rows.ts";
import { makeReport, type Report } from "../report/html/make-document.ts";
import { viewRun } from "../report/run-view.ts";
import type { RunFile } from "../run-log/run-file.ts";
import { clustersOf } from "../selection/clusters.ts";
import { curvesOfRun } from "./curves-of-run.ts";
import { standingsOf } from "./show-run.ts";

/** All that the pages show of a run, from its events; texts are read from the file when a part is. */
export function reportOf(run: RunFile, yardstick: Yardstick): Report {
  const events = [...run.events()];
  const fold = foldRun(events);
  const view = viewRun(fold);
  if (!view) throw new UsageError(`${run.path} ends before its first event: there is nothing to show`);
  const readText = (sha256: string) => run.text(sha256);
  const pools = storedPools(events, readText);
  const { started } = view;
  const standings = standingsOf(run, started);
  const contest = started.contest && contestResult({ ...fold, started }, yardstick, standings);
  const clusters = new Map(pools.map((pool) => [pool.problem.id, clustersIn(pool)]));
  const curves = curvesOfRun(pools, started);
  return makeReport({ file: basename(run.path), fold, view, contest, standings, clusters, curves });
}

/** Members by id: a report knows no strategies. */
function clustersIn({ view }: StoredPool): ReportedCluster[] {
  return clustersOf(view).clusters.map(({ by, members }) => {
    return { by, members: members.map(({ id }) => id), signature: members[0]?.signature };
  });
}
