import type { Testcase } from "../../../domain/problem.ts";
import type { Subtask } from "../../../domain/scoring-rule.ts";
import type { InputValidator } from "../../../domain/task.ts";
import type { PackageFiles } from "../../package-files.ts";
import type { PackageFindings } from "../../package-reading.ts";
import { readProgram } from "../../read-program.ts";
import { filesIn, headersIn, isHeader } from "./folder.ts";
import { orReported } from "./or-reported.ts";
import { subtaskIdsByTestcase } from "./subtasks.ts";

const FOLDER = "validators";

/** CMS knows none: these are ours, and end as Kattis' do. Every file but headers is a program. */
export async function readInputValidators(files: PackageFiles, findings: PackageFindings): Promise<InputValidator[]> {
  const validators: InputValidator[] = [];
  for (const path of filesIn(files, FOLDER).filter((path) => !isHeader(path))) {
    const place = { path, beside: headersIn(files, FOLDER) };
    const program = await orReported(findings, () => readProgram(files, place, findings));
    if (program) validators.push({ ...program, protocol: "kattis" });
  }
  return validators;
}

/** Testcases, each with a run of every validator for every subtask that it is in, whose id is the argument. */
export function withValidatorRuns(
  testcases: readonly Testcase[],
  subtasks: readonly Subtask[],
  validators: readonly InputValidator[],
): readonly Testcase[] {
  if (validators.length === 0) return testcases;
  const subtaskIdsOf = subtaskIdsByTestcase(new Map(subtasks.map(({ id, testcaseIds }) => [id, testcaseIds])));
  return testcases.map((testcase) => ({
    ...testcase,
    validatorRuns: validators.flatMap(({ path }) =>
      (subtaskIdsOf.get(testcase.id) ?? []).map((id) => ({ validator: path, args: [id] })),
    ),
  }));
}
