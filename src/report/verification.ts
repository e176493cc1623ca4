import type { VerifiedSubmission } from "../domain/verification.ts";
import { mebibytes, plural, points, printable, table } from "./words.ts";

const WIDTH = 100;

export interface VerifiedPackage {
  readonly problem: string;
  readonly ok: boolean;
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
  readonly submissions: readonly VerifiedSubmission[];
}

/** For scripts: part of the command-line contract. */
export function renderVerificationJson(packages: readonly VerifiedPackage[]): string {
  const problems = packages.map(({ problem, ok, errors, warnings, submissions }) => ({
    problem,
    ok,
    errors,
    warnings,
    submissions: submissions.map(({ submission, judgement, ok: agrees }) => ({
      path: submission.path,
      expected: submission.expected,
      expectedScore: submission.expectedScore ?? null,
      verdict: judgement.verdict,
      score: judgement.score,
      ok: agrees,
    })),
  }));
  return `${JSON.stringify({ ok: packages.every(({ ok }) => ok), problems }, null, 2)}\n`;
}

/** For a terminal: disagreements before agreement. */
export function renderVerificationText(packages: readonly VerifiedPackage[]): string {
  const sections = packages.map(({ problem, ok, errors, warnings, submissions }) => {
    const disagreeing = submissions.filter((submission) => !submission.ok);
    const agreeing = submissions.filter((submission) => submission.ok);
    return [
      `${problem}: ${ok ? "ok" : "not ok"}, ${agreeing.length} of ${plural(submissions.length, "submission")} ${agreeing.length === 1 ? "agrees" : "agree"}`,
      ...errors.map((error) => `  error: ${error}`),
      ...disagreeing.flatMap(({ submission, disagreements }) =>
        disagreements.map((disagreement) => `  ${submission.path}: ${disagreement}`),
      ),
      ...table(agreeing.map(rowOf), [false, true, true, true, false], WIDTH - 2).map((line) => `  ${line}`),
      ...warnings.map((warning) => `  warning: ${warning}`),
    ].join("\n");
  });
  return printable(`${sections.join("\n\n")}\n`);
}

function rowOf({ submission, judgement }: VerifiedSubmission): string[] {
  const slowestMs = Math.max(0, ...judgement.testcases.map(({ cpuMs }) => cpuMs));
  const largest = Math.max(0, ...judgement.testcases.map(({ peakMemoryBytes }) => peakMemoryBytes));
  return [
    judgement.verdict,
    points(judgement.score),
    `${slowestMs.toFixed(0)} ms`,
    mebibytes(largest),
    submission.path,
  ];
}
