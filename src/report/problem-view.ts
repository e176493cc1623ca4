import { type Combining, countedPartIds, countedParts, scoresWith } from "../domain/combining.ts";
import { expectedBest } from "../domain/random-baseline.ts";
import type { Verdict } from "../domain/verdict.ts";
import type { EventOf } from "../run-log/event.ts";
import { runsInShort } from "../run-log/read-event.ts";
import type { FoldedSubmission, ProblemFold } from "./fold-problem.ts";
import { type LargestCluster, largestClusterOf } from "./largest-cluster.ts";
import { type MadeTests, madeTestsOf } from "./made-tests.ts";
import { type SubtaskRow, subtaskRows } from "./subtask-rows.ts";

export type StartedProblem = EventOf<"run-started">["problems"][number];

/** What a report shows of one problem, in numbers; `undefined` is shown as "unknown". */
export interface ProblemView {
  readonly problem: StartedProblem;
  readonly score: number;
  /** Why there were no more submissions; undefined where it is not over. */
  readonly ended: string | undefined;
  readonly pool: PoolCounts;
  /** Undefined where none were made. */
  readonly tests: MadeTests | undefined;
  /** Undefined where nothing was run on made inputs. */
  readonly largestCluster: LargestCluster | undefined;
  readonly submissions: readonly SubmissionRow[];
  readonly subtasks: readonly SubtaskRow[];
  readonly baselines: Baselines;
  readonly judgeFailures: readonly string[];
  /** Runs whose time was near the limit: on another machine their verdict may differ. */
  readonly borderline: readonly BorderlineRun[];
}

export interface Terms {
  readonly submissionLimit: number;
  readonly combining: Combining;
}

export interface BorderlineRun {
  readonly candidate: string;
  readonly testcase: string;
  readonly verdict: Verdict;
  readonly cpuMs: number;
}

export interface PoolCounts {
  readonly answers: number;
  readonly modelFailures: number;
  readonly unusable: readonly { readonly reason: string; readonly count: number }[];
  /** Where samples were planned as answers came: how many for each subtask, and for the whole problem. */
  readonly planned?: Readonly<Record<string, number>>;
  readonly programs: number;
  readonly duplicates: number;
  readonly compiling: number;
  readonly passingSamples: number;
}

export interface SubmissionRow {
  readonly problem: string;
  readonly number: number;
  readonly candidate: string;
  readonly verdict: Verdict | undefined;
  readonly score: number | undefined;
  /** Of the problem, with this submission and those before. */
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

export function viewProblem(problem: StartedProblem, fold: ProblemFold, terms: Terms): ProblemView {
  const submissions = [...fold.submissions.values()];
  const totals = scoresWith(
    submissions.map(({ judgement }) => judgement),
    terms.combining,
  );
  const rows = submissions.map((submission, index) => rowOf(problem.id, submission, totals[index] ?? 0));
  const score = rows.at(-1)?.total ?? 0;
  return {
    ...{ problem, score, ended: fold.finishedBecause },
    pool: poolOf(fold),
    tests: madeTestsOf(fold),
    largestCluster: largestClusterOf(fold, problem.maxScore),
    submissions: rows,
    subtasks: subtaskRows(problem, fold),
    baselines: baselinesOf(problem, fold, { ...terms, score }),
    borderline: borderlineOf(fold),
    judgeFailures: fold.judgeFailures.map(({ program, during, message }) => `${program} (${during}): ${message}`),
  };
}

/** (score - random) / (oracle - random): the share of the way from chance to hindsight. */
export function efficiencyOf(score: number, random: number, oracle: number): number | undefined {
  return oracle > random ? (score - random) / (oracle - random) : undefined;
}

function poolOf(fold: ProblemFold): PoolCounts {
  const tested = [...fold.tested.values()];
  const reasons = new Map<string, number>();
  const ofCandidates = [...fold.unusable.values()].filter(({ purpose }) => isForCandidates(purpose));
  for (const { reason } of ofCandidates) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  return {
    answers: [...fold.answers.values()].filter(({ purpose }) => purpose === "candidate").length,
    modelFailures: fold.modelFailures.size,
    unusable: [...reasons].map(([reason, count]) => ({ reason, count })),
    ...(fold.planned.length === 0 ? {} : { planned: plannedFor(fold.planned) }),
    programs: fold.candidates.size,
    duplicates: [...fold.candidates.values()].filter(({ sameAs }) => sameAs).length,
    compiling: tested.filter(({ compile }) => compile.ok).length,
    passingSamples: tested.filter(
      ({ compile, samples }) => compile.ok && samples.every(({ verdict }) => verdict === "AC"),
    ).length,
  };
}

/** In words; undefined where nothing was planned. */
export function plannedText(planned: PoolCounts["planned"]): string | undefined {
  return (
    planned &&
    Object.entries(planned)
      .map(([subtask, count]) => `${count} for ${subtask}`)
      .join(", ")
  );
}

function plannedFor(subtasks: readonly (string | null)[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const subtask of subtasks) {
    const whole = subtask ?? "the whole problem";
    counts[whole] = (counts[whole] ?? 0) + 1;
  }
  return counts;
}

function isForCandidates(purpose: EventOf<"model-answered">["purpose"]): boolean {
  return purpose === "candidate" || purpose === "repair";
}

function rowOf(problem: string, { made, judgement }: FoldedSubmission, total: number): SubmissionRow {
  const { number, candidate, atMs, why } = made;
  return { problem, number, candidate, verdict: judgement?.verdict, score: judgement?.score, total, atMs, why };
}

/** Over the pool that every strategy chooses from: the distinct programs that compile. */
function baselinesOf(
  problem: StartedProblem,
  fold: ProblemFold,
  { score, submissionLimit, combining }: Terms & { readonly score: number },
): Baselines {
  const pool = [...fold.tested.values()].filter(({ compile }) => compile.ok).map(({ candidate }) => candidate);
  const known = new Map(fold.truth);
  for (const { made, judgement } of fold.submissions.values()) if (judgement) known.set(made.candidate, judgement);
  const judgements = pool.flatMap((candidate) => known.get(candidate) ?? []);
  const missing = { known: judgements.length, of: pool.length };
  // Of a pool that is yet to come nothing is known.
  const isToCome = pool.length === 0 && fold.finishedBecause === undefined;
  if (judgements.length < pool.length || isToCome)
    return { ...missing, random: undefined, oracle: undefined, efficiency: undefined };
  let random = 0;
  let oracle = 0;
  const parts = judgements.map((judgement) => countedParts(judgement, combining));
  for (const id of countedPartIds(problem.subtasks, combining)) {
    const scores = parts.map((own) => own.find((part) => part.id === id)?.score ?? 0);
    random += expectedBest(scores, submissionLimit);
    oracle += Math.max(0, ...scores);
  }
  return { ...missing, random, oracle, efficiency: efficiencyOf(score, random, oracle) };
}

function borderlineOf(fold: ProblemFold): BorderlineRun[] {
  const judged = [...fold.submissions.values()].map(({ made, judgement }) => [made.candidate, judgement] as const);
  return [...judged, ...fold.truth].flatMap(([candidate, judgement]) =>
    (judgement ? runsInShort(judgement).borderline : []).map(({ id, verdict, cpuMs }) => {
      return { candidate, testcase: id, verdict, cpuMs };
    }),
  );
}
