import { clustersOf, errorShares } from "./clusters.ts";
import { tokensOf } from "./o3-longest.ts";
import { remembered } from "./remembered.ts";
import { codeOf, similarity } from "./similarity.ts";
import type { CandidateView, PoolView, Strategy } from "./strategy.ts";
import { bestOf, submittable } from "./submittable.ts";

const MIN_TOKENS = 40;
const LENGTH_STEP = 800;

/**
 * GenCorrect: in rounds, and without regard to scores. Of the newest round the program that is least like all that was
 * submitted is the centre; it is represented by the best of those that are more like it than like anything submitted.
 */
export const gencorrect: Strategy = {
  describe: "in rounds: the best of the programs around the one that is least like what was submitted",
  wants: { inputs: 0, rounds: 5 },
  choose(view, random) {
    const pool = filtered(newest(submittable(view)), view.inputs);
    const { placeOf, likenessTo, likenessToAny } = likenesses(view.candidates);
    const likeness = likenessToAny(view.submissions.map(({ candidate }) => candidate));
    const likenessOf = (candidate: CandidateView) => likeness[placeOf(candidate)] ?? 0;
    const qualityOf = qualities(view.inputs)(view.candidates);
    const least = pool.reduce((lowest, candidate) => Math.min(lowest, likenessOf(candidate)), Number.POSITIVE_INFINITY);
    const farthest = pool.filter((candidate) => likenessOf(candidate) === least);
    const centre = bestOf(farthest, qualityOf, random)?.best;
    if (!centre) return undefined;
    const toCentre = likenessTo(centre);
    const around = pool.filter(
      (candidate) => candidate === centre || (toCentre[placeOf(candidate)] ?? 0) > likenessOf(candidate),
    );
    const found = bestOf(around, qualityOf, random);
    if (!found) return undefined;
    const { id, samplesPassed, sampleCount } = found.best;
    const likest = `${Math.round(100 * likenessOf(centre))} % like the likest submission`;
    return {
      candidate: id,
      why: `samples ${samplesPassed}/${sampleCount}, best of ${around.length} around ${centre.id}, ${likest}`,
    };
  },
};

/** What was sampled last: it knows the most. */
function newest(pool: readonly CandidateView[]): CandidateView[] {
  const round = pool.reduce((latest, candidate) => Math.max(latest, candidate.round), 0);
  return pool.filter((candidate) => candidate.round === round);
}

/** Long enough to be a program and no more wrong than right; where that leaves nothing, all. */
function filtered(pool: CandidateView[], inputs: PoolView["inputs"]): CandidateView[] {
  const good = pool.filter(isGood(inputs));
  return good.length > 0 ? good : pool;
}

const isGood = remembered((inputs: PoolView["inputs"]) => {
  const features = featureScores(inputs);
  return remembered((candidate: CandidateView) => {
    return features(candidate) >= 0 && codeOf(candidate).tokenCount >= MIN_TOKENS;
  });
});

/** Lexicographic: feature score, length in steps, how many behave alike, length, few tokens, early. */
const qualities = remembered((inputs: PoolView["inputs"]) =>
  remembered((candidates: readonly CandidateView[]) => {
    const { clusterOf } = clustersOf({ candidates, submissions: [] });
    const features = featureScores(inputs);
    const { placeOf } = likenesses(candidates);
    return remembered((candidate: CandidateView): readonly number[] => {
      const { length } = codeOf(candidate);
      const alike = clusterOf(candidate)?.members.length ?? 0;
      const steps = Math.floor(length / LENGTH_STEP);
      return [features(candidate), steps, alike, length, -(tokensOf(candidate) ?? 0), -placeOf(candidate)];
    });
  }),
);

/** From -1 to 1: the share of samples passed less that failed, and less that of errors on generated inputs. */
const featureScores = remembered((inputs: PoolView["inputs"]) => {
  const errorShare = errorShares({ inputs });
  return remembered((candidate: CandidateView) => {
    const { samplesPassed, sampleCount } = candidate;
    const passed = sampleCount === 0 ? 1 : samplesPassed / sampleCount;
    return Math.max(-1, 2 * passed - 1 - errorShare(candidate));
  });
});

/** How like one candidate every other is, by their places in the pool. */
const likenesses = remembered((candidates: readonly CandidateView[]) => {
  const places = new Map(candidates.map((candidate, place) => [candidate, place]));
  const sketches = candidates.map((candidate) => codeOf(candidate).sketch);
  const likenessTo = remembered((one: CandidateView) => {
    const { sketch } = codeOf(one);
    const likeness = new Float32Array(sketches.length);
    for (const [place, other] of sketches.entries()) likeness[place] = similarity(other, sketch);
    return likeness;
  });
  const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  // Choices come one after the other: each time there is one more that was submitted.
  let before: { readonly ids: readonly string[]; readonly likeness: Float32Array } | undefined;
  /** How like the likest of these every candidate is. */
  const likenessToAny = (ids: readonly string[]): Float32Array => {
    const isLonger = before?.ids.every((id, index) => ids[index] === id) ?? false;
    const known = isLonger && before ? before : { ids: [], likeness: new Float32Array(candidates.length) };
    const likeness = known.likeness.slice();
    for (const id of ids.slice(known.ids.length)) {
      const candidate = byId.get(id);
      if (candidate) raise(likeness, likenessTo(candidate));
    }
    before = { ids, likeness };
    return likeness;
  };
  return { likenessTo, likenessToAny, placeOf: (candidate: CandidateView) => places.get(candidate) ?? -1 };
});

function raise(values: Float32Array, to: Float32Array): void {
  for (let place = 0; place < values.length; place++) values[place] = Math.max(values[place] ?? 0, to[place] ?? 0);
}
