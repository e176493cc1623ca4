import type { StoredPool } from "../contest/stored-pool.ts";
import { randomFrom } from "../domain/random.ts";
import { type Cluster, clustersOf, sharedScoreOf } from "../selection/clusters.ts";
import { tokensOf } from "../selection/o3-longest.ts";
import { remembered } from "../selection/remembered.ts";
import { candidatesById } from "../selection/round-robin.ts";
import type { CandidateView, PoolView } from "../selection/strategy.ts";
import { bestOf } from "../selection/submittable.ts";

/** How many of a run's samples a what-if looks at: the first ones, or others for every seed. */
export interface SampleChoice {
  readonly count: number;
  readonly from: "first" | "drawn";
}

/** The pool as it would be had no more been sampled; the same pool where that is all of it. */
export function withSamples(pool: StoredPool, { count, from }: SampleChoice, seed: number): StoredPool {
  if (count >= pool.samples.length) return pool;
  const samples = from === "first" ? pool.samples.slice(0, count) : drawn(pool.samples, count, seed);
  const known = new Set(samples.flatMap(({ candidates }) => candidates));
  return { ...pool, samples, view: withCandidates(pool.view, known) };
}

/** What a model said of one program is of all that print the same: those that are left of a cluster keep it. */
function withCandidates(view: PoolView, known: ReadonlySet<string>): PoolView {
  const candidates = ratedByCluster(view).filter(({ id }) => known.has(id));
  if (view.comparisons.length === 0) return { ...view, candidates };
  const { clusterOf } = clustersOf(view);
  const byId = candidatesById(view.candidates);
  const speakers = new Map<Cluster | undefined, string | undefined>();
  const speakerFor = (id: string): string | undefined => {
    if (known.has(id)) return id;
    const candidate = byId.get(id);
    const cluster = candidate && clusterOf(candidate);
    if (cluster?.by !== "signature") return undefined;
    if (!speakers.has(cluster)) speakers.set(cluster, earliestOf(cluster.members.filter((own) => known.has(own.id))));
    return speakers.get(cluster);
  };
  const comparisons = view.comparisons.flatMap((comparison) => {
    const [first, second] = [speakerFor(comparison.first), speakerFor(comparison.second)];
    return first === undefined || second === undefined ? [] : [{ ...comparison, first, second }];
  });
  return { ...view, candidates, comparisons };
}

/** Of the first round that has any, the longest thoughts: it is there whenever one of them is. */
function earliestOf(members: readonly CandidateView[]): string | undefined {
  return bestOf(
    members,
    (candidate) => [-candidate.round, tokensOf(candidate) ?? 0],
    () => 0,
  )?.best.id;
}

/** The same objects for every choice of samples: strategies work out once what follows from them. */
const ratedByCluster = remembered((view: PoolView): readonly CandidateView[] => {
  const { clusterOf } = clustersOf(view);
  return view.candidates.map((candidate) => {
    const modelScore = candidate.modelScore ?? sharedScoreOf(clusterOf(candidate));
    return modelScore === candidate.modelScore ? candidate : { ...candidate, modelScore };
  });
});

/** So many, each set of them with the same chance. */
function drawn<T>(items: readonly T[], count: number, seed: number): T[] {
  const random = randomFrom(seed);
  const left = [...items];
  return Array.from({ length: count }, (_, index) => {
    const other = index + Math.floor(random() * (left.length - index));
    const [here, there] = [left[index], left[other]];
    if (here === undefined || there === undefined) throw new Error("more was drawn than there is");
    left[index] = there;
    left[other] = here;
    return there;
  });
}
