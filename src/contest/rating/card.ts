import { type Random, randomFrom } from "../../domain/random.ts";
import { bootstrapPlaces } from "./bootstrap-places.ts";
import { chainedUpdate, type Played } from "./chained-update.ts";
import type { RatingEstimate } from "./estimate.ts";
import { averageOfPlaces, likeliestOfPlaces } from "./place-methods.ts";
import { PRIOR, rateByDifficulties, type Tried } from "./problem-difficulty.ts";

/** What ratings are made from: contests with the others' ratings, and problems with their difficulties. */
export interface RatingEvidence {
  /** In the order in which they were held. */
  readonly contests: readonly Played[];
  readonly problems: readonly Tried[];
}

export const RATING_METHOD_NAMES = [
  "chained-update",
  "place-inversion",
  "place-likelihood",
  "problem-difficulty",
] as const;
export type RatingMethodName = (typeof RATING_METHOD_NAMES)[number];

interface RatingMethod {
  readonly describe: string;
  /** Undefined where there is nothing to rate by. */
  rate(evidence: RatingEvidence, random: Random): RatingEstimate | undefined;
}

export const RATING_METHODS: Readonly<Record<RatingMethodName, RatingMethod>> = {
  "chained-update": {
    describe: "Codeforces' updates from 1400",
    rate: ({ contests }, random) => byPlaces(contests, chainedUpdate, random),
  },
  "place-inversion": {
    describe: "expected place is the place; mean over contests",
    rate: ({ contests }, random) => byPlaces(contests, averageOfPlaces, random),
  },
  "place-likelihood": {
    describe: "the places are likeliest",
    rate: ({ contests }, random) => byPlaces(contests, likeliestOfPlaces, random),
  },
  "problem-difficulty": {
    describe: `likeliest for what was solved, prior ${PRIOR.mean} ± ${PRIOR.deviation}`,
    rate: ({ problems }) => (problems.length === 0 ? undefined : rateByDifficulties(problems)),
  },
};

/** Not a rating but all of them, each with its interval: published ratings differ by hundreds for the method alone. */
export type RatingCard = ReadonlyMap<RatingMethodName, RatingEstimate | undefined>;

export function rateByAllMethods(evidence: RatingEvidence, seed: number): RatingCard {
  return new Map(RATING_METHOD_NAMES.map((name) => [name, RATING_METHODS[name].rate(evidence, randomFrom(seed))]));
}

function byPlaces(
  contests: readonly Played[],
  method: (contests: readonly Played[]) => number,
  random: Random,
): RatingEstimate | undefined {
  return contests.length === 0 ? undefined : bootstrapPlaces(contests, method, random);
}
