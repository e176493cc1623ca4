import type { Curve } from "../../replay/curve.ts";
import type { ProblemFold } from "../fold-problem.ts";
import { type ProblemView, plannedText } from "../problem-view.ts";
import { duration, mebibytes } from "../words.ts";
import { candidateRows } from "./candidate-rows.ts";
import type { ReportedCluster } from "./cluster-rows.ts";
import { clusterRows } from "./cluster-rows.ts";
import { judgementsOf, testcaseIds } from "./judgements.ts";
import { promptsOf } from "./prompts.ts";
import type { ProblemDocument, SubmissionRow, Worth } from "./report-document.ts";
import { inputRows, programRows } from "./test-rows.ts";

/** One problem with all that its pages are made from. */
export interface ReportedProblem {
  readonly view: ProblemView;
  readonly fold: ProblemFold;
  readonly clusters: readonly ReportedCluster[];
  readonly curves: readonly Curve[];
  /** Asked for. */
  readonly samples: number;
}

export function problemDocument(reported: ReportedProblem): ProblemDocument {
  const { view, fold, clusters, curves } = reported;
  const { problem } = view;
  const candidates = candidateRows(fold, clusters);
  return {
    ...{ id: problem.id, name: problem.name, label: problem.label ?? problem.id, day: problem.day },
    worth: { score: view.score, ...limits(problem.maxScore), ...view.baselines },
    ...{ timeLimitMs: problem.timeLimitMs, facts: factsOf(reported), ended: view.ended },
    subtasks: view.subtasks.map((row) => ({ ...row, ...limits(row.maxScore) })),
    testcases: testcaseIds(fold),
    ...{ candidates, submissions: submissionRows(reported), clusters: clusterRows(clusters, candidates) },
    ...{ borderline: view.borderline, judgeFailures: view.judgeFailures },
    ...{ programs: programRows(fold), inputs: inputRows(fold, clusters), curves },
    prompts: promptsOf(fold).map(({ purpose, subtask, answers }) => ({ purpose, subtask, answers })),
  };
}

/** No highest score is no number in JSON. */
export function limits(maxScore: number): Pick<Worth, "maxScore"> {
  return { maxScore: Number.isFinite(maxScore) ? maxScore : null };
}

function factsOf({ view: { problem, pool }, samples }: ReportedProblem): ProblemDocument["facts"] {
  const facts: Record<string, string | undefined> = {
    "time limit": duration(problem.timeLimitMs),
    "memory limit": mebibytes(problem.memoryLimitBytes),
    task: problem.task,
    testcases: `${problem.testcaseCount}, of them ${problem.sampleCount} samples`,
    difficulty: problem.difficulty?.toString(),
    answers: `${pool.answers} of ${samples} asked for`,
    "failed requests": pool.modelFailures > 0 ? String(pool.modelFailures) : undefined,
    "unusable answers": pool.unusable.map(({ reason, count }) => `${count} ${reason}`).join(", ") || undefined,
    planned: plannedText(pool.planned),
    programs: `${pool.programs}, of them ${pool.duplicates} the same as another`,
    compiling: String(pool.compiling),
    "passing the samples": String(pool.passingSamples),
    package: problem.packageHash.slice(0, 12),
  };
  return Object.entries(facts).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
}

function submissionRows({ view, fold }: ReportedProblem): SubmissionRow[] {
  const judgements = judgementsOf(fold);
  return view.submissions.map(({ number, candidate, verdict, score, total, atMs, why }) => {
    const scores = new Map(judgements.get(candidate)?.subtasks.map((subtask) => [subtask.id, subtask.score]));
    const subtasks = view.problem.subtasks.map(({ id }) => scores.get(id) ?? 0);
    return { number, candidate, verdict, score, total, atMs, why, subtasks };
  });
}
