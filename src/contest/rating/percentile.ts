import { CODEFORCES_USERS, type RatingDistribution } from "./rating-distribution.ts";

/** The share of users, from 0 to 1, with a lower rating; within a step of the table they are taken for evenly spread. */
export function percentileOf(rating: number, distribution: RatingDistribution = CODEFORCES_USERS): number {
  const { below, from, step, counts } = distribution;
  const users = below + counts.reduce((sum, count) => sum + count, 0);
  if (rating <= from) return rating < from ? 0 : below / users;
  let lower = below;
  for (const [index, count] of counts.entries()) {
    const share = (rating - from - index * step) / step;
    if (share < 1) return (lower + share * count) / users;
    lower += count;
  }
  return 1;
}
