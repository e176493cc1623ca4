import type { StoredPool } from "../contest/stored-pool.ts";
import { randomFrom } from "../domain/random.ts";

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
  const { view } = pool;
  return {
    ...pool,
    samples,
    view: {
      ...view,
      candidates: view.candidates.filter(({ id }) => known.has(id)),
      comparisons: view.comparisons.filter(({ first, second }) => known.has(first) && known.has(second)),
    },
  };
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
