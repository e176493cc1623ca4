import { type Cluster, clustersOf, errorShares, nameOf } from "./clusters.ts";
import { contradicting, without } from "./prune.ts";
import { suits, turns } from "./round-robin.ts";
import type { CandidateView, PoolView, Strategy } from "./strategy.ts";
import { bestOf, submittable } from "./submittable.ts";

/** What counts how much in a sample's score, and what a submission from a cluster costs the cluster. */
export interface O1IoiWeights {
  /** Of the score that a model gave, where it was asked. */
  readonly model: number;
  /** Against it: the share of generated inputs with errors. */
  readonly errors: number;
  /** Against it: the share of samples that it fails. */
  readonly failedSamples: number;
  readonly penalty: number;
}

/** Ours: those of the paper were never published. */
export const O1_IOI_WEIGHTS: O1IoiWeights = { model: 1, errors: 1, failedSamples: 2, penalty: 0.25 };

/**
 * o1-ioi (arXiv 2502.06807, section 3.3): subtasks take turns from the hardest; the best sample of the cluster whose mean
 * score less a penalty for what was tried from it is the highest. The paper breaks no ties: the larger cluster goes first.
 */
export function o1Ioi(weights: O1IoiWeights): Strategy {
  return {
    describe: "subtasks by turns from the hardest, the best of the best cluster, less with every try from it",
    wants: { inputs: 256, rounds: 1 },
    choose(view, random) {
      const pool = submittable(view);
      for (const subtask of turns(view)) {
        const suitable = pool.filter((candidate) => suits(candidate, subtask));
        const out = contradicting(view, subtask);
        const left = without(suitable, out);
        const removed = suitable.length - left.length;
        const found = bestOfClusters({ ...view, candidates: without(view.candidates, out) }, left, weights, random);
        if (!found) continue;
        const pruned = removed === 0 ? "" : `; ${removed} left out that contradict a solved subtask`;
        return { candidate: found.id, why: `for subtask ${subtask.id}: ${found.why}${pruned}` };
      }
      return undefined;
    },
  };
}

function bestOfClusters(
  view: PoolView,
  pool: readonly CandidateView[],
  weights: O1IoiWeights,
  random: () => number,
): { readonly id: string; readonly why: string } | undefined {
  const { clusters, clusterOf, triesFrom } = clustersOf(view);
  const scoreOf = sampleScores(view, weights);
  const scores = new Map(view.candidates.map((candidate) => [candidate.id, scoreOf(candidate)]));
  const clusterScore = (cluster: Cluster) => {
    const sum = cluster.members.reduce((total, { id }) => total + (scores.get(id) ?? 0), 0);
    return sum / cluster.members.length - weights.penalty * triesFrom(cluster);
  };
  const clusterScores = new Map(clusters.map((cluster) => [cluster, clusterScore(cluster)]));
  const merits = (candidate: CandidateView) => {
    const cluster = clusterOf(candidate);
    if (!cluster) return [0, 0, 0];
    return [clusterScores.get(cluster) ?? 0, -cluster.rank, scores.get(candidate.id) ?? 0];
  };
  const found = bestOf(pool, merits, random);
  if (!found) return undefined;
  const { id, samplesPassed, sampleCount } = found.best;
  const cluster = clusterOf(found.best);
  const samples = `samples ${samplesPassed}/${sampleCount}`;
  if (!cluster) return { id, why: `${samples}, nothing compiles` };
  const score = (clusterScores.get(cluster) ?? 0).toFixed(2);
  return {
    id,
    why: `${samples}, ${nameOf(cluster, clusters.length)}, score ${score} after ${triesFrom(cluster)} tries`,
  };
}

function sampleScores(view: PoolView, weights: O1IoiWeights): (candidate: CandidateView) => number {
  const errorShare = errorShares(view);
  return (candidate) => {
    const { modelScore = 0, samplesPassed, sampleCount } = candidate;
    const failed = sampleCount === 0 ? 0 : 1 - samplesPassed / sampleCount;
    return weights.model * modelScore - weights.errors * errorShare(candidate) - weights.failedSamples * failed;
  };
}
