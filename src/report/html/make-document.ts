import type { Standings } from "../../contest/standings/standings.ts";
import type { RunCurves } from "../../replay/curve.ts";
import type { ContestResult } from "../contest-result.ts";
import type { RunFold } from "../fold-run.ts";
import type { ProblemView } from "../problem-view.ts";
import type { RunView } from "../run-view.ts";
import type { ReportedCluster } from "./cluster-rows.ts";
import { contestDocument } from "./contest-document.ts";
import { limits, problemDocument, type ReportedProblem } from "./problem-document.ts";
import type { ReportDocument } from "./report-document.ts";
import { type ReportParts, reportParts } from "./report-parts.ts";
import { runFacts } from "./run-facts.ts";

/** A run as reports have it: folded, with what was computed from the fold. */
export interface ReportedRun {
  /** The name of its file, without a folder. */
  readonly file: string;
  readonly fold: RunFold;
  readonly view: RunView;
  readonly contest: ContestResult | undefined;
  readonly standings: Standings | undefined;
  /** By problem. */
  readonly clusters: ReadonlyMap<string, readonly ReportedCluster[]>;
  readonly curves: RunCurves;
}

export interface Report {
  readonly document: ReportDocument;
  readonly parts: ReportParts;
}

export function makeReport(run: ReportedRun): Report {
  const { view, curves } = run;
  const { usd, tokensKnown, inputTokens, outputTokens } = view.cost;
  const problems = view.problems.map((problem) => reported(run, problem));
  const documents = problems.map((problem) => problemDocument(problem));
  return {
    document: {
      run: runFacts(run.file, view),
      worth: { score: view.score, ...limits(view.maxScore), ...view.baselines },
      cost: tokensKnown ? { inputTokens, outputTokens, usd } : { inputTokens: undefined, outputTokens: undefined, usd },
      ...{ time: view.time, activeMs: view.activeMs },
      contest: run.contest && contestDocument(run.contest, view.started, run.standings),
      ...{ curves: curves.total, unjudged: curves.missing, problems: documents },
    },
    parts: reportParts(documents, problems),
  };
}

function reported({ fold, clusters, curves, view: { started } }: ReportedRun, view: ProblemView): ReportedProblem {
  const { id } = view.problem;
  const own = fold.problems.get(id);
  if (!own) throw new Error(`the problem ${id} is not of this run`);
  const parts = { clusters: clusters.get(id) ?? [], curves: curves.byProblem.get(id) ?? [] };
  return { view, fold: own, samples: started.samples, ...parts };
}
