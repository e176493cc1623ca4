import type { FeedbackLevel } from "../../domain/feedback.ts";

export const RULES_NAMES = ["ioi", "ioi-relaxed", "codeforces"] as const;
export type RulesName = (typeof RULES_NAMES)[number];

/** What a contest allows and tells. The score of a problem is the best of each subtask over all submissions, summed. */
export interface Rules {
  readonly describe: string;
  readonly submissionLimit: number;
  /** Between two submissions to a problem. */
  readonly minIntervalMs: number;
  readonly feedback: FeedbackLevel;
}

export const RULES = {
  ioi: { describe: "IOI since 2017", submissionLimit: 50, minIntervalMs: 0, feedback: "subtasks" },
  "ioi-relaxed": {
    ...{ describe: "IOI with 10,000 submissions", submissionLimit: 10_000 },
    ...{ minIntervalMs: 0, feedback: "subtasks" },
  },
  codeforces: {
    ...{ describe: "Codeforces as in published evaluations of models", submissionLimit: 10 },
    ...{ minIntervalMs: 0, feedback: "first-failure" },
  },
} satisfies Record<RulesName, Rules>;
