import { type Placed, placeOf } from "./placed.ts";

/** Where AlphaCode began, and where Codeforces has newcomers begin in truth. */
const FIRST_RATING = 1400;

/** A contest with what its round corrected every change by. */
export interface Played extends Placed {
  readonly correction: number;
}

/** The rating after Codeforces' updates for contest after contest, in their order: half the way to where place and seed meet. */
export function chainedUpdate(contests: readonly Played[]): number {
  return contests.reduce((rating, contest) => {
    const { field, correction } = contest;
    // Its own place counts among the field, as it would for any participant.
    const middle = Math.sqrt(placeOf(contest) * field.seed(rating));
    const needed = field.ratingOfPlace(middle);
    return rating + Math.trunc((needed - rating) / 2) + correction;
  }, FIRST_RATING);
}
