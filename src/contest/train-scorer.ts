import { FEATURE_NAMES, featuresOf } from "../selection/features.ts";
import { learned } from "../selection/learned.ts";
import { type Example, fitLogistic, type LogisticModel } from "../selection/logistic-regression.ts";
import type { Strategy } from "../selection/strategy.ts";
import { scoresAfterEach } from "./simulate-pool.ts";
import type { StoredPool } from "./stored-pool.ts";

/** How well what was trained on all other problems does on this one. */
export interface CarriedOver {
  readonly problem: string;
  readonly maxScore: number;
  readonly trained: number;
  readonly untrained: number;
}

export interface Trial {
  readonly submissionLimit: number;
  /** Each simulation is made with so many seeds. */
  readonly seeds: number;
}

/** The share of a problem's points that a candidate gets, from what is known of it before it is submitted. */
export function trainScorer(pools: readonly StoredPool[]): LogisticModel {
  return fitLogistic(pools.flatMap(examplesOf), FEATURE_NAMES.length);
}

/** Leaves each problem out once, trains on the others and tries the result on it, beside a strategy without training. Nothing where there is but one. */
export function leaveOneOut(
  pools: readonly StoredPool[],
  train: (others: readonly StoredPool[]) => Strategy,
  untrained: Strategy,
  trial: Trial,
): CarriedOver[] {
  const problems = [...new Set(pools.map(({ problem }) => problem.id))];
  if (problems.length < 2) return [];
  return problems.map((problem) => {
    const own = pools.filter((pool) => pool.problem.id === problem);
    const strategy = train(pools.filter((pool) => pool.problem.id !== problem));
    return {
      ...{ problem, maxScore: Math.max(...own.map(({ view }) => view.maxScore)) },
      ...{ trained: meanScore(strategy, own, trial), untrained: meanScore(untrained, own, trial) },
    };
  });
}

export function learnedFrom(pools: readonly StoredPool[]): Strategy {
  return learned(trainScorer(pools));
}

/** Over pools and seeds; of what the limit allows. */
export function meanScore(strategy: Strategy, pools: readonly StoredPool[], trial: Trial): number {
  const { submissionLimit, seeds } = trial;
  let total = 0;
  for (const pool of pools)
    for (let seed = 1; seed <= seeds; seed++)
      total += scoresAfterEach(strategy, pool, { submissionLimit, seed }).at(-1) ?? 0;
  return total / (pools.length * seeds);
}

/** A pool counts as much as any other, however large it is. */
function examplesOf({ view, truth }: StoredPool): Example[] {
  const features = featuresOf(view);
  const judged = view.candidates.flatMap((candidate) => {
    const judgement = candidate.compiles ? truth.get(candidate.id) : undefined;
    return judgement ? [{ features: features(candidate), score: judgement.score }] : [];
  });
  // Where a problem has no highest score, the best of the pool stands for it.
  const best = Math.max(...judged.map(({ score }) => score));
  const full = view.maxScore === Number.POSITIVE_INFINITY ? best : view.maxScore;
  return judged.map(({ features: values, score }) => {
    return { features: values, target: full > 0 ? Math.min(1, score / full) : 0, weight: POOL_WEIGHT / judged.length };
  });
}

const POOL_WEIGHT = 50;
