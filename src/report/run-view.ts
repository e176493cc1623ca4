import { expectedBest } from "../domain/random-baseline.ts";
import { unionScore } from "../domain/scoring.ts";
import type { Verdict } from "../domain/verdict.ts";
import type { EventOf } from "../run-log/event.ts";
import type { FoldedSubmission, RunFold } from "./fold-run.ts";

/** What a report shows of a run, in numbers; `undefined` is shown as "unknown". */
export interface RunView {
  readonly started: EventOf<"run-started">;
  readonly startedAtMs: number;
  /** How the run ended, or that it did not. */
  readonly state: { readonly kind: "finished" | "interrupted" | "unfinished"; readonly why: string };
  readonly score: number;
  readonly pool: PoolView;
  readonly submissions: readonly SubmissionRow[];
  readonly baselines: Baselines;
  readonly cost: {
    readonly inputTokens: number;
    readonly outputTokens: number;
    readonly usd: number | undefined;
    readonly tokensKnown: boolean;
  };
  readonly time: readonly { readonly what: string; readonly ms: number }[];
  readonly activeMs: number;
  readonly judgeFailures: readonly string[];
  /** Runs whose time was near the limit: on another machine their verdict may differ. */
  readonly borderline: readonly BorderlineRun[];
}

export interface BorderlineRun {
  readonly candidate: string;
  readonly testcase: string;
  readonly verdict: Verdict;
  readonly cpuMs: number;
}

export interface PoolView {
  readonly answers: number;
  readonly modelFailures: number;
  readonly unusable: readonly { readonly reason: string; readonly count: number }[];
  readonly programs: number;
  readonly duplicates: number;
  readonly compiling: number;
  readonly passingSamples: number;
}

export interface SubmissionRow {
  readonly number: number;
  readonly candidate: string;
  readonly verdict: Verdict | undefined;
  readonly score: number | undefined;
  readonly total: number;
  readonly atMs: number;
  readonly why: string;
}

export interface Baselines {
  /** Candidates whose truth is known, of those that might have been submitted. */
  readonly known: number;
  readonly of: number;
  /** As many random submissions as the limit allows; undefined while a truth is missing. */
  readonly random: number | undefined;
  readonly oracle: number | undefined;
  /** (score - random) / (oracle - random); undefined where the two are equal. */
  readonly efficiency: number | undefined;
}

/** Undefined where the log holds no start of a run. */
export function viewRun(fold: RunFold): RunView | undefined {
  const { started } = fold;
  if (!started) return undefined;
  const submissions = [...fold.submissions.values()];
  const score = unionScore(submissions.map(({ judgement }) => judgement?.subtasks ?? []));
  return {
    started,
    startedAtMs: fold.startedAtMs,
    state: stateOf(fold),
    score,
    pool: poolOf(fold),
    submissions: submissions.map((submission, index) => rowOf(submission, submissions.slice(0, index + 1))),
    baselines: baselinesOf(fold, score),
    cost: costOf(fold, started),
    time: timeOf(fold),
    activeMs: fold.activeMs,
    borderline: borderlineOf(fold),
    judgeFailures: fold.judgeFailures.map(({ candidate, during, message }) => `${candidate} (${during}): ${message}`),
  };
}

function stateOf(fold: RunFold): RunView["state"] {
  if (fold.finishedBecause !== undefined) return { kind: "finished", why: fold.finishedBecause };
  if (fold.interruptedBecause !== undefined) return { kind: "interrupted", why: fold.interruptedBecause };
  return { kind: "unfinished", why: "it is under way, or was killed" };
}

function poolOf(fold: RunFold): PoolView {
  const tested = [...fold.tested.values()];
  const reasons = new Map<string, number>();
  for (const reason of fold.unusable.values()) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  return {
    answers: fold.answers.size,
    modelFailures: fold.modelFailures.size,
    unusable: [...reasons].map(([reason, count]) => ({ reason, count })),
    programs: fold.candidates.size,
    duplicates: [...fold.candidates.values()].filter(({ sameAs }) => sameAs).length,
    compiling: tested.filter(({ compile }) => compile.ok).length,
    passingSamples: tested.filter(
      ({ compile, samples }) => compile.ok && samples.every(({ verdict }) => verdict === "AC"),
    ).length,
  };
}

function rowOf({ made, judgement }: FoldedSubmission, soFar: readonly FoldedSubmission[]): SubmissionRow {
  const total = unionScore(soFar.map((submission) => submission.judgement?.subtasks ?? []));
  const { number, candidate, atMs, why } = made;
  return { number, candidate, verdict: judgement?.verdict, score: judgement?.score, total, atMs, why };
}

/** Over the pool that every strategy chooses from: the distinct programs that compile. */
function baselinesOf(fold: RunFold, score: number): Baselines {
  const pool = [...fold.tested.values()].filter(({ compile }) => compile.ok).map(({ candidate }) => candidate);
  const known = new Map(fold.truth);
  for (const { made, judgement } of fold.submissions.values()) if (judgement) known.set(made.candidate, judgement);
  const judgements = pool.flatMap((candidate) => known.get(candidate) ?? []);
  const missing = { known: judgements.length, of: pool.length };
  if (judgements.length < pool.length || !fold.started)
    return { ...missing, random: undefined, oracle: undefined, efficiency: undefined };
  const limit = fold.started.submissionLimit;
  let random = 0;
  let oracle = 0;
  for (const { id } of fold.started.problem.subtasks) {
    const scores = judgements.map((judgement) => judgement.subtasks.find((subtask) => subtask.id === id)?.score ?? 0);
    random += expectedBest(scores, limit);
    oracle += Math.max(0, ...scores);
  }
  const efficiency = oracle > random ? (score - random) / (oracle - random) : undefined;
  return { ...missing, random, oracle, efficiency };
}

function costOf(fold: RunFold, started: EventOf<"run-started">): RunView["cost"] {
  const answers = [...fold.answers.values()];
  const inputTokens = answers.reduce((sum, answer) => sum + (answer.inputTokens ?? 0), 0);
  const outputTokens = answers.reduce((sum, answer) => sum + (answer.outputTokens ?? 0), 0);
  const tokensKnown = answers.every((answer) => answer.inputTokens !== undefined && answer.outputTokens !== undefined);
  const { price } = started;
  const usd =
    price && tokensKnown
      ? (inputTokens * price.inputUsdPerMillion + outputTokens * price.outputUsdPerMillion) / 1e6
      : undefined;
  return { inputTokens, outputTokens, usd: started.model.isRecorded ? 0 : usd, tokensKnown };
}

function borderlineOf(fold: RunFold): BorderlineRun[] {
  const judged = [...fold.submissions.values()].map(({ made, judgement }) => [made.candidate, judgement] as const);
  return [...judged, ...fold.truth].flatMap(([candidate, judgement]) =>
    (judgement?.testcases ?? [])
      .filter(({ borderline }) => borderline)
      .map(({ id, verdict, cpuMs }) => ({ candidate, testcase: id, verdict, cpuMs })),
  );
}

function timeOf(fold: RunFold): RunView["time"] {
  const tested = [...fold.tested.values()];
  const wall = (testcases: readonly { readonly wallMs: number }[]) =>
    testcases.reduce((sum, { wallMs }) => sum + wallMs, 0);
  const submitted = [...fold.submissions.values()].flatMap(({ judgement }) => judgement?.testcases ?? []);
  const rest = [...fold.truth.values()].flatMap(({ testcases }) => testcases);
  const isRecorded = fold.started?.model.isRecorded ?? false;
  return [
    ...(isRecorded ? [] : [{ what: "waiting for the model", ms: wall([...fold.answers.values()]) }]),
    { what: "compiling", ms: wall(tested.map(({ compile }) => compile)) },
    { what: "running samples", ms: wall(tested.flatMap(({ samples }) => samples)) },
    { what: "judging submissions", ms: wall(submitted) },
    { what: "judging the rest for the baselines", ms: wall(rest) },
  ];
}
