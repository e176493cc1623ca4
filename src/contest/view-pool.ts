import type { ToldSubmission } from "../domain/feedback.ts";
import type { Problem } from "../domain/problem.ts";
import { containedSubtasks } from "../domain/subtask-lattice.ts";
import type { CandidateView, PoolView } from "../selection/strategy.ts";
import type { AttemptState } from "./attempt-state.ts";

interface Known {
  readonly state: AttemptState;
  readonly submissions: readonly ToldSubmission[];
  readonly readText: (sha256: string) => string;
}

/** What a strategy gets to see: nothing of a secret testcase, nothing that the contest has not told. */
export function viewPool(problem: Problem, submissionLimit: number, known: Known): PoolView {
  const { state, submissions, readText } = known;
  const contained = containedSubtasks(problem.subtasks);
  return {
    candidates: candidatesOf(problem, state, readText),
    ...{ submissions, submissionLimit, maxScore: problem.maxScore },
    subtasks: problem.subtasks.map(({ id, maxScore }) => ({ id, maxScore, contains: contained.get(id) ?? [] })),
    inputs: (state.pool.keptInputs ?? []).map((id) => {
      const output = state.pool.agreedOutputs.get(id)?.output;
      return { id, subtask: state.pool.inputs.get(id)?.subtask, agreedOutput: output };
    }),
    comparisons: state.comparisons,
  };
}

function candidatesOf(problem: Problem, { pool }: AttemptState, readText: (sha256: string) => string): CandidateView[] {
  const sampleCount = problem.testcases.filter((testcase) => testcase.kind === "sample").length;
  return [...pool.tested.values()]
    .map(({ candidate: id, compile, samples }): CandidateView => {
      const candidate = pool.candidates.get(id);
      if (!candidate) throw new Error(`candidate ${id} was tried, but never made`);
      const answer = pool.answer("candidate", candidate.sample);
      return {
        ...{ id, round: candidate.round, subtask: candidate.subtask, language: candidate.language },
        ...{ compiles: compile.ok, sampleCount, signature: pool.signatures.get(id)?.outputs, modelScore: undefined },
        samplesPassed: samples.filter((sample) => sample.verdict === "AC").length,
        sampleVerdicts: samples.map(({ verdict }) => verdict),
        sampleCpuMs: Math.max(0, ...samples.map(({ cpuMs }) => cpuMs)),
        outputTokens: answer?.outputTokens,
        reasoningTokens: answer?.reasoningTokens,
        source: () => readText(candidate.source),
      };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
