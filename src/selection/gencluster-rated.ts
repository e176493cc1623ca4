import { clustersOf, modelScoreOf, nameOf, printsAnything } from "./clusters.ts";
import { tokensOf } from "./o3-longest.ts";
import { suits, turns } from "./round-robin.ts";
import type { CandidateView, Strategy } from "./strategy.ts";
import { bestOf, submittable } from "./submittable.ts";

/**
 * GenCluster without its tournament: the model says of one candidate of each cluster how likely it is to be right; clusters
 * are gone through from the likeliest, one candidate from each, then around again; subtasks by turns from the hardest.
 */
export const genclusterRated = {
  describe: "clusters in the order of a model's ratings of one program of each, one candidate from each",
  wants: { inputs: 100, rounds: 1, ratings: 100 },
  choose(view, random) {
    const { clusters, clusterOf, triesFrom } = clustersOf(view);
    const merits = (candidate: CandidateView) => {
      const cluster = clusterOf(candidate);
      if (!cluster) return [];
      const prints = printsAnything(cluster) ? 1 : 0;
      return [prints, -triesFrom(cluster), modelScoreOf(cluster) ?? 0, tokensOf(candidate) ?? 0];
    };
    const pool = submittable(view);
    for (const subtask of turns(view)) {
      const suitable = pool.filter((candidate) => suits(candidate, subtask));
      const found = bestOf(suitable, merits, random);
      if (!found) continue;
      const cluster = clusterOf(found.best);
      const score = cluster && modelScoreOf(cluster);
      const rated = score === undefined ? "never rated" : `rated ${Math.round(100 * score)} of 100`;
      const where = cluster ? `${nameOf(cluster, clusters.length)}, ${rated}` : "nothing compiles";
      return { candidate: found.best.id, subtask: subtask.id, why: `for subtask ${subtask.id}: ${where}` };
    }
    return undefined;
  },
} satisfies Strategy;
