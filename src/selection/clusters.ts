import { isOutputMark, NO_OUTPUT } from "../domain/output-mark.ts";
import { sha256Of } from "../domain/sha256.ts";
import { tokensOf } from "./o3-longest.ts";
import { remembered } from "./remembered.ts";
import type { CandidateView, PoolView } from "./strategy.ts";
import { bestOf } from "./submittable.ts";

/** Candidates that nobody has told apart. */
export interface Cluster {
  /** Its place by size, from 1; equal ones in the order of their first members. */
  readonly rank: number;
  readonly members: readonly CandidateView[];
  /** `signature`, or what stands in for it where no outputs were taken. */
  readonly by: "signature" | "samples";
}

export interface Clustering {
  /** The largest first. */
  readonly clusters: readonly Cluster[];
  /** Undefined for one that does not compile. */
  clusterOf(candidate: CandidateView): Cluster | undefined;
  /** Members that were submitted. */
  triesFrom(cluster: Cluster): number;
}

/** All that compile, the submitted ones too, by what they print for the generated inputs. */
export function clustersOf({ candidates, submissions }: Pick<PoolView, "candidates" | "submissions">): Clustering {
  const { clusters, byCandidate } = grouped(candidates);
  const tries = new Map<Cluster, number>();
  for (const { candidate } of submissions) {
    const cluster = byCandidate.get(candidate);
    if (cluster) tries.set(cluster, (tries.get(cluster) ?? 0) + 1);
  }
  return {
    clusters,
    clusterOf: ({ id }) => byCandidate.get(id),
    triesFrom: (cluster) => tries.get(cluster) ?? 0,
  };
}

/** One that speaks for its cluster: the longest thoughts (arXiv 2510.14232). */
function representative({ members }: Cluster): CandidateView | undefined {
  return bestOf(
    members,
    (candidate) => [tokensOf(candidate) ?? 0],
    () => 0,
  )?.best;
}

/** Clusters that print something, the largest first; the others are not worth a question. */
export function contenders(view: Pick<PoolView, "candidates" | "submissions">): Cluster[] {
  return clustersOf(view).clusters.filter(printsAnything);
}

/** One of each of these: what a model is asked about. */
export function speakers(view: Pick<PoolView, "candidates" | "submissions">): string[] {
  return contenders(view).flatMap((cluster) => representative(cluster)?.id ?? []);
}

/** Where no outputs were taken nobody knows that it does not. */
export const printsAnything = remembered(({ members: [first] }: Cluster): boolean => {
  const signature = first?.signature ?? [];
  return signature.length === 0 || signature.some((mark) => isOutputMark(mark) && mark !== NO_OUTPUT);
});

/** What a model said of a cluster's members, on average; undefined where it said nothing of them. */
export const modelScoreOf = remembered(({ members }: Cluster): number | undefined => {
  const scores = members.flatMap(({ modelScore }) => modelScore ?? []);
  return scores.length === 0 ? undefined : scores.reduce((sum, score) => sum + score, 0) / scores.length;
});

/** What it said of those that print the same; of programs that no made input was run on nobody knows that they are alike. */
export function sharedScoreOf(cluster: Cluster | undefined): number | undefined {
  return cluster?.by === "signature" ? modelScoreOf(cluster) : undefined;
}

/** Tries that tell something of the rest: of programs that no made input was run on nobody knows that they are alike. */
export function tellingTries({ triesFrom }: Pick<Clustering, "triesFrom">, cluster: Cluster): number {
  return cluster.by === "signature" ? triesFrom(cluster) : 0;
}

/** For a `why`: which cluster it is. */
export function nameOf({ rank, members, by }: Cluster, count: number): string {
  const what = by === "signature" ? "" : ", by sample verdicts as there are no signatures";
  return `cluster ${rank} of ${count} by size (${members.length} alike${what})`;
}

/** The share of the generated inputs on which it ended badly, or printed what the brute forces agree is wrong. */
export function errorShares({ inputs }: Pick<PoolView, "inputs">): (candidate: CandidateView) => number {
  const agreed = inputs.flatMap(({ agreedOutput }, place) =>
    agreedOutput === undefined ? [] : [{ place, agreedOutput }],
  );
  return ({ signature }) => {
    if (!signature || signature.length === 0) return 0;
    const wrong = agreed.filter(({ place, agreedOutput }) => {
      const mark = signature[place] ?? "";
      return isOutputMark(mark) && mark !== agreedOutput;
    });
    return (failuresIn(signature) + wrong.length) / signature.length;
  };
}

/** Inputs on which there was no output. */
export const failuresIn = remembered(
  (signature: readonly string[]) => signature.filter((mark) => !isOutputMark(mark)).length,
);

const grouped = remembered((candidates: readonly CandidateView[]) => {
  const groups = new Map<string, CandidateView[]>();
  for (const candidate of candidates) {
    if (!candidate.compiles) continue;
    const key = keyOf(candidate);
    const group = groups.get(key);
    if (group) group.push(candidate);
    else groups.set(key, [candidate]);
  }
  // Sorting is stable, and candidates come in the order of sampling.
  const clusters = [...groups.values()]
    .sort((a, b) => b.length - a.length)
    .map((members, index): Cluster => {
      return { rank: index + 1, members, by: members[0]?.signature?.length ? "signature" : "samples" };
    });
  const byCandidate = new Map(clusters.flatMap((cluster) => cluster.members.map(({ id }) => [id, cluster] as const)));
  return { clusters, byCandidate };
});

function keyOf({ signature, sampleVerdicts, samplesPassed }: CandidateView): string {
  if (signature && signature.length > 0) return signatureKey(signature);
  return `samples ${samplesPassed} ${sampleVerdicts.join(" ")}`;
}

const signatureKey = remembered((signature: readonly string[]) => sha256Of(signature.join(" ")));
