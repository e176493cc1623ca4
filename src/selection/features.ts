import { clustersOf, errorShares, failuresIn, modelScoreOf } from "./clusters.ts";
import { tokensOf } from "./o3-longest.ts";
import { remembered } from "./remembered.ts";
import type { CandidateView, PoolView } from "./strategy.ts";

/** What is known of a candidate before it is submitted; each about from 0 to 1, so that weights can be compared. */
export const FEATURE_NAMES = [
  "samplesPassed",
  "clusterShare",
  "clusterRank",
  "failures",
  "errors",
  "sampleTime",
  "codeLength",
  "tokens",
  "modelScore",
] as const;
export type FeatureName = (typeof FEATURE_NAMES)[number];

/** In the order of their names. What nobody measured is in the middle of the pool: it says nothing for or against. */
export function featuresOf(
  view: Pick<PoolView, "inputs" | "candidates">,
): (candidate: CandidateView) => readonly number[] {
  const errorShare = errorShares(view);
  const ofPool = poolFeatures(view.candidates);
  return (candidate) => {
    const { samplesPassed, sampleCount, signature = [] } = candidate;
    const features = {
      samplesPassed: sampleCount === 0 ? 1 : samplesPassed / sampleCount,
      failures: signature.length === 0 ? 0 : failuresIn(signature) / signature.length,
      errors: errorShare(candidate),
      ...ofPool(candidate),
    } satisfies Record<FeatureName, number>;
    return FEATURE_NAMES.map((name) => features[name]);
  };
}

/** Where a candidate stands among the others. */
const poolFeatures = remembered((candidates: readonly CandidateView[]) => {
  const pool = candidates.filter(({ compiles }) => compiles);
  const { clusters, clusterOf } = clustersOf({ candidates, submissions: [] });
  const timePlace = places(pool.map(({ sampleCpuMs }) => sampleCpuMs));
  const lengthPlace = places(pool.map((candidate) => candidate.source().length));
  const tokenPlace = places(pool.flatMap((candidate) => tokensOf(candidate) ?? []));
  return remembered((candidate: CandidateView) => {
    const cluster = clusterOf(candidate);
    const tokens = tokensOf(candidate);
    return {
      clusterShare: (cluster?.members.length ?? 0) / Math.max(1, pool.length),
      clusterRank: 1 / (cluster?.rank ?? clusters.length + 1),
      sampleTime: timePlace(candidate.sampleCpuMs),
      codeLength: lengthPlace(candidate.source().length),
      tokens: tokens === undefined ? 0.5 : tokenPlace(tokens),
      // One of a cluster is rated for all of them.
      modelScore: candidate.modelScore ?? (cluster && modelScoreOf(cluster)) ?? 0.5,
    };
  });
});

/** The share of the values that are smaller, equal ones by half. */
function places(values: readonly number[]): (value: number) => number {
  const sorted = [...values].sort((a, b) => a - b);
  return (value) => {
    if (sorted.length === 0) return 0.5;
    return (
      (countBelow(sorted, (other) => other < value) + countBelow(sorted, (other) => other <= value)) /
      (2 * sorted.length)
    );
  };
}

function countBelow(sorted: readonly number[], isBelow: (value: number) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBelow(sorted[middle] ?? Number.NaN)) low = middle + 1;
    else high = middle;
  }
  return low;
}
