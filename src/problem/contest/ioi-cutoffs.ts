import type { MedalCutoffs } from "../../domain/contest.ts";

const STATS = "nikolatechie/IOI-Stats, data.csv";
const RESULTS_2024 = "lowest scores with each medal in the official results of 2024 (stats.ioinformatics.org)";
const PAPER_2026 = "NVIDIA, Post-Training Language Models for Gold-Medal Performance, 2026";

/** The least points for each medal at the IOI, as far as a source says so. */
export const IOI_CUTOFFS: Readonly<Record<number, MedalCutoffs>> = {
  2013: { gold: 480, silver: 359, bronze: 220, source: STATS },
  2014: { gold: 449, silver: 323, bronze: 223, source: STATS },
  2015: { gold: 440.42, silver: 325.55, bronze: 185.45, source: STATS },
  2016: { gold: 416, silver: 328, bronze: 240, source: STATS },
  2017: { gold: 353.03, silver: 249.42, bronze: 137.19, source: STATS },
  2018: { gold: 336, silver: 272, bronze: 187, source: STATS },
  2019: { gold: 414.75, silver: 329.18, bronze: 250.19, source: STATS },
  2024: { gold: 359.71, silver: 289.31, bronze: 216.97, source: RESULTS_2024 },
  2025: { gold: 438.3, silver: undefined, bronze: undefined, source: PAPER_2026 },
  2026: { gold: 361.12, silver: undefined, bronze: undefined, source: PAPER_2026 },
};
