import type { RunView } from "./run-view.ts";

/** The folded run for scripts; what is not known is null. Part of the command-line contract. */
export function renderJson(view: RunView, runFile: string): string {
  const { started, state, score, pool, submissions, baselines, cost, time, activeMs, judgeFailures, borderline } = view;
  const document = {
    run: runFile,
    state: state.kind,
    why: state.why,
    startedAt: new Date(view.startedAtMs).toISOString(),
    medalistVersion: started.medalistVersion,
    problem: started.problem,
    model: started.model.label,
    recorded: started.model.isRecorded,
    strategy: started.strategy,
    rules: started.rules,
    seed: started.seed,
    samples: started.samples,
    submissionLimit: started.submissionLimit,
    score,
    maxScore: started.problem.maxScore,
    submissions: submissions.map(({ number, candidate, verdict, score: own, total, atMs, why }) => ({
      problem: started.problem.id,
      number,
      candidate,
      verdict: verdict ?? null,
      score: own ?? null,
      total,
      atMs,
      why,
    })),
    pool,
    baselines: {
      known: baselines.known,
      of: baselines.of,
      random: baselines.random ?? null,
      oracle: baselines.oracle ?? null,
      selectionEfficiency: baselines.efficiency ?? null,
    },
    cost: {
      inputTokens: cost.tokensKnown ? cost.inputTokens : null,
      outputTokens: cost.tokensKnown ? cost.outputTokens : null,
      usd: cost.usd ?? null,
    },
    time: { activeMs, parts: time },
    borderline,
    judgeFailures,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
