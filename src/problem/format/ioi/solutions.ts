import { basename } from "node:path/posix";
import type { JurySubmission } from "../../../domain/problem.ts";
import type { PackageFiles } from "../../package-files.ts";
import type { PackageFindings } from "../../package-reading.ts";
import { expectedInFolder, type ScoredProblem } from "./folder-expectations.ts";
import { entriesOf, readSubmission, type SubmissionReading } from "./read-submission.ts";
import { isFullVerdict, isJuryVerdict, JURY_VERDICTS } from "./verdicts.ts";

export type SolutionsReading = ScoredProblem & SubmissionReading;

/** Reads `solutions/<verdict>/*`. */
export async function readSolutions(
  files: PackageFiles,
  problem: SolutionsReading,
  findings: PackageFindings,
): Promise<JurySubmission[]> {
  const submissions: JurySubmission[] = [];
  const unread: string[] = [];
  let isSolved = false;
  for (const folder of entriesOf(files, "solutions")) {
    const verdict = basename(folder);
    if (files.has(folder) || !isJuryVerdict(verdict)) {
      findings.warnings.push(`${folder}: passed over: expected folders ${JURY_VERDICTS.join(", ")}`);
      continue;
    }
    for (const path of entriesOf(files, folder)) {
      const content = await readSubmission(files, path, problem, findings);
      if (content === "unread") unread.push(path);
      if (content === undefined || content === "unread") continue;
      submissions.push({ path, content, ...expectedInFolder(verdict, basename(path), problem) });
      isSolved ||= isFullVerdict(verdict);
    }
  }
  reportSolutions({ isSolved, hasModelSolution: files.below("solutions/model_solution").length > 0, unread }, findings);
  return submissions;
}

function reportSolutions(
  found: { readonly isSolved: boolean; readonly hasModelSolution: boolean; readonly unread: readonly string[] },
  { errors, warnings }: PackageFindings,
): void {
  if (!found.isSolved)
    errors.push("solutions/model_solution, solutions/correct: no solution in a language that is judged here");
  else if (!found.hasModelSolution) warnings.push("solutions/model_solution: no model solution");
  if (found.unread.length > 0) warnings.push(`not judged, as their languages are not: ${found.unread.join(", ")}`);
}
