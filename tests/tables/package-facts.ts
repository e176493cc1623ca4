import { z } from "zod";
import type { PackagedProblem, Problem } from "../../src/domain/problem.ts";
import { isOfAccepted } from "../../src/domain/test-strength.ts";
import { VERDICTS } from "../../src/domain/verdict.ts";
import type { VerifiedSubmission } from "../../src/domain/verification.ts";
import { prepareProblem } from "../../src/judge/prepare-problem.ts";
import { stopAtFirstFailure } from "../../src/judge/stop-rule.ts";
import { testProgram } from "../../src/judge/test-program.ts";
import { verifyProblem } from "../../src/judge/verify-problem.ts";
import { cppSubmissions, mutateSubmissions } from "../../src/mutation/mutate-submissions.ts";
import { summariseStrength } from "../../src/report/strength-summary.ts";
import { measureStrength, type StrengthDeps } from "../../src/strength/measure-strength.ts";

/** How far beyond the limit those that are too slow are followed. */
export const FOLLOWED = 4;

const count = z.number().int().nonnegative();
const timed = z.object({ path: z.string(), ms: z.number() }).nullable();

export const packageFacts = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  isVerified: z.boolean(),
  samples: count,
  secret: count,
  subtasks: count,
  timeLimitMs: z.number(),
  verdicts: z.partialRecord(z.enum(VERDICTS), count),
  slowestAccepted: timed,
  /** At `FOLLOWED` times the limit and above it was not followed further. */
  fastestTooSlow: timed,
  mutants: z.object({
    ...{ mutants: count, killed: count, accepted: count, notCompiling: count, judgeErrors: count },
    differing: z.object({ mutants: count, killed: count }).nullable(),
  }),
});

export type PackageFacts = z.infer<typeof packageFacts>;

/** All that the table says of a package, found by running its submissions and their mutants. */
export async function findFacts(
  packaged: PackagedProblem,
  mutantCount: number,
  deps: StrengthDeps,
  onProgress: (what: string) => void,
): Promise<PackageFacts> {
  const { submissions, errors } = await verifyProblem(packaged, deps, onProgress);
  const problem = await prepareProblem(packaged, deps, onProgress);
  const accepted = cppSubmissions(problem.submissions).filter(isOfAccepted);
  const mutants = mutateSubmissions(accepted, { count: mutantCount, seed: 1 });
  const { differing, ...summary } = summariseStrength(await measureStrength(problem, mutants, deps, onProgress));
  return {
    ...{ id: problem.id, name: problem.name, kind: problem.task.kind },
    isVerified: errors.length === 0 && submissions.every(({ ok }) => ok),
    samples: problem.testcases.filter(({ kind }) => kind === "sample").length,
    secret: problem.testcases.filter(({ kind }) => kind === "secret").length,
    subtasks: problem.subtasks.filter(({ maxScore }) => maxScore > 0).length,
    timeLimitMs: problem.limits.timeLimitMs,
    verdicts: countVerdicts(submissions),
    slowestAccepted: slowestAccepted(submissions),
    fastestTooSlow: await fastestTooSlow(problem, submissions, deps, onProgress),
    mutants: { ...summary, differing: differing ?? null },
  };
}

function countVerdicts(submissions: readonly VerifiedSubmission[]): PackageFacts["verdicts"] {
  const counts: PackageFacts["verdicts"] = {};
  for (const { judgement } of submissions) counts[judgement.verdict] = (counts[judgement.verdict] ?? 0) + 1;
  return counts;
}

function slowestAccepted(submissions: readonly VerifiedSubmission[]): PackageFacts["slowestAccepted"] {
  const times = submissions
    .filter(({ judgement }) => judgement.verdict === "AC")
    .map(({ submission, judgement }) => ({
      path: submission.path,
      ms: Math.max(0, ...judgement.testcases.map(({ cpuMs }) => cpuMs)),
    }));
  return times.reduce<PackageFacts["slowestAccepted"]>(
    (most, time) => (most && most.ms >= time.ms ? most : time),
    null,
  );
}

/** Programs are stopped at the limit: what they would have taken is seen by giving them more. */
async function fastestTooSlow(
  problem: Problem,
  submissions: readonly VerifiedSubmission[],
  deps: StrengthDeps,
  onProgress: (what: string) => void,
): Promise<PackageFacts["fastestTooSlow"]> {
  const limits = { ...problem.limits, timeLimitMs: problem.limits.timeLimitMs * FOLLOWED };
  let fastest: PackageFacts["fastestTooSlow"] = null;
  for (const { submission, judgement } of submissions) {
    const tooSlow = new Set(judgement.testcases.filter(({ verdict }) => verdict === "TLE").map(({ id }) => id));
    if (tooSlow.size === 0 || "answers" in submission.content) continue;
    onProgress(`${problem.id}: how slow is ${submission.path}?`);
    const testcases = problem.testcases.filter(({ id }) => tooSlow.has(id));
    const request = { testcases, stop: stopAtFirstFailure };
    const again = await testProgram({ ...problem, limits }, submission.content, request, deps);
    const stopped = again.testcases.some(({ verdict }) => verdict === "TLE");
    const ms = stopped ? limits.timeLimitMs : Math.max(...again.testcases.map(({ cpuMs }) => cpuMs));
    if (!fastest || ms < fastest.ms) fastest = { path: submission.path, ms };
  }
  return fastest;
}
