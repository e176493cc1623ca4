import { type Cluster, clustersOf, errorShares, nameOf, sharedScoreOf, tellingTries } from "./clusters.ts";
import { contradicting, without } from "./prune.ts";
import { remembered } from "./remembered.ts";
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

/** Of what no model was asked about: neither for it nor against it. */
const UNRATED = 0.5;

/** Ours: those of the paper were never published. */
export const O1_IOI_WEIGHTS: O1IoiWeights = { model: 1, errors: 1, failedSamples: 2, penalty: 0.25 };

/**
 * o1-ioi (arXiv 2502.06807, section 3.3): subtasks take turns from the hardest; the best sample of the cluster whose mean
 * score less a penalty for what was tried from it is the highest. The paper breaks no ties: the larger cluster goes first.
 */
export function o1Ioi(weights: O1IoiWeights): Strategy {
  const scoresIn = remembered((inputs: PoolView["inputs"]) =>
    remembered((candidates: readonly CandidateView[]) => scoresOf({ inputs, candidates }, weights)),
  );
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
        const candidates = without(view.candidates, out);
        const scores = scoresIn(view.inputs)(candidates);
        const found = bestOfClusters(left, { ...view, candidates }, { ...scores, penalty: weights.penalty }, random);
        if (!found) continue;
        const why = `for subtask ${subtask.id}: ${found.why}`;
        const choice = { candidate: found.id, subtask: subtask.id };
        if (removed === 0) return { ...choice, why };
        const pruned = `${why}; ${removed} left out that contradict a solved subtask`;
        return { ...choice, why: pruned, leftOut: { subtask: subtask.id, count: removed } };
      }
      return undefined;
    },
  };
}

interface Scores {
  readonly ofSample: ReadonlyMap<CandidateView, number>;
  /** The mean of its samples. */
  readonly ofCluster: ReadonlyMap<Cluster, number>;
}

function bestOfClusters(
  pool: readonly CandidateView[],
  view: PoolView,
  { ofSample, ofCluster, penalty }: Scores & { readonly penalty: number },
  random: () => number,
): { readonly id: string; readonly why: string } | undefined {
  const clustering = clustersOf(view);
  const { clusters, clusterOf, triesFrom } = clustering;
  const scoreOf = (cluster: Cluster) => (ofCluster.get(cluster) ?? 0) - penalty * tellingTries(clustering, cluster);
  const merits = (candidate: CandidateView) => {
    const cluster = clusterOf(candidate);
    return cluster ? [scoreOf(cluster), -cluster.rank, ofSample.get(candidate) ?? 0] : [0, 0, 0];
  };
  const found = bestOf(pool, merits, random);
  if (!found) return undefined;
  const { id, samplesPassed, sampleCount } = found.best;
  const cluster = clusterOf(found.best);
  const samples = `samples ${samplesPassed}/${sampleCount}`;
  if (!cluster) return { id, why: `${samples}, nothing compiles` };
  const score = `score ${scoreOf(cluster).toFixed(2)} after ${triesFrom(cluster)} tries`;
  return { id, why: `${samples}, ${nameOf(cluster, clusters.length)}, ${score}` };
}

function scoresOf(view: Pick<PoolView, "inputs" | "candidates">, weights: O1IoiWeights): Scores {
  const errorShare = errorShares(view);
  const { clusters, clusterOf } = clustersOf({ ...view, submissions: [] });
  const ofSample = new Map(
    view.candidates.map((candidate) => {
      const { samplesPassed, sampleCount } = candidate;
      // One of a cluster is rated for all of them.
      const rating = (candidate.modelScore ?? sharedScoreOf(clusterOf(candidate)) ?? UNRATED) - UNRATED;
      const failed = sampleCount === 0 ? 0 : 1 - samplesPassed / sampleCount;
      const against = weights.errors * errorShare(candidate) + weights.failedSamples * failed;
      return [candidate, weights.model * rating - against];
    }),
  );
  const ofCluster = new Map(
    clusters.map((cluster) => {
      const sum = cluster.members.reduce((total, candidate) => total + (ofSample.get(candidate) ?? 0), 0);
      return [cluster, sum / cluster.members.length];
    }),
  );
  return { ofSample, ofCluster };
}
