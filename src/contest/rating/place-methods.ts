import { finitePlace, type Placed } from "./placed.ts";

const LOWEST = -500;
const HIGHEST = 6000;
const PRECISE = 0.05;

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
  return zeroOf((rating) =>
    contests.reduce((sum, contest) => {
      const { field } = contest;
      return sum + (field.seed(rating) - finitePlace(contest)) / field.size;
    }, 0),
  );
}

/** Of a function that falls. */
function zeroOf(fall: (rating: number) => number): number {
  let low = LOWEST;
  let high = HIGHEST;
  while (high - low > PRECISE) {
    const middle = (low + high) / 2;
    if (fall(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
