/** How many users have which rating: counts of steps of equal width. */
export interface RatingDistribution {
  /** Who they are. */
  readonly users: string;
  readonly source: string;
  readonly date: string;
  /** Below `from`. */
  readonly below: number;
  readonly from: number;
  readonly step: number;
  readonly counts: readonly number[];
}

/** Everybody, not the active ones alone that some publications refer to. */
export const CODEFORCES_USERS: RatingDistribution = {
  users: "all Codeforces users ever rated",
  source: "counted from the list of ratings of the public repository QwenLM/CodeElo",
  date: "2024",
  below: 9,
  from: 0,
  step: 25,
  counts: [
    6, 3, 3, 4, 10, 8, 18, 24, 30, 25, 45, 48, 55, 9824, 51998, 23043, 11721, 6428, 3928, 2781, 2140, 1758, 6584, 12991,
    11539, 9101, 7490, 7513, 10329, 12067, 13129, 13913, 13971, 13611, 13268, 13055, 13020, 12591, 12412, 12211, 12136,
    12274, 12280, 12075, 11931, 12242, 12404, 12145, 13998, 14931, 15988, 14900, 14511, 13479, 21749, 23947, 25644,
    16685, 12063, 9749, 8269, 7079, 5998, 5201, 8563, 7398, 6018, 5089, 5383, 4376, 3462, 2756, 2258, 1836, 1671, 1225,
    2177, 2189, 1864, 1431, 1271, 1039, 855, 763, 2161, 1675, 1104, 981, 796, 710, 582, 426, 367, 296, 214, 186, 347,
    290, 184, 115, 98, 68, 68, 59, 63, 69, 51, 53, 56, 44, 46, 33, 26, 33, 20, 17, 20, 22, 17, 6, 21, 16, 10, 10, 9, 9,
    4, 3, 3, 2, 2, 4, 2, 1, 2, 2, 1, 1, 0, 1, 0, 1, 2, 0, 4, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1,
  ],
};
