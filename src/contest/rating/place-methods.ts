import { largestWhere } from "./field.ts";
import { finitePlace, type Placed } from "./placed.ts";

const LOWEST = -500;
const HIGHEST = 6000;

/** For each contest the rating whose expected place is the place taken, averaged (CodeElo, LiveOIBench). */
export function averageOfPlaces(contests: readonly Placed[]): number {
  const ratings = contests.map((contest) => {
    const wanted = finitePlace(contest);
    return zeroOf((rating) => contest.field.seed(rating) - wanted);
  });
  return ratings.reduce((sum, rating) => sum + rating, 0) / ratings.length;
}

/**
 * The rating under which the places are likeliest: the log-likelihood of being above or below each of the others, as a mean
 * over a contest's field so that large ones do not outweigh the rest, summed over contests (OpenAI 2025, appendix B, with
 * the logistic function as it is meant). Its derivative is expected place less place, as a share of the field.
 */
export function likeliestOfPlaces(contests: readonly Placed[]): number {
  const places = contests.map((contest) => ({ field: contest.field, place: finitePlace(contest) }));
  return zeroOf((rating) =>
    places.reduce((sum, { field, place }) => sum + (field.seed(rating) - place) / field.size, 0),
  );
}

/** Of a function that falls: looked for among whole ratings, whose expected places are known, and straight between two of them. */
function zeroOf(fall: (rating: number) => number): number {
  const low = largestWhere(LOWEST, HIGHEST, (rating) => fall(rating) > 0);
  const [before, after] = [fall(low), fall(low + 1)];
  return before <= 0 || after >= 0 ? low : low + before / (before - after);
}
