/** The chance that somebody of one rating does better than somebody of another: logistic, 400 points are odds of 10 to 1. */
export function winProbability(rating: number, otherRating: number): number {
  return 1 / (1 + 10 ** ((otherRating - rating) / 400));
}
