import type { Curve } from "../replay/curve.ts";
import type { ContestResult } from "./contest-result.ts";
import type { LargestCluster } from "./largest-cluster.ts";
import type { MadeTests } from "./made-tests.ts";
import type { Baselines, ProblemView } from "./problem-view.ts";
import { contestJson } from "./render-contest.ts";
import type { RunView } from "./run-view.ts";

interface Shown {
  readonly contest?: ContestResult | undefined;
  /** Of the whole run. */
  readonly curves?: readonly Curve[] | undefined;
}

/** The folded run for scripts; what is not known is null. Part of the command-line contract. */
export function renderJson(view: RunView, runFile: string, { contest, curves = [] }: Shown = {}): string {
  return `${JSON.stringify({ ...runDocument(view, runFile, contest), curves }, null, 2)}\n`;
}

export function runDocument(view: RunView, runFile: string, contest?: ContestResult) {
  const { started, state, score, maxScore, problems, baselines, cost, time, activeMs } = view;
  const [only] = problems.length === 1 ? problems : [];
  return {
    run: runFile,
    state: state.kind,
    why: state.why,
    startedAt: new Date(view.startedAtMs).toISOString(),
    medalistVersion: started.medalistVersion,
    contest: started.contest ?? null,
    // Of a run of one problem; the same stands in `problems`.
    ...(only ? { problem: only.problem, pool: only.pool } : {}),
    model: started.model.label,
    recorded: started.model.isRecorded,
    strategy: started.strategy,
    rules: started.rules,
    seed: started.seed,
    samples: started.samples,
    submissionLimit: started.submissionLimit,
    rounds: started.rounds,
    feedback: started.feedback,
    score,
    maxScore,
    // Of a contest: what it is worth under its rules.
    ...(contest ? { result: contestJson(contest) } : {}),
    submissions: problems.flatMap(({ submissions }) => submissions.map(submissionOf)),
    problems: problems.map(problemOf),
    baselines: baselinesOf(baselines),
    cost: {
      inputTokens: cost.tokensKnown ? cost.inputTokens : null,
      outputTokens: cost.tokensKnown ? cost.outputTokens : null,
      usd: cost.usd ?? null,
    },
    time: { activeMs, parts: time },
    borderline: problems.flatMap(({ problem, borderline }) =>
      borderline.map((run) => ({ problem: problem.id, ...run })),
    ),
    judgeFailures: problems.flatMap(({ judgeFailures }) => judgeFailures),
  };
}

function submissionOf(row: ProblemView["submissions"][number]) {
  const { problem, number, candidate, verdict, score, total, atMs, why } = row;
  return { problem, number, candidate, verdict: verdict ?? null, score: score ?? null, total, atMs, why };
}

function problemOf(view: ProblemView) {
  const { problem, score, ended, pool, tests, largestCluster, submissions, subtasks, baselines } = view;
  return {
    ...problem,
    subtasks: subtasks.map((row) => ({ ...row, solvedBy: row.solvedBy ?? null })),
    ...{ score, ended: ended ?? null, pool, tests: testsOf(tests), largestCluster: clusterOf(largestCluster) },
    ...{ submissions: submissions.length, baselines: baselinesOf(baselines) },
  };
}

/** Tests that the model made, or that were made of the samples. */
function testsOf(tests: MadeTests | undefined) {
  if (!tests) return null;
  const agreement = tests.agreement.map((row) => row.map((share) => share ?? null));
  return { ...tests, splitting: tests.splitting ?? null, agreement };
}

function clusterOf(largest: LargestCluster | undefined) {
  if (!largest) return null;
  const { right, bestScore, rightElsewhere } = largest;
  return { ...largest, right: right ?? null, bestScore: bestScore ?? null, rightElsewhere: rightElsewhere ?? null };
}

function baselinesOf({ known, of, random, oracle, efficiency }: Baselines) {
  return { known, of, random: random ?? null, oracle: oracle ?? null, selectionEfficiency: efficiency ?? null };
}
