import { dirname } from "node:path/posix";
import { EMPTY_FILE, type Testcase, type ValidatorTrial } from "../../../domain/problem.ts";
import type { InputValidator } from "../../../domain/task.ts";
import type { PackageFiles } from "../../package-files.ts";
import type { PackageFindings } from "../../package-reading.ts";
import type { DataFolder } from "./data-tree.ts";
import type { TestcaseConfig } from "./grading.ts";
import { withValidation } from "./output-validation.ts";
import { isPackageName } from "./package-names.ts";
import type { PackageSettings } from "./problem-yaml.ts";
import { readTestcase } from "./read-testcases.ts";
import { readTestcaseConfig, readTestGroupYaml } from "./test-group-yaml.ts";

/** Data for testing validators, by the folder below `data/`; before the format had them, tools called them otherwise. */
const KINDS: ReadonlyMap<string, ValidatorTrial["kind"]> = new Map<string, ValidatorTrial["kind"]>([
  ["invalid_input", "invalid-input"],
  ["invalid_inputs", "invalid-input"],
  ["invalid_output", "invalid-output"],
  ["invalid_outputs", "invalid-output"],
  ["valid_output", "valid-output"],
  ["valid_outputs", "valid-output"],
]);

export interface TrialParts {
  readonly settings: PackageSettings;
  readonly inputValidators: readonly InputValidator[];
  /** Whether a program of the package judges the outputs. */
  readonly hasValidator: boolean;
}

export async function readValidatorTrials(
  files: PackageFiles,
  parts: TrialParts,
  findings: PackageFindings,
): Promise<ValidatorTrial[]> {
  const trials: ValidatorTrial[] = [];
  for (const [folder, kind] of KINDS) {
    const ids = idsBelow(files, folder);
    // There it is an addition of tools, which give it other arguments than the testcases'.
    if (ids.length > 0 && parts.settings.version.generation === "legacy")
      findings.warnings.push(`data/${folder}: not of the format ${parts.settings.version.name}; not run`);
    else if (ids.length > 0) trials.push(...(await readFolder(files, { ids, folder, kind }, parts, findings)));
  }
  return trials;
}

function idsBelow(files: PackageFiles, folder: string): string[] {
  const inputs = files.below(`data/${folder}`).filter((path) => path.endsWith(".in"));
  return inputs
    .filter((path) => path.split("/").every(isPackageName))
    .map((path) => path.slice("data/".length, -".in".length));
}

interface TrialFolder {
  readonly ids: readonly string[];
  readonly folder: string;
  readonly kind: ValidatorTrial["kind"];
}

async function readFolder(
  files: PackageFiles,
  { ids, folder, kind }: TrialFolder,
  { settings, inputValidators, hasValidator }: TrialParts,
  findings: PackageFindings,
): Promise<ValidatorTrial[]> {
  if (kind !== "invalid-input" && (settings.isInteractive || settings.isMultiPass)) {
    findings.warnings.push(`data/${folder}: not run: outputs cannot be handed in where the judge talks back`);
    return [];
  }
  const groups = await readTestGroupYaml(files, treeOf(folder, ids), settings, findings);
  const configs = new Map<string, TestcaseConfig>();
  const unchecked: Testcase[] = [];
  for (const id of ids) {
    const config = await readTestcaseConfig(files, { id, groups }, settings, findings);
    configs.set(id, config);
    const needed = kind === "invalid-input" ? [] : [`data/${id}.ans`, `data/${id}.out`];
    const missing = needed.filter((path) => !files.has(path));
    for (const path of missing) findings.errors.push(`data/${id}.in: its file ${path} is missing`);
    if (missing.length > 0) continue;
    const answer = files.has(`data/${id}.ans`) ? await files.data(`data/${id}.ans`) : EMPTY_FILE;
    unchecked.push(await readTestcase(files, { id, answer, config, inputValidators }, findings));
  }
  const { testcases, comparison } = withValidation(unchecked, configs, hasValidator, findings);
  const trials: ValidatorTrial[] = [];
  for (const own of testcases) {
    const testcase = { ...own, ...(!hasValidator && { comparison: own.comparison ?? comparison }) };
    if (kind === "invalid-input") trials.push({ kind, testcase });
    else trials.push({ kind, testcase, output: await files.data(`data/${own.id}.out`) });
  }
  return trials;
}

/** The folder with all below it that has testcases, for their `test_group.yaml`. */
function treeOf(folder: string, ids: readonly string[]): DataFolder {
  const below = new Set(ids.map((id) => dirname(id)).filter((path) => path !== folder));
  return { path: folder, items: [...below].map((path) => ({ path, items: [] })) };
}
