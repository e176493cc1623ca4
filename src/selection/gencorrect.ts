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
    const pool = filtered(newest(submittable(view)), view);
    const submitted = submittedOf(view);
    const likeness = new Map(pool.map((candidate) => [candidate.id, greatestLikeness(candidate, submitted)]));
    const likenessOf = ({ id }: CandidateView) => likeness.get(id) ?? 0;
    const qualityOf = qualities(view);
    const centre = bestOf(pool, (candidate) => [-likenessOf(candidate), ...qualityOf(candidate)], random)?.best;
    if (!centre) return undefined;
    const likeCentre = likenessTo(centre);
    const around = pool.filter((candidate) => candidate === centre || likeCentre(candidate) > likenessOf(candidate));
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
function filtered(pool: CandidateView[], view: PoolView): CandidateView[] {
  const features = featureScores(view);
  const good = pool.filter((candidate) => features(candidate) >= 0 && codeOf(candidate).tokenCount >= MIN_TOKENS);
  return good.length > 0 ? good : pool;
}

/** Lexicographic: feature score, length in steps, how many behave alike, length, few tokens, early. */
function qualities(view: PoolView): (candidate: CandidateView) => number[] {
  const { clusterOf } = clustersOf(view);
  const features = featureScores(view);
  const places = new Map(view.candidates.map(({ id }, place) => [id, place]));
  return (candidate) => {
    const { length } = codeOf(candidate);
    const alike = clusterOf(candidate)?.members.length ?? 0;
    const tokens = tokensOf(candidate) ?? 0;
    const place = places.get(candidate.id) ?? 0;
    return [features(candidate), Math.floor(length / LENGTH_STEP), alike, length, -tokens, -place];
  };
}

/** From -1 to 1: the share of samples passed less that failed, and less that of errors on generated inputs. */
function featureScores(view: PoolView): (candidate: CandidateView) => number {
  const errorShare = errorShares(view);
  return (candidate) => {
    const { samplesPassed, sampleCount } = candidate;
    const passed = sampleCount === 0 ? 1 : samplesPassed / sampleCount;
    return Math.max(-1, 2 * passed - 1 - errorShare(candidate));
  };
}

function submittedOf({ candidates, submissions }: PoolView): CandidateView[] {
  const ids = new Set(submissions.map(({ candidate }) => candidate));
  return candidates.filter(({ id }) => ids.has(id));
}

function greatestLikeness(candidate: CandidateView, submitted: readonly CandidateView[]): number {
  return submitted.reduce((most, other) => Math.max(most, likenessTo(other)(candidate)), 0);
}

const likenessTo = remembered((one: CandidateView) =>
  remembered((other: CandidateView) => similarity(codeOf(one).sketch, codeOf(other).sketch)),
);
