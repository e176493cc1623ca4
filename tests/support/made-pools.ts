import type { StoredPool } from "../../src/contest/stored-pool.ts";
import type { Feedback } from "../../src/domain/feedback.ts";
import type { SubtaskJudgement } from "../../src/domain/judgement.ts";
import { unionScore } from "../../src/domain/scoring.ts";
import { sha256Of } from "../../src/domain/sha256.ts";
import { simulate } from "../../src/selection/simulate.ts";
import type { CandidateView, PoolView, Strategy, SubtaskView } from "../../src/selection/strategy.ts";
import { aJudgement } from "./judgements.ts";
import { aCandidateView, aPoolView } from "./pool-views.ts";
import { aStartedProblem } from "./run-events.ts";

/** Programs that behave alike: how many, what they are worth by subtask, and what a strategy sees of them. */
export interface Behaviour {
  readonly name: string;
  readonly count: number;
  readonly worth: Readonly<Record<string, number>>;
  readonly parts?: Partial<CandidateView>;
}

export interface MadePool {
  readonly view: PoolView;
  readonly truth: ReadonlyMap<string, readonly SubtaskJudgement[]>;
}

/** A pool in which programs of the same behaviour print the same, right or wrong; in an order without meaning. */
export function aPoolOf(behaviours: readonly Behaviour[], subtasks: readonly SubtaskView[], inputCount = 8): MadePool {
  const made = behaviours.flatMap((behaviour) =>
    Array.from({ length: behaviour.count }, (_, index) => ({
      behaviour,
      key: sha256Of(behaviour.name, String(index)),
    })),
  );
  made.sort((a, b) => (a.key < b.key ? -1 : 1));
  const truth = new Map<string, readonly SubtaskJudgement[]>();
  const candidates = made.map(({ behaviour: { name, worth, parts }, key }, index) => {
    const id = `c${String(index + 1).padStart(4, "0")}`;
    truth.set(
      id,
      subtasks.map((subtask) => ({ ...subtask, score: worth[subtask.id] ?? 0 })),
    );
    const signature = Array.from({ length: inputCount }, (_, input) => sha256Of(name, String(input)).slice(0, 16));
    return aCandidateView({ id, signature, source: () => `int main() { return 0x${key.slice(0, 6)}; }`, ...parts });
  });
  const inputs = Array.from({ length: inputCount }, (_, input) => ({
    ...{ id: `i${1000 + input}`, subtask: undefined, agreedOutput: undefined },
  }));
  const maxScore = subtasks.reduce((sum, subtask) => sum + subtask.maxScore, 0);
  return { view: aPoolView({ candidates, subtasks, inputs, maxScore }), truth };
}

/** As a run file gives it: every candidate is from a sample of its own. */
export function storedPoolOf(pool: MadePool, id: string): StoredPool {
  const { view } = pool;
  const problem = aStartedProblem({
    id,
    maxScore: view.maxScore,
    subtasks: view.subtasks.map((own) => ({ ...own, contains: [...own.contains] })),
  });
  const truth = view.candidates.map((candidate) => {
    const { verdict = "WA", score = 0, subtasks = [] } = feedbackOf(pool, candidate.id);
    return [candidate.id, { ...aJudgement(score), verdict, subtasks, maxScore: view.maxScore }] as const;
  });
  const usage = [{ inputTokens: 100, outputTokens: 900, reasoningTokens: undefined }];
  const samples = view.candidates.map((candidate) => ({ candidates: [candidate.id], usage }));
  return {
    ...{ problem, view, truth: new Map(truth), feedback: "subtasks", roundStarts: [0] },
    ...{ samples, otherUsage: [], made: [] },
  };
}

export function feedbackOf({ truth, view }: MadePool, candidate: string): Feedback {
  const subtasks = truth.get(candidate) ?? [];
  const score = subtasks.reduce((sum, subtask) => sum + subtask.score, 0);
  const verdict = score === view.maxScore ? "AC" : score > 0 ? "PAC" : "WA";
  return { verdict, score, subtasks, firstFailure: undefined, testcases: undefined };
}

export function scoreWith(strategy: Strategy, pool: MadePool, submissionLimit: number, seed = 1): number {
  const told = simulate(strategy, pool.view, { submissionLimit, seed, feedbackOf: (id) => feedbackOf(pool, id) });
  return unionScore(told.map(({ candidate }) => pool.truth.get(candidate) ?? []));
}
