export const RULES_NAMES = ["ioi", "ioi-relaxed", "codeforces"] as const;
export type RulesName = (typeof RULES_NAMES)[number];

/** What a contest allows. The score of a problem is the best of each subtask over all submissions, summed. */
export interface Rules {
  readonly describe: string;
  readonly submissionLimit: number;
}

export const RULES = {
  ioi: { describe: "IOI since 2017", submissionLimit: 50 },
  "ioi-relaxed": { describe: "IOI with 10,000 submissions", submissionLimit: 10_000 },
  codeforces: { describe: "Codeforces as in published evaluations of models", submissionLimit: 10 },
} satisfies Record<RulesName, Rules>;
