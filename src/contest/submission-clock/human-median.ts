import type { Standings } from "../standings/standings.ts";
import type { SubmissionClock } from "./submission-clock.ts";

/**
 * OpenAI's (2025, appendix B): a solution counts for the median of the points of the humans who solved the problem with the same
 * number of failed attempts; where nobody did, with the nearest number.
 */
export const humanMedian: SubmissionClock = {
  describe: "the median points of the humans who solved the problem with as many failed attempts",
  minute: (_, { realMinute }) => realMinute,
  pointsOfSolution(problem, failedAttempts, standings) {
    const solved = solutionsOf(problem, standings);
    const distances = solved.map((solution) => Math.abs(solution.failedAttempts - failedAttempts));
    const nearest = Math.min(...distances);
    const alike = solved.filter((_, index) => distances[index] === nearest).map(({ points }) => points);
    return alike.length === 0 ? undefined : medianOf(alike);
  },
};

function solutionsOf(problem: number, standings: Standings | undefined) {
  return (standings?.participants ?? []).flatMap(({ problems }) => {
    const result = problems?.[problem];
    return result && result.points > 0 ? [result] : [];
  });
}

function medianOf(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? Number.NaN;
  const lower = sorted[Math.ceil(middle) - 1] ?? Number.NaN;
  return (upper + lower) / 2;
}
