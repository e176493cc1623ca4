import { forEachConcurrently } from "../domain/concurrently.ts";
import type { PackagedProblem, Problem, TimeLimitRule } from "../domain/problem.ts";
import type { VerifiedSubmission } from "../domain/verification.ts";
import { limitsInLanguage } from "./language/time-factor.ts";
import { stopAtFirstFailure } from "./stop-rule.ts";
import { type JudgeDeps, testProgram } from "./test-program.ts";

/** The margins that the ICPC format recommends where a package names none. */
const RECOMMENDED: Pick<TimeLimitRule, "acToTimeLimit" | "timeLimitToTle"> = { acToTimeLimit: 2, timeLimitToTle: 1.5 };

/** Whether accepted submissions are well below the limit, and those that are meant to be too slow well above it. */
export async function timeLimitWarnings(
  problem: Problem,
  timeLimit: PackagedProblem["timeLimit"],
  verified: readonly VerifiedSubmission[],
  deps: JudgeDeps,
): Promise<string[]> {
  const rule = timeLimit.kind === "measured" ? timeLimit : RECOMMENDED;
  const warnings = new Map<VerifiedSubmission, string[]>();
  await forEachConcurrently(verified, deps.sandbox.slotCount, async (one) => {
    warnings.set(one, [...nearTheLimit(problem, rule, one, deps), ...(await hardlyTooSlow(problem, rule, one, deps))]);
  });
  return verified.flatMap((one) => (warnings.get(one) ?? []).map((warning) => `${one.submission.path}: ${warning}`));
}

function nearTheLimit(
  problem: Problem,
  { acToTimeLimit }: typeof RECOMMENDED,
  { submission, judgement }: VerifiedSubmission,
  { timeFactors }: JudgeDeps,
): string[] {
  if ("answers" in submission.content) return [];
  const limitMs = limitsInLanguage(problem.limits, submission.content.language, timeFactors).timeLimitMs;
  const warnings = judgement.testcases
    .filter(({ borderline }) => borderline)
    .map(({ id, cpuMs }) => `borderline: ${ms(cpuMs)} on ${id}, within a tenth of the time limit`);
  const slowestMs = Math.max(0, ...judgement.testcases.map(({ cpuMs }) => cpuMs));
  const isAccepted = submission.expected.includes("AC") && judgement.verdict === "AC";
  if (isAccepted && slowestMs * acToTimeLimit > limitMs) {
    const margin = acToTimeLimit === 2 ? "half" : `1/${acToTimeLimit}`;
    warnings.push(`accepted with ${ms(slowestMs)}, more than ${margin} of the time limit of ${limitMs} ms`);
  }
  return warnings;
}

/** Programs are stopped at the limit: how far they would go beyond it is seen by giving them more. */
async function hardlyTooSlow(
  problem: Problem,
  { timeLimitToTle }: typeof RECOMMENDED,
  { submission, judgement }: VerifiedSubmission,
  deps: JudgeDeps,
): Promise<string[]> {
  const mustBeTooSlow = submission.timeLimitBound === "upper" || submission.expected.join() === "TLE";
  const tooSlow = new Set(judgement.testcases.filter(({ verdict }) => verdict === "TLE").map(({ id }) => id));
  if (!mustBeTooSlow || tooSlow.size === 0 || "answers" in submission.content) return [];
  const limits = { ...problem.limits, timeLimitMs: problem.limits.timeLimitMs * timeLimitToTle };
  const testcases = problem.testcases.filter(({ id }) => tooSlow.has(id));
  const request = { testcases, stop: stopAtFirstFailure };
  const again = await testProgram({ ...problem, limits }, submission.content, request, deps);
  if (again.testcases.some(({ verdict }) => verdict === "TLE")) return [];
  return [`too slow, but by less than ${timeLimitToTle} times the time limit of ${problem.limits.timeLimitMs} ms`];
}

function ms(time: number): string {
  return `${Math.round(time)} ms`;
}
