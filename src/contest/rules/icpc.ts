import type { Rules } from "./rules.ts";

/** As many as anybody wants to: they cost time. */
const SUBMISSION_LIMIT = 1000;

export const icpc = icpcRules(20, "ICPC: 20 minutes for a failed attempt");
export const icpcExtended = icpcRules(10, "extended ICPC, as in Codeforces' educational rounds: 10 minutes");

/** Problems solved, then minutes: that of the solution and some for each failed attempt before it, compile errors aside. */
function icpcRules(minutesForFailure: number, describe: string): Rules {
  return {
    ...{ describe, submissionLimit: SUBMISSION_LIMIT, minIntervalMs: 0, feedback: "first-failure" },
    combining: "submission",
    score(_, submissions) {
      const solving = submissions.findIndex(({ verdict }) => verdict === "AC");
      const before = solving < 0 ? submissions : submissions.slice(0, solving);
      const failedAttempts = before.filter(
        ({ verdict }) => verdict !== undefined && verdict !== "CE" && verdict !== "JE",
      ).length;
      const solvedAtMinute = submissions[solving]?.minute;
      if (solvedAtMinute === undefined) return { points: 0, penalty: 0, solved: false, failedAttempts, solvedAtMinute };
      const penalty = Math.floor(solvedAtMinute) + minutesForFailure * failedAttempts;
      return { points: 1, penalty, solved: true, failedAttempts, solvedAtMinute };
    },
  };
}
