import type { Rules, TimedSubmission } from "./rules.ts";

/** Taken off for every failed attempt. */
const ATTEMPT_POINTS = 50;
const FLOOR = 0.3;

/**
 * A problem of x points that is solved in minute t of d after w failed attempts gives
 * max(0.3 x, x - floor(120 x t / (250 d)) - 50 w), and nothing unsolved (Codeforces, entry 133094).
 */
export const codeforces: Rules = {
  ...{ describe: "Codeforces, 10 submissions as in published evaluations of models", submissionLimit: 10 },
  ...{ minIntervalMs: 0, feedback: "first-failure", combining: "submission" },
  score({ maxScore, points = maxScore }, submissions, { minutes }) {
    const solving = submissions.findIndex(({ verdict }) => verdict === "AC");
    const before = solving < 0 ? submissions : submissions.slice(0, solving);
    const failedAttempts = before.filter(countsAsAttempt).length;
    const solvedAtMinute = submissions[solving]?.minute;
    if (solvedAtMinute === undefined) return { points: 0, penalty: 0, solved: false, failedAttempts, solvedAtMinute };
    return {
      points: codeforcesPoints(points, solvedAtMinute, minutes, failedAttempts),
      ...{ penalty: 0, solved: true, failedAttempts, solvedAtMinute },
    };
  },
};

export function codeforcesPoints(points: number, minute: number, minutes: number, failedAttempts: number): number {
  const decay = Math.floor((120 * points * Math.floor(minute)) / (250 * minutes));
  return Math.max(FLOOR * points, points - decay - ATTEMPT_POINTS * failedAttempts);
}

/** What does not compile, or fails the first pretest, costs nothing. */
function countsAsAttempt({ verdict, failedFirstTestcase }: TimedSubmission): boolean {
  return verdict !== undefined && verdict !== "CE" && verdict !== "JE" && !failedFirstTestcase;
}
