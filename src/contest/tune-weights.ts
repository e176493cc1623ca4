import { type Random, randomFrom } from "../domain/random.ts";
import { O1_IOI_WEIGHTS, type O1IoiWeights, o1Ioi } from "../selection/o1-ioi.ts";
import type { StoredPool } from "./stored-pool.ts";
import { meanScore, type Trial } from "./train-scorer.ts";

export interface Search extends Trial {
  readonly tries: number;
  readonly seed: number;
}

/** The weights with the best simulated score of so many drawn by chance, as o1-ioi's authors found theirs; the usual ones are among them. */
export function tuneO1Ioi(pools: readonly StoredPool[], search: Search): O1IoiWeights {
  const random = randomFrom(search.seed);
  let best = O1_IOI_WEIGHTS;
  let bestScore = meanScore(o1Ioi(best), pools, search);
  for (let index = 0; index < search.tries; index++) {
    const weights = drawn(random);
    const score = meanScore(o1Ioi(weights), pools, search);
    if (score <= bestScore) continue;
    best = weights;
    bestScore = score;
  }
  return best;
}

/** Each from a hundredth to ten, evenly over its orders of magnitude. */
function drawn(random: Random): O1IoiWeights {
  const weight = () => Number((10 ** (3 * random() - 2)).toPrecision(3));
  return { model: weight(), errors: weight(), failedSamples: weight(), penalty: weight() };
}
