import { isOutputMark } from "../domain/output-mark.ts";
import { type Cluster, clustersOf } from "./clusters.ts";
import { remembered } from "./remembered.ts";
import type { CandidateView, Strategy } from "./strategy.ts";
import { bestOf, submittable } from "./submittable.ts";

/**
 * Consensus, for tasks whose submission is an answer: those first that give the usual output most often. It votes for each
 * input by itself, over the kept inputs and all candidates, and submits programs: one set of answers put together from
 * several programs would take the contest's own inputs, which are behind the server.
 */
export const majority: Strategy = {
  describe: "those first whose output is the most usual one on the most inputs",
  wants: { inputs: 64, rounds: 1 },
  choose(view, random) {
    const pool = submittable(view);
    const { clusterOf } = clustersOf(view);
    const { usual, agreementOf } = consensus(view.candidates);
    const agreement = (candidate: CandidateView) => {
      const cluster = clusterOf(candidate);
      return cluster ? agreementOf(cluster) : 0;
    };
    const merits = (candidate: CandidateView) => [agreement(candidate), candidate.samplesPassed];
    const found = bestOf(pool, merits, random);
    if (!found) return undefined;
    const { id, samplesPassed, sampleCount } = found.best;
    const why =
      usual.length > 0
        ? `the most usual output on ${agreement(found.best)} of ${usual.length} inputs, drawn from ${found.equals} such`
        : `no outputs to vote on: samples ${samplesPassed}/${sampleCount}, drawn from ${found.equals} such`;
    return { candidate: id, why };
  },
};

interface Consensus {
  /** For each input the output that most candidates print; undefined where none prints any. */
  readonly usual: readonly (string | undefined)[];
  /** On how many inputs the members print it. */
  agreementOf(cluster: Cluster): number;
}

/** Members of a cluster print the same: they vote as one, with the weight of all. */
const consensus = remembered((candidates: readonly CandidateView[]): Consensus => {
  const { clusters } = clustersOf({ candidates, submissions: [] });
  const votes: Map<string, number>[] = [];
  for (const cluster of clusters) {
    for (const [index, mark] of signatureOf(cluster).entries()) {
      const own = votes[index] ?? new Map<string, number>();
      votes[index] = own;
      if (isOutputMark(mark)) own.set(mark, (own.get(mark) ?? 0) + cluster.members.length);
    }
  }
  const usual = votes.map((own) => [...own].reduce<readonly [string, number] | undefined>(moreVotes, undefined)?.[0]);
  const agreementOf = remembered((cluster: Cluster) => {
    const signature = signatureOf(cluster);
    return usual.filter((output, index) => output !== undefined && signature[index] === output).length;
  });
  return { usual, agreementOf };
});

function signatureOf({ members }: Cluster): readonly string[] {
  return members[0]?.signature ?? [];
}

function moreVotes(best: readonly [string, number] | undefined, next: readonly [string, number]) {
  return best === undefined || next[1] > best[1] ? next : best;
}
