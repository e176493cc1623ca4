import { clustersOf, nameOf } from "./clusters.ts";
import { remembered } from "./remembered.ts";
import type { CandidateView, Strategy } from "./strategy.ts";
import { bestOf, submittable } from "./submittable.ts";

/** AlphaCode, section 4.5: those that pass the samples, one of each cluster from the largest down, then around again. */
export const alphacode: Strategy = {
  describe:
    "of those that pass the most samples, one from each cluster of like programs, the largest first, then around again",
  wants: { inputs: 64, rounds: 1 },
  choose(view, random) {
    const left = passingMost(submittable(view));
    const passed = left[0]?.samplesPassed ?? 0;
    const { clusters, clusterOf, triesFrom } = clustersOf({
      ...view,
      candidates: passingAtLeast(view.candidates)(passed),
    });
    const merits = (candidate: CandidateView) => {
      const cluster = clusterOf(candidate);
      return cluster ? [-triesFrom(cluster), -cluster.rank] : [];
    };
    const found = bestOf(left, merits, random);
    if (!found) return undefined;
    const { id, samplesPassed, sampleCount } = found.best;
    const cluster = clusterOf(found.best);
    const where = cluster
      ? `${nameOf(cluster, clusters.length)}, ${triesFrom(cluster)} tried from it`
      : "nothing compiles: by chance";
    return { candidate: id, why: `samples ${samplesPassed}/${sampleCount}, ${where}` };
  },
};

/** The same array for the same count: what is clustered stays clustered. */
const passingAtLeast = remembered((candidates: readonly CandidateView[]) => {
  const byCount = new Map<number, CandidateView[]>();
  return (count: number) => {
    const passing = byCount.get(count) ?? candidates.filter(({ samplesPassed }) => samplesPassed >= count);
    byCount.set(count, passing);
    return passing;
  };
});

function passingMost(pool: readonly CandidateView[]): CandidateView[] {
  const most = pool.reduce((passed, candidate) => Math.max(passed, candidate.samplesPassed), 0);
  return pool.filter(({ samplesPassed }) => samplesPassed === most);
}
