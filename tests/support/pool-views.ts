import type { Feedback } from "../../src/domain/feedback.ts";
import type { CandidateView, PoolView } from "../../src/selection/strategy.ts";

export function aPoolView(parts: Partial<PoolView> = {}): PoolView {
  return {
    combining: "subtasks",
    ...{ candidates: [], submissions: [], submissionLimit: 50, maxScore: 100, inputs: [], comparisons: [] },
    subtasks: [{ id: "all", maxScore: 100, contains: [] }],
    ...parts,
  };
}

export function aCandidateView(parts: Partial<CandidateView> = {}): CandidateView {
  return {
    ...{ id: "c0001", round: 0, subtask: undefined, language: "cpp20", compiles: true, samplesPassed: 3 },
    ...{ sampleCount: 3, sampleVerdicts: [], sampleCpuMs: 1, signature: undefined, outputTokens: 1000 },
    ...{ reasoningTokens: undefined, modelScore: undefined, source: () => "int main() {}" },
    ...parts,
  };
}

export function nothingTold(): Feedback {
  return {
    ...{ verdict: undefined, score: undefined, subtasks: undefined },
    firstFailure: undefined,
    testcases: undefined,
  };
}
