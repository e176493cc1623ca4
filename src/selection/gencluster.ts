import { shuffled } from "../domain/random.ts";
import { type Cluster, type Clustering, clustersOf, nameOf, printsAnything, speakers } from "./clusters.ts";
import { tokensOf } from "./o3-longest.ts";
import { candidatesById, suits, turns } from "./round-robin.ts";
import type { CandidateView, Pair, PoolView, Strategy } from "./strategy.ts";
import { bestOf, submittable } from "./submittable.ts";

/** Pairings of each cluster; more do not change the order (arXiv 2510.14232). */
const GAMES = 10;

/**
 * GenCluster: the longest thoughts speak for their cluster in a tournament that a model judges; clusters are gone through by
 * the share of their games that they won, one candidate from each, then around again; subtasks by turns from the hardest.
 * Those that print nothing at all come after everything else.
 */
export const gencluster = {
  describe: "clusters in the order of a tournament between them that the model judges, one candidate from each",
  wants: { inputs: 100, rounds: 1 },
  pairs(view, random) {
    const row = speakers(view);
    return Array.from({ length: GAMES }, () => pairsOf(shuffled(row, random))).flat();
  },
  choose(view, random) {
    const clustering = clustersOf(view);
    const { clusters, clusterOf, triesFrom } = clustering;
    const games = gamesOf(view, clustering);
    const merits = (candidate: CandidateView) => {
      const cluster = clusterOf(candidate);
      if (!cluster) return [];
      const prints = Number(printsAnything(cluster));
      return [prints, -triesFrom(cluster), games.get(cluster)?.share ?? 0, tokensOf(candidate) ?? 0];
    };
    const pool = submittable(view);
    for (const subtask of turns(view)) {
      const suitable = pool.filter((candidate) => suits(candidate, subtask));
      const found = bestOf(suitable, merits, random);
      if (!found) continue;
      const cluster = clusterOf(found.best);
      const own = cluster && games.get(cluster);
      const won = own ? `won ${own.won} of ${own.played} games` : "never compared";
      const where = cluster ? `${nameOf(cluster, clusters.length)}, ${won}` : "nothing compiles";
      return { candidate: found.best.id, subtask: subtask.id, why: `for subtask ${subtask.id}: ${where}` };
    }
    return undefined;
  },
} satisfies Strategy;

interface Games {
  readonly won: number;
  readonly played: number;
  readonly share: number;
}

/** Neighbours of a row in random order; with an odd number the last one sits out. */
function pairsOf(row: readonly string[]): Pair[] {
  const pairs: Pair[] = [];
  for (let index = 0; index + 1 < row.length; index += 2) {
    const [first, second] = row.slice(index, index + 2);
    if (first !== undefined && second !== undefined) pairs.push({ first, second });
  }
  return pairs;
}

function gamesOf(view: PoolView, { clusterOf }: Clustering): ReadonlyMap<Cluster, Games> {
  const games = new Map<Cluster, Games>();
  const byId = candidatesById(view.candidates);
  const count = (id: string, won: number) => {
    const candidate = byId.get(id);
    const cluster = candidate && clusterOf(candidate);
    if (!cluster) return;
    const before = games.get(cluster) ?? { won: 0, played: 0 };
    const sums = { won: before.won + won, played: before.played + 1 };
    games.set(cluster, { ...sums, share: sums.won / sums.played });
  };
  for (const { first, second, winner } of view.comparisons) {
    count(first, winner === "first" ? 1 : winner === "neither" ? 0.5 : 0);
    count(second, winner === "second" ? 1 : winner === "neither" ? 0.5 : 0);
  }
  return games;
}
