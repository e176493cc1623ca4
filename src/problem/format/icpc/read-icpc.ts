import { basename } from "node:path";
import type { PackagedProblem } from "../../../domain/problem.ts";
import type { PackageProgram } from "../../../domain/program.ts";
import type { PackageFiles } from "../../package-files.ts";
import type { PackageFindings, PackageReading } from "../../package-reading.ts";
import { allFolders, type DataFolder, foldersAbove, readDataTree, testcaseIdsOf } from "./data-tree.ts";
import { type DomjudgeSettings, readDomjudgeIni } from "./domjudge-ini.ts";
import type { Grading, TestcaseConfig } from "./grading.ts";
import { readIncludes } from "./includes.ts";
import { readInputValidators } from "./input-validators.ts";
import { legacyGrading } from "./legacy-grading.ts";
import { problemLimits, readTimeLimit } from "./limits.ts";
import { modernGrading } from "./modern-grading.ts";
import { readText } from "./or-finding.ts";
import { readOutputValidator, taskOf, withValidation } from "./output-validation.ts";
import { reportNamesPassedOver } from "./package-names.ts";
import { readOnlyProgram } from "./package-programs.ts";
import { type PackageSettings, readSettings, wordsOf } from "./problem-yaml.ts";
import { readSampleInteractions, readStatement } from "./read-statement.ts";
import { readSubmissions } from "./read-submissions.ts";
import { readTestcases } from "./read-testcases.ts";
import { groupPlace, readTestcaseConfig, readTestGroupYaml } from "./test-group-yaml.ts";
import { readTestdataYaml, testcaseConfigOf } from "./testdata-yaml.ts";
import { readValidatorTrials } from "./validator-trials.ts";

export function isIcpcPackage(files: PackageFiles): boolean {
  return files.has("problem.yaml");
}

/** Reads a problem in any version of the ICPC/Kattis package format: https://www.kattis.com/problem-package-format/ */
export async function readIcpcPackage(files: PackageFiles): Promise<PackageReading> {
  const findings: PackageFindings = files.findings(isOfConcern);
  const settings = await readSettings(files, findings);
  // Without it nothing else can be told right from wrong.
  if (!settings) return { problem: undefined, ...findings };
  const problem = await readProblem(files, settings, findings);
  return { problem: findings.errors.length === 0 ? problem : undefined, ...findings };
}

/** A statement is looked for, and what generates, visualizes or documents is not read. */
function isOfConcern(path: string): boolean {
  return /^(data|graders|include|input(_format)?_validators|output_validators?|submissions)(\/|$)/.test(path);
}

async function readProblem(
  files: PackageFiles,
  told: PackageSettings,
  findings: PackageFindings,
): Promise<PackagedProblem> {
  reportNamesPassedOver(files, findings);
  reportStaticValidator(files, findings);
  const domjudge = await readDomjudgeIni(files, findings);
  const settings = withDomjudge(told, domjudge);
  const timeLimit = await readTimeLimit(files, settings.limits, domjudge, findings);
  const validator = await readOutputValidator(files, settings, findings);
  const inputValidators = await readInputValidators(files, settings.constants, findings);
  const data = await readData(files, settings, validator, findings);
  const { configs, grading, hasLegacyGroups, givesPoints, root } = data;
  const ids = testcaseIdsOf(root);
  const { maxPoints, scoring, subtasks, maxScore } = grading;
  // Where groups have an `accept_score`, it stands in for points that are not given.
  const pointsRequired = !hasLegacyGroups;
  const isLegacy = settings.version.generation === "legacy";
  const unchecked = await readTestcases(
    files,
    { ids, configs, maxPoints, pointsRequired, inputValidators, isLegacy },
    findings,
  );
  const { testcases, comparison } = withValidation(unchecked, configs, validator !== undefined, findings);
  const submissionParts = { settings, testcases, grading, hasLegacyGroups, givesPoints };
  const submissions = await readSubmissions(files, submissionParts, findings);
  const trialParts = { settings, inputValidators, hasValidator: validator !== undefined };
  const trials = await readValidatorTrials(files, trialParts, findings);
  const statement = await readStatement(files, settings, findings);
  const id = basename(files.folder);
  return {
    id,
    name: statement.name ?? domjudge.name ?? id,
    statement: statement.markdown,
    sampleInteractions: await readSampleInteractions(files, findings),
    limits: problemLimits(settings.limits),
    timeLimit,
    task: taskOf(settings, validator, comparison),
    support: await readIncludes(files, settings.constants, findings),
    ...{ maxScore, testcases, subtasks, scoring, submissions, inputValidators, trials },
    recipes: [],
    packageHash: await files.hash(),
  };
}

interface PackageData {
  readonly root: DataFolder;
  readonly configs: ReadonlyMap<string, TestcaseConfig>;
  readonly grading: Grading;
  readonly hasLegacyGroups: boolean;
  readonly givesPoints: boolean;
}

async function readData(
  files: PackageFiles,
  settings: PackageSettings,
  validator: PackageProgram | undefined,
  findings: PackageFindings,
): Promise<PackageData> {
  const root = readDataTree(files, findings);
  const ids = testcaseIdsOf(root);
  const hasLegacyGroups =
    settings.version.generation === "legacy" || (await hasTestdataYaml(files, root, settings, findings));
  const configs = new Map<string, TestcaseConfig>();
  if (hasLegacyGroups) {
    const folders = await readTestdataYaml(files, root, settings, findings);
    for (const id of ids) {
      const config = folders.get(foldersAbove(id).at(-1) ?? "");
      if (config) configs.set(id, testcaseConfigOf(config, settings));
    }
    const givesPoints = settings.givesPoints ?? validator !== undefined;
    const grader = await readGrader(files, settings, findings);
    const grading = legacyGrading({ root, configs: folders, settings, grader, givesPoints }, findings);
    return { root, configs, grading, hasLegacyGroups, givesPoints };
  }
  const groups = await readTestGroupYaml(files, root, settings, findings);
  for (const id of ids) configs.set(id, await readTestcaseConfig(files, { id, groups }, settings, findings));
  const grading = modernGrading({ root, groups, settings }, findings);
  return { root, configs, grading, hasLegacyGroups, givesPoints: settings.isScoring && validator !== undefined };
}

/** Packages of the drafts in between have the groups of the one generation and the problem.yaml of the other. */
async function hasTestdataYaml(
  files: PackageFiles,
  root: DataFolder,
  settings: PackageSettings,
  findings: PackageFindings,
): Promise<boolean> {
  const names = ["data", ...allFolders(root).map(({ path }) => `data/${path}`)].map(
    (folder) => `${folder}/testdata.yaml`,
  );
  const present: string[] = [];
  for (const path of new Set(names))
    if (files.has(path) && saysAnything((await readText(files, path, findings)) ?? "")) present.push(path);
  if (present.length === 0) return false;
  const hasTestGroupYaml = allFolders(root).some(({ path }) => files.has(groupPlace(path)));
  if (settings.version.name.startsWith("2023-07") && !hasTestGroupYaml) return true;
  for (const path of present)
    findings.errors.push(`${path}: the format ${settings.version.name} has test_group.yaml instead`);
  return false;
}

/** Some templates bring one with nothing but comments. */
function saysAnything(yaml: string): boolean {
  return yaml.split("\n").some((line) => /^\s*[^\s#]/.test(line));
}

async function readGrader(files: PackageFiles, { constants }: PackageSettings, findings: PackageFindings) {
  if (files.below("graders").length === 0) return undefined;
  return readOnlyProgram(files, { folder: "graders", what: "grader", constants }, findings);
}

function reportStaticValidator(files: PackageFiles, { errors }: PackageFindings): void {
  if (files.below("static_validator").length > 0) errors.push("static_validator/: static validators are not run here");
}

/** What DOMjudge keeps beside problem.yaml holds where that says nothing. */
function withDomjudge(settings: PackageSettings, { comparisonArgs }: DomjudgeSettings): PackageSettings {
  if (comparisonArgs === undefined || settings.validatorFlags.length > 0) return settings;
  return { ...settings, validatorFlags: wordsOf(comparisonArgs) };
}
