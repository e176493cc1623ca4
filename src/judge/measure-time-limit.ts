import { forEachConcurrently } from "../domain/concurrently.ts";
import { PackageError } from "../domain/errors.ts";
import type { JurySubmission, PackagedProblem, Problem, TimeLimitRule } from "../domain/problem.ts";
import { judgeProgram } from "./judge-program.ts";
import { isOffered } from "./language/offered.ts";
import { stopAsPackaged } from "./stop-rule.ts";
import type { JudgeDeps } from "./test-program.ts";

/** What an accepted submission may take while the limit is looked for. */
const LONGEST_MS = 60_000;

type Progress = (what: string) => void;

/**
 * The smallest limit that the package's rule allows: as its author's machine would have found it, on this one. The accepted
 * submissions come first; others that must not be too slow are stopped at what those give, and raise it where they get there.
 */
export async function measureTimeLimitMs(
  problem: PackagedProblem,
  rule: TimeLimitRule,
  deps: JudgeDeps,
  onProgress: Progress,
): Promise<number> {
  const measurable = problem.submissions.filter((submission) => isMeasurable(submission, deps));
  const accepted = measurable.filter(({ expected }) => expected.every((verdict) => verdict === "AC"));
  const others = measurable.filter(
    ({ timeLimitBound, expected }) => timeLimitBound === "lower" && expected[0] !== "AC",
  );
  if (accepted.length === 0)
    throw new PackageError(
      "the package gives no time limit, and has no accepted submission that it could be measured with",
    );
  const total = accepted.length + others.length;
  let done = 0;
  const tell = () => onProgress(`${problem.id}: time limit, ${++done}/${total} submissions measured`);
  const slowestMs = await slowestOf(accepted, limited(problem, LONGEST_MS), deps, tell);
  const limitMs = limitFor(rule, slowestMs);
  const slowestOtherMs = await slowestOf(others, limited(problem, limitMs), deps, tell);
  return limitFor(rule, Math.max(slowestMs, slowestOtherMs));
}

function limited(problem: PackagedProblem, timeLimitMs: number): Problem {
  return { ...problem, limits: { ...problem.limits, timeLimitMs } };
}

function limitFor({ acToTimeLimit, resolutionMs }: TimeLimitRule, slowestMs: number): number {
  return Math.max(1, Math.ceil((slowestMs * acToTimeLimit) / resolutionMs)) * resolutionMs;
}

async function slowestOf(
  submissions: readonly JurySubmission[],
  problem: Problem,
  deps: JudgeDeps,
  onProgress: () => void,
): Promise<number> {
  let slowestMs = 0;
  await forEachConcurrently(submissions, deps.sandbox.slotCount, async ({ path, content, expected }) => {
    const { verdict, compile, testcases } = await judgeProgram(problem, content, stopAsPackaged(problem), deps);
    const isTooSlow = testcases.some((testcase) => testcase.verdict === "TLE");
    if (expected[0] === "AC" && (verdict === "JE" || verdict === "CE" || isTooSlow)) {
      const seconds = problem.limits.timeLimitMs / 1000;
      const why = compile.ok ? (testcases.find((testcase) => testcase.verdict !== "AC")?.message ?? "") : compile.log;
      throw new PackageError(
        `${path}: ${verdict} with a time limit of ${seconds} s, so that the package's own cannot be measured: ${why}`,
      );
    }
    slowestMs = Math.max(slowestMs, ...testcases.map(({ cpuMs }) => cpuMs));
    onProgress();
  });
  return slowestMs;
}

function isMeasurable({ content }: JurySubmission, { image = "default" }: JudgeDeps): boolean {
  return !("answers" in content) && isOffered(content.language, image);
}
