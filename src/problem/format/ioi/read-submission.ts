import { dirname } from "node:path/posix";
import { languageOfFile } from "../../../domain/language.ts";
import type { JurySubmission, Testcase } from "../../../domain/problem.ts";
import type { PackageFiles } from "../../package-files.ts";
import type { PackageFindings } from "../../package-reading.ts";
import { isAnswerFile, readAnswerSet } from "../../read-answer-set.ts";
import { readProgram } from "../../read-program.ts";
import { orReported } from "./or-reported.ts";

export interface SubmissionReading {
  /** Whether outputs can be handed in. */
  readonly takesAnswers: boolean;
  readonly testcases: readonly Pick<Testcase, "id" | "kind">[];
}

/**
 * Reads a file or folder as what is submitted: a program, or outputs where the task takes them. `unread` where it is in no
 * language that is judged here; undefined where it is wrong, which is in the findings then.
 */
export async function readSubmission(
  files: PackageFiles,
  path: string,
  { takesAnswers, testcases }: SubmissionReading,
  findings: PackageFindings,
): Promise<JurySubmission["content"] | "unread" | undefined> {
  const own = files.has(path) ? [path] : files.below(path);
  if (takesAnswers && own.some(isAnswerFile))
    return orReported(findings, () => readAnswerSet(files, path, testcases, findings.errors));
  if (!own.some((file) => languageOfFile(file))) return "unread";
  return orReported(findings, () => readProgram(files, { path }, findings));
}

/** The files and folders directly in a folder. */
export function entriesOf(files: PackageFiles, folder: string): string[] {
  const entries = files.below(folder).map((path) => {
    const [name = ""] = path.slice(folder.length + 1).split("/");
    return `${folder}/${name}`;
  });
  return [...new Set(entries)].filter((entry) => dirname(entry) === folder);
}
