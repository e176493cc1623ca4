/** A rating with the 95 % interval around it; an end that nothing bounds is infinite. */
export interface RatingEstimate {
  readonly rating: number;
  readonly low: number;
  readonly high: number;
}
