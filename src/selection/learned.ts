import { clustersOf, nameOf, tellingTries } from "./clusters.ts";
import { featuresOf } from "./features.ts";
import { type LogisticModel, predict } from "./logistic-regression.ts";
import { remembered } from "./remembered.ts";
import type { CandidateView, PoolView, Strategy, Wants } from "./strategy.ts";
import { bestOf, submittable } from "./submittable.ts";

export const LEARNED_WANTS: Wants = { inputs: 64, rounds: 1 };

/** What a try from its cluster takes from a candidate: where one failed, its like will mostly fail too. */
const AFTER_A_TRY = 0.5;

/** Follows from model and pool alone, whatever was submitted. */
const expectedBy = remembered((model: LogisticModel) =>
  remembered((inputs: PoolView["inputs"]) =>
    remembered((candidates: readonly CandidateView[]) => {
      const features = featuresOf({ inputs, candidates });
      return remembered((candidate: CandidateView) => predict(model, features(candidate)));
    }),
  ),
);

/** The share of the points that a model trained on earlier runs expects; halved with every try from its cluster. */
export function learned(model: LogisticModel): Strategy {
  return {
    describe: "those first of which a scorer trained on earlier runs expects the most",
    wants: LEARNED_WANTS,
    choose(view, random) {
      const pool = submittable(view);
      const clustering = clustersOf(view);
      const { clusters, clusterOf, triesFrom } = clustering;
      const expected = expectedBy(model)(view.inputs)(view.candidates);
      const merits = (candidate: CandidateView) => {
        const cluster = clusterOf(candidate);
        return [expected(candidate) * AFTER_A_TRY ** (cluster ? tellingTries(clustering, cluster) : 0)];
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
