import type { StoredPool } from "../contest/stored-pool.ts";
import { randomFrom } from "../domain/random.ts";
import { clustersOf, modelScoreOf, representative } from "../selection/clusters.ts";
import type { PoolView } from "../selection/strategy.ts";

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
  const candidates = view.candidates.filter(({ id }) => known.has(id));
  const isJudged = view.comparisons.length > 0 || view.candidates.some(({ modelScore }) => modelScore !== undefined);
  if (!isJudged) return { ...view, candidates };
  const before = clustersOf(view);
  const after = clustersOf({ candidates, submissions: [] });
  const left = new Map(candidates.map((candidate) => [before.clusterOf(candidate), after.clusterOf(candidate)]));
  const byId = new Map(view.candidates.map((candidate) => [candidate.id, candidate]));
  const speakerFor = (id: string) => {
    const candidate = byId.get(id);
    const cluster = candidate && left.get(before.clusterOf(candidate));
    return cluster && representative(cluster)?.id;
  };
  const comparisons = view.comparisons.flatMap(({ first, second, winner }) => {
    const [one, other] = [speakerFor(first), speakerFor(second)];
    return one === undefined || other === undefined ? [] : [{ first: one, second: other, winner }];
  });
  const rated = candidates.map((candidate) => {
    const cluster = before.clusterOf(candidate);
    const modelScore = candidate.modelScore ?? (cluster && modelScoreOf(cluster));
    return modelScore === candidate.modelScore ? candidate : { ...candidate, modelScore };
  });
  return { ...view, candidates: rated, comparisons };
}

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
