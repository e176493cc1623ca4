import { forEachConcurrently } from "../domain/concurrently.ts";
import { PackageError } from "../domain/errors.ts";
import type { JurySubmission, PackagedProblem, Problem } from "../domain/problem.ts";
import type { VerifiedSubmission } from "../domain/verification.ts";
import { unmetExpectations } from "./check-expectations.ts";
import { judgeProgram } from "./judge-program.ts";
import { isOffered, notOffered } from "./language/offered.ts";
import { compilePackageProgram } from "./package-program.ts";
import { packagePrograms } from "./package-programs.ts";
import { type PrepareDeps, prepareProblem } from "./prepare-problem.ts";
import { stopAsPackaged } from "./stop-rule.ts";
import { timeLimitWarnings } from "./time-limit-sanity.ts";
import { tryChecker } from "./try-checker.ts";
import { unmetByInputs, unmetByOutputs } from "./try-validators.ts";

export interface Verification {
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
  readonly submissions: readonly VerifiedSubmission[];
}

type Progress = (what: string) => void;

/** Tries the package's programs, runs the input validators on every input and every shipped submission on every testcase. */
export async function verifyProblem(
  packaged: PackagedProblem,
  deps: PrepareDeps,
  onProgress: Progress,
): Promise<Verification> {
  const broken = await brokenPrograms(packaged, deps, onProgress);
  if (broken.length > 0) return { errors: broken, warnings: [], submissions: [] };
  let problem: Problem;
  try {
    problem = await prepareProblem(packaged, deps, onProgress);
  } catch (error) {
    if (!(error instanceof PackageError)) throw error;
    return { errors: [error.message], warnings: [], submissions: [] };
  }
  const errors = [...(await unmetByInputs(problem, deps, onProgress)), ...(await unmetByOutputs(problem, deps))];
  const checker = await tryChecker(problem, deps);
  const { submissions, left } = await judgeSubmissions(problem, deps, onProgress);
  const warnings = [
    ...(problem.inputValidators.length === 0 ? ["no input validator"] : []),
    ...left,
    ...checker.warnings,
    ...submissions.filter(isOtherwiseThanLabelled).map(otherwise),
    ...(await timeLimitWarnings(problem, packaged.timeLimit, submissions, deps)),
  ];
  if (!submissions.some(({ submission }) => submission.expected.includes("AC")))
    errors.push("no accepted submission could be judged: nothing shows that the tests and the judge are right");
  // One wrong submission that it rejects shows that it can tell; then junk may be right for once.
  if (checker.acceptsAll && !submissions.some(hasWrongAnswer))
    errors.push(
      "the checker takes all junk for right, and rejects no shipped submission: nothing shows that it ever does",
    );
  return { errors, warnings, submissions };
}

function hasWrongAnswer({ judgement }: VerifiedSubmission): boolean {
  return judgement.testcases.some(({ verdict }) => verdict === "WA");
}

/** Everything that its author says holds, and yet it is not what it is called. */
function isOtherwiseThanLabelled({ submission, judgement, ok }: VerifiedSubmission): boolean {
  const seen = [judgement.verdict, ...judgement.testcases.map(({ verdict }) => verdict)];
  return ok && submission.expected.length > 0 && !submission.expected.some((verdict) => seen.includes(verdict));
}

function otherwise({ submission, judgement }: VerifiedSubmission): string {
  return `${submission.path}: called ${submission.expected.join(" or ")}, is ${judgement.verdict} with ${judgement.score} points`;
}

async function brokenPrograms(problem: PackagedProblem, deps: PrepareDeps, onProgress: Progress): Promise<string[]> {
  const errors: string[] = [];
  await forEachConcurrently(packagePrograms(problem), deps.sandbox.slotCount, async (program) => {
    onProgress(`${problem.id}: compiling ${program.path}`);
    try {
      await deps.sandbox.withSlot((slot) => compilePackageProgram(slot, program, problem.limits, deps), deps);
    } catch (error) {
      if (!(error instanceof PackageError)) throw error;
      errors.push(error.message);
    }
  });
  return errors;
}

interface Judged {
  readonly submissions: readonly VerifiedSubmission[];
  /** Those that were not judged, and why. */
  readonly left: readonly string[];
}

async function judgeSubmissions(problem: Problem, deps: PrepareDeps, onProgress: Progress): Promise<Judged> {
  const verified = new Map<JurySubmission, VerifiedSubmission>();
  const { image = "default" } = deps;
  const left: string[] = [];
  const offered = problem.submissions.filter(({ path, content }) => {
    if ("answers" in content || isOffered(content.language, image)) return true;
    left.push(`${path}: not judged: ${notOffered(content.language)}`);
    return false;
  });
  await forEachConcurrently(offered, deps.sandbox.slotCount, async (submission) => {
    const judgement = await judgeProgram(problem, submission.content, stopAsPackaged(problem), deps);
    const disagreements = unmetExpectations(problem, submission.expectations, judgement);
    verified.set(submission, { submission, judgement, ok: disagreements.length === 0, disagreements });
    onProgress(`${problem.id}: ${verified.size}/${offered.length} submissions`);
  });
  return { submissions: offered.flatMap((submission) => verified.get(submission) ?? []), left };
}
