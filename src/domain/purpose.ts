/** What a model is asked for. */
export const PURPOSES = ["candidate", "repair", "generator", "validator", "brute-force", "judge", "rating"] as const;
export type Purpose = (typeof PURPOSES)[number];
