import type { RunView } from "../run-view.ts";
import type { RunSummary } from "./page-source.ts";
import { limits } from "./problem-document.ts";
import { runFacts } from "./run-facts.ts";

/** A run as a list shows it. */
export function runSummary(view: RunView): RunSummary {
  const { name, startedAt, state, model } = runFacts("", view);
  const run = { name, startedAt, state, model, strategy: view.started.strategy };
  return { run, score: view.score, ...limits(view.maxScore), usd: view.cost.usd };
}
