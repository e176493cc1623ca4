import { forEachConcurrently } from "../domain/concurrently.ts";
import type { Judgement } from "../domain/judgement.ts";
import type { JurySubmission, Problem } from "../domain/problem.ts";
import type { VerifiedSubmission } from "../domain/verification.ts";
import { judgeProgram } from "./judge-program.ts";
import { limitsInLanguage, type TimeFactors } from "./language/time-factor.ts";
import { runAll } from "./stop-rule.ts";
import type { JudgeDeps } from "./test-program.ts";
import { validateInputs } from "./validate-input.ts";

export interface Verification {
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
  readonly submissions: readonly VerifiedSubmission[];
}

/** Runs the input validators on every input and every shipped submission on every testcase. */
export async function verifyProblem(
  problem: Problem,
  deps: JudgeDeps,
  onProgress: (what: string) => void,
): Promise<Verification> {
  const errors: string[] = [];
  for (const validator of problem.inputValidators) {
    onProgress(`${problem.id}: ${validator.path}`);
    errors.push(...(await validateInputs(problem, validator, problem.testcases, deps)));
  }
  const verified = new Map<JurySubmission, VerifiedSubmission>();
  await forEachConcurrently(problem.submissions, deps.sandbox.slotCount, async (submission) => {
    const judgement = await judgeProgram(problem, submission, runAll, deps);
    verified.set(submission, compareWithExpected(submission, judgement));
    onProgress(`${problem.id}: ${verified.size}/${problem.submissions.length} submissions`);
  });
  const submissions = problem.submissions.flatMap((submission) => verified.get(submission) ?? []);
  const warnings = [
    ...(problem.inputValidators.length === 0 ? ["no input validator"] : []),
    ...timeLimitWarnings(problem, submissions, deps.timeFactors),
  ];
  return { errors, warnings, submissions };
}

/** Accepted means all; any other expectation means that at least one testcase ends so. */
function compareWithExpected(submission: JurySubmission, judgement: Judgement): VerifiedSubmission {
  const { expected } = submission;
  const seen = new Set([judgement.verdict, ...judgement.testcases.map(({ verdict }) => verdict)]);
  const isAccepted = judgement.verdict === "AC";
  const ok =
    judgement.verdict !== "JE" &&
    expected.some((verdict) => (verdict === "AC" ? isAccepted : !isAccepted && seen.has(verdict)));
  const first = judgement.testcases.find(({ verdict }) => verdict !== "AC");
  const reason = first
    ? `, first on ${first.id}: ${first.verdict} ${first.message}`
    : judgement.compile.ok
      ? ""
      : `: ${judgement.compile.log}`;
  return {
    submission,
    judgement,
    ok,
    disagreement: ok ? "" : `expected ${expected.join(" or ")}, got ${judgement.verdict}${reason}`,
  };
}

/** The margins that the ICPC format recommends: accepted twice as fast as the limit, too slow 1.5 times slower. */
function timeLimitWarnings(
  problem: Problem,
  verified: readonly VerifiedSubmission[],
  factors: TimeFactors | undefined,
): string[] {
  const warnings: string[] = [];
  for (const { submission, judgement } of verified) {
    const limitMs = limitsInLanguage(problem.limits, submission.language, factors).timeLimitMs;
    const slowestMs = Math.max(0, ...judgement.testcases.map(({ cpuMs }) => cpuMs));
    for (const { id, cpuMs } of judgement.testcases.filter(({ borderline }) => borderline)) {
      warnings.push(
        `${submission.path}: borderline: ${Math.round(cpuMs)} ms on ${id}, within a tenth of the time limit`,
      );
    }
    if (submission.expected.includes("AC") && judgement.verdict === "AC" && slowestMs * 2 > limitMs) {
      warnings.push(
        `${submission.path}: accepted with ${Math.round(slowestMs)} ms, more than half of the time limit of ${limitMs} ms`,
      );
    }
  }
  return warnings;
}
