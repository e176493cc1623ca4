import type { DataFile, NamedDataFile, Testcase } from "../../../domain/problem.ts";
import type { InputValidator } from "../../../domain/task.ts";
import type { PackageFiles } from "../../package-files.ts";
import type { PackageFindings } from "../../package-reading.ts";
import type { TestcaseConfig } from "./grading.ts";
import { validatorNames } from "./input-validators.ts";

export interface TestcaseParts {
  readonly ids: readonly string[];
  readonly configs: ReadonlyMap<string, TestcaseConfig>;
  readonly maxPoints: ReadonlyMap<string, number>;
  /** Whether a checker that may give points must do so. */
  readonly pointsRequired: boolean;
  readonly inputValidators: readonly InputValidator[];
  readonly isLegacy: boolean;
}

/** The testcases in the order in which they are judged; how their outputs are compared is added later. */
export async function readTestcases(
  files: PackageFiles,
  { ids, configs, maxPoints, pointsRequired, inputValidators, isLegacy }: TestcaseParts,
  findings: PackageFindings,
): Promise<Testcase[]> {
  const testcases: Testcase[] = [];
  for (const id of ids) {
    const points = maxPoints.get(id);
    const answer = await files.data(`data/${id}.ans`);
    testcases.push({
      ...(await readTestcase(files, { id, answer, config: configs.get(id), inputValidators }, findings)),
      ...(points !== undefined && { maxPoints: points }),
      ...(points !== undefined && !pointsRequired && { pointsRequired: false as const }),
    });
  }
  reportEmptySuite(files, testcases, isLegacy, findings);
  reportRepetitions(testcases, findings);
  return testcases;
}

export interface TestcaseReading {
  readonly id: string;
  readonly answer: DataFile;
  readonly config: TestcaseConfig | undefined;
  readonly inputValidators: readonly InputValidator[];
}

export async function readTestcase(
  files: PackageFiles,
  { id, answer, config, inputValidators }: TestcaseReading,
  findings: PackageFindings,
): Promise<Testcase> {
  const given = await readGivenFiles(files, id, findings);
  const args = config?.args ?? [];
  const validatorArgs = config && validatorArgsOf(config, inputValidators, findings);
  return {
    id,
    kind: id.startsWith("sample/") ? "sample" : "secret",
    input: await files.data(`data/${id}.in`),
    answer,
    ...(args.length > 0 && { args }),
    ...(given.length > 0 && { files: given }),
    ...(validatorArgs && { validatorArgs }),
  };
}

/** What lies in `NAME.files/`, for the working folder of the submission. */
async function readGivenFiles(files: PackageFiles, id: string, { errors }: PackageFindings): Promise<NamedDataFile[]> {
  const folder = `data/${id}.files`;
  const given: NamedDataFile[] = [];
  for (const path of files.below(folder)) {
    const name = path.slice(folder.length + 1);
    if (name.includes("/")) errors.push(`${path}: folders in ${folder}/ are not given to submissions here`);
    else given.push({ name, ...(await files.data(path)) });
  }
  return given;
}

/** The submission's own arguments come after those of the validator. */
function validatorArgsOf(
  { inputValidatorArgs, args, inputArgsPlace }: TestcaseConfig,
  validators: readonly InputValidator[],
  { warnings }: PackageFindings,
): Testcase["validatorArgs"] {
  if (isList(inputValidatorArgs)) {
    const all = [...inputValidatorArgs, ...args];
    return all.length > 0 ? all : undefined;
  }
  const byPath = new Map(validators.map(({ path }) => [path, args]));
  for (const [name, own] of inputValidatorArgs) {
    const named = validators.find(({ path }) => validatorNames(path).includes(name));
    if (named) byPath.set(named.path, [...own, ...args]);
    else pushOnce(warnings, `${inputArgsPlace}: arguments for the input validator ${name}, which is not run here`);
  }
  return byPath;
}

/** Old packages that only show something have samples alone. */
function reportEmptySuite(
  files: PackageFiles,
  testcases: readonly Testcase[],
  isLegacy: boolean,
  { errors, warnings }: PackageFindings,
): void {
  if (testcases.some(({ kind }) => kind === "secret")) return;
  const advice = files.has("generators/generators.yaml")
    ? ": run `bt generate` of BAPCtools in the package, which makes them as generators/generators.yaml says"
    : "";
  if (isLegacy && testcases.length > 0)
    warnings.push(`data/secret: no testcases: the samples are all there is${advice}`);
  else errors.push(`data/secret: no testcases: an empty test suite accepts everything${advice}`);
}

function reportRepetitions(testcases: readonly Testcase[], { warnings }: PackageFindings): void {
  const firstWithInput = new Map<string, string>();
  for (const { id, input, args = [], files = [] } of testcases) {
    const whole = JSON.stringify([input.sha256, args, files.map(({ name, sha256 }) => [name, sha256])]);
    const first = firstWithInput.get(whole);
    if (first === undefined) firstWithInput.set(whole, id);
    else warnings.push(`${id}: the same input as ${first}`);
  }
}

function isList<T>(value: readonly T[] | ReadonlyMap<string, readonly T[]>): value is readonly T[] {
  return Array.isArray(value);
}

function pushOnce(messages: string[], message: string): void {
  if (!messages.includes(message)) messages.push(message);
}
