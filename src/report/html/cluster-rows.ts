import type { CandidateRow, ClusterRow } from "./report-document.ts";

/** Candidates that nobody told apart, by their ids; the largest cluster comes first. */
export interface ReportedCluster {
  readonly by: "signature" | "samples";
  readonly members: readonly string[];
  /** What its members do with every kept input; undefined where none was run on them. */
  readonly signature: readonly string[] | undefined;
}

/** Clusters beside what is true of their members. */
export function clusterRows(clusters: readonly ReportedCluster[], candidates: readonly CandidateRow[]): ClusterRow[] {
  const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  return clusters.map(({ by, members }, index): ClusterRow => {
    const judged = members.flatMap((id) => byId.get(id) ?? []).filter(({ score }) => score !== undefined);
    const scores = judged.map(({ score = 0 }) => score);
    return {
      ...{ rank: index + 1, size: members.length, by, known: judged.length },
      accepted: judged.filter(({ verdict }) => verdict === "AC").length,
      bestScore: judged.length === 0 ? undefined : Math.max(...scores),
      purity: judged.length === 0 ? undefined : commonest(scores) / judged.length,
    };
  });
}

function commonest(scores: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const score of scores) counts.set(score, (counts.get(score) ?? 0) + 1);
  return Math.max(...counts.values());
}
