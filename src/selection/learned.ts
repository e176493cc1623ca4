import { clustersOf, nameOf } from "./clusters.ts";
import { featuresOf } from "./features.ts";
import { type LogisticModel, predict } from "./logistic-regression.ts";
import type { CandidateView, Strategy, Wants } from "./strategy.ts";
import { bestOf, submittable } from "./submittable.ts";

export const LEARNED_WANTS: Wants = { inputs: 64, rounds: 1 };

/** What a try from its cluster takes from a candidate: where one failed, its like will mostly fail too. */
const AFTER_A_TRY = 0.5;

/** The share of the points that a model trained on earlier runs expects; halved with every try from its cluster. */
export function learned(model: LogisticModel): Strategy {
  return {
    describe: "those first of which a scorer trained on earlier runs expects the most",
    wants: LEARNED_WANTS,
    choose(view, random) {
      const pool = submittable(view);
      const { clusters, clusterOf, triesFrom } = clustersOf(view);
      const features = featuresOf(view);
      const expected = (candidate: CandidateView) => predict(model, features(candidate));
      const merits = (candidate: CandidateView) => {
        const cluster = clusterOf(candidate);
        return [expected(candidate) * AFTER_A_TRY ** (cluster ? triesFrom(cluster) : 0)];
      };
      const found = bestOf(pool, merits, random);
      if (!found) return undefined;
      const cluster = clusterOf(found.best);
      const share = `expected share of the points ${expected(found.best).toFixed(2)}`;
      const where = cluster
        ? `${nameOf(cluster, clusters.length)}, ${triesFrom(cluster)} tried from it`
        : "nothing compiles";
      return { candidate: found.best.id, why: `${share}, ${where}` };
    },
  };
}
