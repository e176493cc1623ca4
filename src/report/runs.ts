import type { RunView } from "./run-view.ts";
import { points, table } from "./words.ts";

export type ListedRun = { readonly path: string } & ({ readonly view: RunView } | { readonly error: string });

export function renderRunsText(runs: readonly ListedRun[], folder: string): string {
  if (runs.length === 0) return `no runs in ${folder}\n`;
  const header = ["started (UTC)", "problem", "score", "cost", "state", "model", "file"];
  const rows = runs.map((run) => {
    if ("error" in run) return ["-", "-", "-", "-", "unreadable", "-", run.error];
    const { started, startedAtMs, score, maxScore, cost, state } = run.view;
    return [
      new Date(startedAtMs).toISOString().slice(0, 16).replace("T", " "),
      nameOf(run.view),
      `${points(score)}/${points(maxScore)}`,
      cost.usd === undefined ? "unknown" : `${cost.usd.toFixed(2)} USD`,
      state.kind,
      started.model.isRecorded ? "recorded" : started.model.label,
      run.path,
    ];
  });
  return `${table([header, ...rows], [false, false, true, true, false, false, false], 140).join("\n")}\n`;
}

export function renderRunsJson(runs: readonly ListedRun[]): string {
  const documents = runs.map((run) => {
    if ("error" in run) return { run: run.path, error: run.error };
    const { started, startedAtMs, score, maxScore, cost, state } = run.view;
    return {
      run: run.path,
      startedAt: new Date(startedAtMs).toISOString(),
      problem: nameOf(run.view),
      model: started.model.label,
      strategy: started.strategy,
      state: state.kind,
      score,
      maxScore,
      usd: cost.usd ?? null,
    };
  });
  return `${JSON.stringify(documents, null, 2)}\n`;
}

/** The contest, or the one problem. */
function nameOf({ started }: RunView): string {
  return started.contest?.id ?? started.problems.map(({ id }) => id).join(", ");
}
