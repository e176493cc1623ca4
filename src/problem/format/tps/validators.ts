import type { Testcase } from "../../../domain/problem.ts";
import type { InputValidator } from "../../../domain/task.ts";
import type { PackageFiles } from "../../package-files.ts";
import type { PackageFindings } from "../../package-reading.ts";
import { readProgram } from "../../read-program.ts";
import { headersIn } from "../ioi/folder.ts";
import { orReported } from "../ioi/or-reported.ts";
import type { SubtasksJson } from "./subtasks-json.ts";
import { splitWords } from "./words.ts";

type ValidatorRuns = NonNullable<Testcase["validatorRuns"]>;

export interface Validation {
  readonly validators: readonly InputValidator[];
  /** For a testcase by the subtasks that it is in. */
  runsFor(subtaskIds: readonly string[]): ValidatorRuns;
}

/** Reads the validators that `subtasks.json` names, each a file of `validator/` with arguments. */
export async function readValidation(
  files: PackageFiles,
  json: SubtasksJson,
  findings: PackageFindings,
): Promise<Validation> {
  const { global_validators, subtask_sensitive_validators, subtasks } = json;
  const commandsFor = (subtaskIds: readonly string[]) => [
    ...global_validators,
    ...subtaskIds.flatMap((id) => [
      ...subtask_sensitive_validators.map((command) => command.replaceAll("{subtask}", id)),
      ...(subtasks[id]?.validators ?? []),
    ]),
  ];
  const validators: InputValidator[] = [];
  for (const path of new Set(commandsFor(Object.keys(subtasks)).map((command) => runOf(command).validator))) {
    const place = { path, beside: headersIn(files, "validator") };
    const program = await orReported(findings, () => readProgram(files, place, findings));
    if (program) validators.push({ ...program, protocol: "testlib" });
  }
  if (validators.length === 0) findings.warnings.push("subtasks.json: no validators: nobody checks the inputs");
  return { validators, runsFor: (subtaskIds) => [...new Set(commandsFor(subtaskIds))].map(runOf) };
}

function runOf(command: string): ValidatorRuns[number] {
  const [name = "", ...args] = splitWords(command) ?? [command];
  return { validator: `validator/${name}`, args };
}
