import { basename, extname } from "node:path/posix";
import type { InputValidator } from "../../../domain/task.ts";
import type { PackageFiles } from "../../package-files.ts";
import type { PackageFindings } from "../../package-reading.ts";
import type { Constants } from "./constants.ts";
import { listPrograms, readPlainProgram } from "./package-programs.ts";

/** Languages made for describing inputs. */
const DESCRIPTIONS = new Map([
  [".ctd", "Checktestdata"],
  [".viva", "VIVA"],
]);

export async function readInputValidators(
  files: PackageFiles,
  constants: Constants,
  findings: PackageFindings,
): Promise<InputValidator[]> {
  const validators: InputValidator[] = [];
  let hasAny = false;
  for (const folder of ["input_validators", "input_format_validators"]) {
    const { programs, headers, others } = listPrograms(files, folder);
    hasAny ||= programs.length > 0;
    for (const path of others) {
      const name = DESCRIPTIONS.get(extname(path));
      hasAny ||= name !== undefined;
      if (name) findings.warnings.push(`${path}: not run: there is no ${name} here`);
    }
    for (const path of programs) {
      const program = await readPlainProgram(files, { path, headers, constants }, findings);
      if (program) validators.push({ ...program, protocol: "kattis" });
    }
  }
  if (!hasAny) findings.warnings.push("input_validators/: no input validator, so inputs are not checked");
  return validators;
}

/** What a validator may be called where arguments are given to it. */
export function validatorNames(path: string): string[] {
  return [path, basename(path), basename(path, extname(path))];
}
