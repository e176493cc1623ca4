import { z } from "zod";
import type { PackageFiles } from "../../package-files.ts";
import type { PackageFindings } from "../../package-reading.ts";
import { allFolders, type DataFolder, foldersAbove } from "./data-tree.ts";
import type { TestcaseConfig } from "./grading.ts";
import { type PackageSettings, wordsOf } from "./problem-yaml.ts";
import { reportUnknownKeys } from "./unknown-keys.ts";
import { readYamlWithConstants } from "./yaml-file.ts";

const anything = z.unknown().optional();

/** Drafts had a text of several words. */
const args = z.union([z.array(z.coerce.string()), z.string().transform(wordsOf)]).optional();
const argsByName = z.union([args, z.record(z.string(), z.array(z.coerce.string()))]).optional();

const PER_TESTCASE = {
  ...{ args, input_validator_args: argsByName, output_validator_args: args },
  ...{ input_visualizer_args: anything, output_visualizer_args: anything, full_feedback: anything },
};

const testcaseYaml = z.looseObject({ ...PER_TESTCASE, hint: anything, description: anything });

const testGroupYaml = z.looseObject({
  ...PER_TESTCASE,
  max_score: z.union([z.int().min(0), z.literal("unbounded").transform(() => Infinity)]).optional(),
  score_aggregation: z.enum(["pass-fail", "sum", "min"]).optional(),
  require_pass: z.union([z.string().transform((name) => [name]), z.array(z.string())]).default([]),
  static_validation_score: anything,
  static_validator_args: anything,
});

export type TestGroupYaml = z.infer<typeof testGroupYaml>;
type PerTestcase = Pick<z.infer<typeof testcaseYaml>, "args" | "input_validator_args" | "output_validator_args">;

/** `test_group.yaml` by the folder that it is in. */
export async function readTestGroupYaml(
  files: PackageFiles,
  root: DataFolder,
  settings: PackageSettings,
  findings: PackageFindings,
): Promise<ReadonlyMap<string, TestGroupYaml>> {
  const groups = new Map<string, TestGroupYaml>();
  for (const { path } of allFolders(root)) {
    const place = groupPlace(path);
    if (!files.has(place)) continue;
    const yaml = await readYamlWithConstants(
      files,
      { path: place, constants: settings.constants },
      testGroupYaml,
      findings,
    );
    if (!yaml) continue;
    reportUnknownKeys(yaml, testGroupYaml, { place: `${place}: `, version: settings.version }, findings);
    for (const key of ["static_validation_score", "static_validator_args"] as const)
      if (yaml[key] !== undefined) findings.errors.push(`${place}: ${key}: static validators are not run here`);
    groups.set(path, yaml);
  }
  return groups;
}

/** What a testcase's own file says, else the nearest folder's that says anything, key by key. */
export async function readTestcaseConfig(
  files: PackageFiles,
  { id, groups }: { readonly id: string; readonly groups: ReadonlyMap<string, TestGroupYaml> },
  settings: PackageSettings,
  findings: PackageFindings,
): Promise<TestcaseConfig> {
  const path = `data/${id}.yaml`;
  const own = files.has(path)
    ? await readYamlWithConstants(files, { path, constants: settings.constants }, testcaseYaml, findings)
    : undefined;
  if (own) reportUnknownKeys(own, testcaseYaml, { place: `${path}: `, version: settings.version }, findings);
  const above = foldersAbove(id).reverse();
  const levels: { place: string; yaml: PerTestcase | undefined }[] = [
    { place: path, yaml: own },
    ...above.map((folder) => ({ place: groupPlace(folder), yaml: groups.get(folder) })),
  ];
  const nearest = <Key extends keyof PerTestcase>(key: Key) => levels.find(({ yaml }) => yaml?.[key] !== undefined);
  const outputArgs = nearest("output_validator_args");
  const inputArgs = nearest("input_validator_args");
  const words = inputArgs?.yaml?.input_validator_args ?? [];
  return {
    args: nearest("args")?.yaml?.args ?? [],
    outputValidatorArgs: outputArgs?.yaml?.output_validator_args ?? [],
    inputValidatorArgs: Array.isArray(words) ? words : new Map(Object.entries(words)),
    outputArgsPlace: outputArgs?.place ?? path,
    inputArgsPlace: inputArgs?.place ?? path,
  };
}

export function groupPlace(folder: string): string {
  return ["data", folder, "test_group.yaml"].filter((part) => part !== "").join("/");
}
