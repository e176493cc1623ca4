import { candidateOrder } from "../domain/candidate-order.ts";
import type { Combining } from "../domain/combining.ts";
import type { ToldSubmission } from "../domain/feedback.ts";
import { mergedSignatures } from "../domain/merged-signatures.ts";
import type { Problem } from "../domain/problem.ts";
import { containedSubtasks } from "../domain/subtask-lattice.ts";
import type { CandidateView, PoolView, SubtaskView } from "../selection/strategy.ts";
import type { AttemptState } from "./attempt-state.ts";

interface Known {
  readonly state: AttemptState;
  readonly submissions: readonly ToldSubmission[];
  readonly readText: (sha256: string) => string;
}

/** What of a problem goes into a view: no testcase, only how many of them are samples. */
export interface ViewedProblem {
  readonly maxScore: number;
  readonly combining: Combining;
  readonly sampleCount: number;
  readonly subtasks: readonly SubtaskView[];
}

export function viewedProblem({ maxScore, testcases, subtasks }: Problem, combining: Combining): ViewedProblem {
  const contained = containedSubtasks(subtasks);
  return {
    ...{ maxScore, combining },
    sampleCount: testcases.filter((testcase) => testcase.kind === "sample").length,
    subtasks: subtasks.map(({ id, maxScore: most }) => ({ id, maxScore: most, contains: contained.get(id) ?? [] })),
  };
}

/** What a strategy gets to see: nothing of a secret testcase, nothing that the contest has not told. */
export function viewPool(problem: ViewedProblem, submissionLimit: number, known: Known): PoolView {
  const { state, submissions } = known;
  const signatures = mergedSignatures(state.pool);
  return {
    candidates: candidatesOf(problem, known, signatures),
    ...{ submissions, submissionLimit, maxScore: problem.maxScore, combining: problem.combining },
    subtasks: problem.subtasks.map(({ id, maxScore, contains }) => ({ id, maxScore, contains })),
    inputs: (state.pool.keptInputs ?? []).map((id, place) => {
      const output = state.pool.agreedOutputs.get(id)?.output;
      const agreedOutput = hasSeveralRight(state, signatures, place) ? undefined : output;
      return { id, subtask: state.pool.inputs.get(id)?.subtask, agreedOutput };
    }),
    comparisons: state.comparisons.map(({ first, second, winner, round }) => ({ first, second, winner, round })),
  };
}

/** Programs that were found right by each other's outputs print different ones: then others than the agreed one are no errors. */
function hasSeveralRight(
  { pool }: AttemptState,
  merged: ReadonlyMap<string, readonly string[]>,
  place: number,
): boolean {
  return [...pool.signatures].some(([id, { outputs }]) => outputs[place] !== merged.get(id)?.[place]);
}

function candidatesOf(
  { sampleCount }: ViewedProblem,
  { state: { pool, ratings }, readText }: Known,
  signatures: ReadonlyMap<string, readonly string[]>,
): CandidateView[] {
  return [...pool.tested.values()]
    .map(({ candidate: id, compile, samples }): CandidateView => {
      const candidate = pool.candidates.get(id);
      if (!candidate) throw new Error(`candidate ${id} was tried, but never made`);
      const answer = pool.answer(candidate.purpose, candidate.sample);
      return {
        ...{ id, round: candidate.round, subtask: candidate.subtask, language: candidate.language },
        ...{
          compiles: compile.ok,
          sampleCount,
          signature: signatures.get(id),
          modelScore: ratings.get(id),
        },
        samplesPassed: samples.filter((sample) => sample.verdict === "AC").length,
        sampleVerdicts: samples.map(({ verdict }) => verdict),
        sampleCpuMs: Math.max(0, ...samples.map(({ cpuMs }) => cpuMs)),
        outputTokens: answer?.outputTokens,
        reasoningTokens: answer?.reasoningTokens,
        source: () => readText(candidate.source),
      };
    })
    .sort((a, b) => candidateOrder(a.id, b.id));
}
