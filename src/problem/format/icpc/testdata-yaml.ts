import { z } from "zod";
import type { PackageFiles } from "../../package-files.ts";
import type { PackageFindings } from "../../package-reading.ts";
import { allFolders, type DataFolder, foldersAbove } from "./data-tree.ts";
import type { TestcaseConfig } from "./grading.ts";
import { type PackageSettings, wordsOf } from "./problem-yaml.ts";
import { reportUnknownKeys } from "./unknown-keys.ts";
import { readYamlWithConstants } from "./yaml-file.ts";

const flags = z.string().nullish();
const namedFlags = z.union([z.string(), z.strictObject({ name: z.string(), flags: z.string() })]).nullish();

/** Keys that are not there are taken from the folder above. */
const testdataYaml = z.looseObject({
  on_reject: z.enum(["break", "continue"]).optional(),
  grading: z.enum(["default", "custom"]).optional(),
  grader_flags: flags,
  input_validator_flags: namedFlags,
  output_validator_flags: namedFlags,
  accept_score: z.coerce.number().optional(),
  reject_score: z.coerce.number().optional(),
  range: z.coerce.string().optional(),
});

/** `testdata.yaml` of a folder of the legacy format, with what it inherits. */
export interface TestdataConfig extends z.infer<typeof testdataYaml> {
  /** The nearest file, or where one could be. */
  readonly place: string;
}

export async function readTestdataYaml(
  files: PackageFiles,
  root: DataFolder,
  settings: PackageSettings,
  findings: PackageFindings,
): Promise<ReadonlyMap<string, TestdataConfig>> {
  const configs = new Map<string, TestdataConfig>();
  for (const { path } of allFolders(root)) {
    const place = ["data", path, "testdata.yaml"].filter((part) => part !== "").join("/");
    const above = configs.get(foldersAbove(path).at(-1) ?? "");
    const yaml = files.has(place)
      ? await readYamlWithConstants(files, { path: place, constants: settings.constants }, testdataYaml, findings)
      : undefined;
    if (yaml) {
      reportUnknownKeys(yaml, testdataYaml, { place: `${place}: `, version: settings.version }, findings);
      reportPointsWithoutScoring(yaml, place, settings, findings);
    }
    configs.set(path, {
      ...(path !== "" && above),
      ...yaml,
      ...oldGradingOf(settings),
      place: yaml || path === "" ? place : (above?.place ?? place),
    });
  }
  return configs;
}

export function testcaseConfigOf(config: TestdataConfig, settings: PackageSettings): TestcaseConfig {
  const { input_validator_flags: input, output_validator_flags: output } = config;
  return {
    args: [],
    inputValidatorArgs:
      typeof input === "object" && input ? new Map([[input.name, wordsOf(input.flags)]]) : wordsOf(input ?? ""),
    outputValidatorArgs: [
      ...settings.validatorFlags,
      ...wordsOf((typeof output === "object" ? output?.flags : output) ?? ""),
    ],
    outputArgsPlace: config.place,
    inputArgsPlace: config.place,
  };
}

/** What stood in problem.yaml before there was testdata.yaml holds for every group. */
function oldGradingOf({ oldGrading }: PackageSettings): Partial<TestdataConfig> {
  const { accept_score, reject_score, range, on_reject } = oldGrading;
  return {
    ...(accept_score !== undefined && { accept_score }),
    ...(reject_score !== undefined && { reject_score }),
    ...(range !== undefined && { range }),
    ...(on_reject === "first_error" && { on_reject: "break" as const }),
    ...(on_reject === "grade" && { on_reject: "continue" as const }),
  };
}

function reportPointsWithoutScoring(
  yaml: z.infer<typeof testdataYaml>,
  place: string,
  { isScoring }: PackageSettings,
  { warnings }: PackageFindings,
): void {
  if (isScoring) return;
  for (const key of ["accept_score", "reject_score", "range"] as const)
    if (yaml[key] !== undefined) warnings.push(`${place}: ${key}: only for problems of type scoring; passed over`);
}
