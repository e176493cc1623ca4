import type { Comparison } from "../../../domain/comparison.ts";
import { messageOf } from "../../../domain/errors.ts";
import type { Testcase } from "../../../domain/problem.ts";
import type { PackageProgram } from "../../../domain/program.ts";
import type { Checker, Task } from "../../../domain/task.ts";
import type { PackageFiles } from "../../package-files.ts";
import type { PackageFindings } from "../../package-reading.ts";
import { parseComparisonFlags } from "./comparison-flags.ts";
import type { TestcaseConfig } from "./grading.ts";
import { readOnlyProgram } from "./package-programs.ts";
import type { PackageSettings } from "./problem-yaml.ts";

/** Versions call it by its number, and packages made for one version are often used with another. */
const FOLDERS = ["output_validators", "output_validator"];

/** The package's own output validator; undefined where outputs are compared with the answers. */
export async function readOutputValidator(
  files: PackageFiles,
  settings: PackageSettings,
  findings: PackageFindings,
): Promise<PackageProgram | undefined> {
  const { errors, warnings } = findings;
  const folders = FOLDERS.filter((folder) => files.below(folder).length > 0);
  const [folder] = folders;
  const needed = needsProgram(settings);
  if (folder === undefined) {
    if (needed) errors.push(`output_validator/: missing: ${needed} by a program of the package`);
    return undefined;
  }
  if (folders.length > 1) errors.push("output_validators/ and output_validator/: expected one of them");
  if (settings.isValidatedByProgram === false) {
    errors.push(`${folder}/: holds a program, but problem.yaml has validation: default; expected custom`);
    return undefined;
  }
  const usual = settings.version.generation === "legacy" ? "output_validators" : "output_validator";
  if (folder !== usual)
    warnings.push(`${folder}/: called ${usual} in the format ${settings.version.name}; read all the same`);
  return readOnlyProgram(files, { folder, what: "output validator", constants: settings.constants }, findings);
}

export function taskOf(settings: PackageSettings, validator: PackageProgram | undefined, comparison: Comparison): Task {
  const checker: Checker = validator
    ? { kind: "program", protocol: "kattis", program: validator }
    : { kind: "default", comparison };
  const passes = settings.isMultiPass ? (settings.limits.validation_passes ?? 2) : 1;
  if (settings.isSubmitAnswer) return { kind: "answers", checker };
  if (settings.isInteractive && validator)
    return { kind: "interactive", interactor: { protocol: "kattis", program: validator }, passes };
  return { kind: "batch", checker, passes };
}

/** Gives every testcase what its output is checked with. */
export function withValidation(
  testcases: readonly Testcase[],
  configs: ReadonlyMap<string, TestcaseConfig>,
  isProgram: boolean,
  findings: PackageFindings,
): { readonly testcases: Testcase[]; readonly comparison: Comparison } {
  const argsOf = ({ id }: Testcase) => configs.get(id)?.outputValidatorArgs ?? [];
  if (isProgram) {
    const withArgs = testcases.map((testcase) => ({
      ...testcase,
      ...(argsOf(testcase).length > 0 && { checkerArgs: argsOf(testcase) }),
    }));
    return { testcases: withArgs, comparison: parseComparisonFlags([]) };
  }
  const known = new Map<string, Comparison>();
  for (const testcase of testcases) {
    const key = argsOf(testcase).join(" ");
    if (!known.has(key))
      known.set(key, comparisonOf(argsOf(testcase), configs.get(testcase.id)?.outputArgsPlace ?? "", findings));
  }
  const [comparison = parseComparisonFlags([])] = known.values();
  const withComparison = testcases.map((testcase) => {
    const own = known.get(argsOf(testcase).join(" "));
    return own && own !== comparison ? { ...testcase, comparison: own } : testcase;
  });
  return { testcases: withComparison, comparison };
}

function comparisonOf(args: readonly string[], place: string, { errors }: PackageFindings): Comparison {
  try {
    return parseComparisonFlags(args);
  } catch (error) {
    errors.push(`${place}: output validator arguments: ${messageOf(error)}`);
    return parseComparisonFlags([]);
  }
}

function needsProgram({ isInteractive, isMultiPass, isValidatedByProgram }: PackageSettings): string | undefined {
  if (isInteractive) return "interactive problems are judged";
  if (isMultiPass) return "multi-pass problems are judged";
  return isValidatedByProgram ? "validation: custom is done" : undefined;
}
