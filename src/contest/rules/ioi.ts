import { combinedScore } from "../../domain/combining.ts";
import { pointsOnly, type Rules, type TimedSubmission } from "./rules.ts";

const SINCE_2017 = {
  minIntervalMs: 0,
  feedback: "subtasks",
  combining: "subtasks",
  score: ({ maxScore, combining }, submissions) =>
    pointsOnly(combinedScore(submissions, combining), maxScore, submissions),
} satisfies Partial<Rules>;

export const ioi: Rules = { ...SINCE_2017, describe: "IOI since 2017", submissionLimit: 50 };

export const ioiRelaxed: Rules = {
  ...SINCE_2017,
  describe: "IOI with 10,000 submissions, as in OpenAI's relaxed setting",
  submissionLimit: 10_000,
};

/** One a minute, as said of the IOI 2026. */
export const ioiMinute: Rules = {
  ...SINCE_2017,
  ...{ describe: "IOI with a minute between two submissions to a problem", submissionLimit: 50, minIntervalMs: 60_000 },
};

export const ioi2013: Rules = {
  ...{ describe: "IOI 2013 to 2016: the best single submission", submissionLimit: 100 },
  ...{ minIntervalMs: 0, feedback: "subtasks", combining: "submission" },
  score: ({ maxScore }, submissions) => pointsOnly(best(submissions), maxScore, submissions),
};

/** Of a problem, as at the IOI 2010; a token shows what a submission earned, and lets it count. */
const TOKENS = 2;

export const ioi2010: Rules = {
  ...{ describe: "IOI 2010 to 2012: the best of the two with a token, or the last", submissionLimit: 100 },
  ...{ minIntervalMs: 0, feedback: "none", combining: "submission" },
  /** The tokens are used on the first submissions: who knows nothing of their scores has no reason to wait. */
  score: ({ maxScore }, submissions) =>
    pointsOnly(best([...submissions.slice(0, TOKENS), ...submissions.slice(-1)]), maxScore, submissions),
};

function best(submissions: readonly TimedSubmission[]): number {
  return Math.max(0, ...submissions.map(({ score }) => score));
}
