import { z } from "zod";
import type { PackageFiles } from "../../package-files.ts";
import type { PackageFindings } from "../../package-reading.ts";
import { parseYaml } from "../../read-yaml.ts";
import { type Constants, readConstants } from "./constants.ts";
import { type FormatVersion, formatVersion, VERSION_NAMES } from "./format-version.ts";
import { legacyLimitsYaml, modernLimitsYaml, type PackageLimits } from "./limits.ts";
import { readText } from "./or-finding.ts";
import { reportUnknownKeys } from "./unknown-keys.ts";

/** `problem.yaml` of every version, in one shape. */
export interface PackageSettings {
  readonly version: FormatVersion;
  /** By language; what has none is English. */
  readonly names: ReadonlyMap<string, string>;
  readonly isScoring: boolean;
  readonly isInteractive: boolean;
  readonly isMultiPass: boolean;
  readonly isSubmitAnswer: boolean;
  readonly limits: PackageLimits;
  /** Whether there must be an output validator of its own; undefined where its folder says it. */
  readonly isValidatedByProgram: boolean | undefined;
  readonly validatorFlags: readonly string[];
  /** Whether the output validator may give points for a testcase; undefined where its group says it. */
  readonly givesPoints: boolean | undefined;
  readonly objective: "max" | "min";
  /** What stood in problem.yaml before there was testdata.yaml; it goes before that. */
  readonly oldGrading: z.infer<typeof oldGradingYaml>;
  readonly constants: Constants;
}

const anything = z.unknown().optional();

const oldGradingYaml = z.looseObject({
  objective: z.enum(["max", "min"]).default("max"),
  show_test_data_groups: anything,
  accept_score: z.number().optional(),
  reject_score: z.number().optional(),
  range: z.string().optional(),
  on_reject: z.enum(["first_error", "worst_error", "grade"]).optional(),
});

/** Keys that nothing here depends on. */
const OF_NO_CONCERN = {
  ...{ uuid: anything, version: anything, credits: anything, source: anything, license: anything },
  ...{ rights_owner: anything, embargo_until: anything, keywords: anything },
};

const legacyYaml = z.looseObject({
  ...OF_NO_CONCERN,
  ...{ author: anything, source_url: anything },
  problem_format_version: anything,
  type: z.enum(["pass-fail", "scoring"]).default("pass-fail"),
  name: z.union([z.string(), z.record(z.string(), z.string())]).nullish(),
  limits: legacyLimitsYaml.nullish(),
  validation: z.string().default("default"),
  validator_flags: z.string().nullish(),
  grading: oldGradingYaml.nullish(),
});

const modernYaml = z.looseObject({
  ...OF_NO_CONCERN,
  problem_format_version: anything,
  type: z.union([z.string(), z.array(z.string()).min(1)]).default("pass-fail"),
  name: z.union([z.string(), z.record(z.string(), z.string())]),
  limits: modernLimitsYaml.nullish(),
  languages: z.union([z.string(), z.array(z.string()).min(1)]).default("all"),
  allow_file_writing: z.boolean().default(false),
  /** Read from the text, see there. */
  constants: anything,
});

const TYPES = ["pass-fail", "scoring", "multi-pass", "interactive", "submit-answer"];
const EXCLUSIVE_TYPES = [
  ["pass-fail", "scoring"],
  ["submit-answer", "multi-pass"],
  ["submit-answer", "interactive"],
] as const;

export async function readSettings(
  files: PackageFiles,
  findings: PackageFindings,
): Promise<PackageSettings | undefined> {
  const text = await readText(files, "problem.yaml", findings);
  if (text === undefined) return undefined;
  const head = parseYaml(
    text,
    "problem.yaml",
    z.looseObject({ problem_format_version: z.string().nullish() }),
    findings,
  );
  if (!head) return undefined;
  const name = head.problem_format_version ?? "legacy";
  const version = formatVersion(name);
  if (!version) {
    findings.errors.push(`problem.yaml: problem_format_version: expected ${VERSION_NAMES.join(", ")}, got "${name}"`);
    return undefined;
  }
  return version.generation === "legacy"
    ? legacySettings(text, version, findings)
    : modernSettings(text, version, findings);
}

function legacySettings(text: string, version: FormatVersion, findings: PackageFindings): PackageSettings | undefined {
  const yaml = parseYaml(text, "problem.yaml", legacyYaml, findings);
  if (!yaml) return undefined;
  const limits = yaml.limits ?? legacyLimitsYaml.parse({});
  const grading = yaml.grading ?? oldGradingYaml.parse({});
  reportUnknownKeys(yaml, legacyYaml, { place: "problem.yaml: ", version }, findings);
  reportUnknownKeys(limits, legacyLimitsYaml, { place: "problem.yaml: limits.", version }, findings);
  const [kind, ...how] = wordsOf(yaml.validation);
  if (kind !== "default" && kind !== "custom")
    findings.errors.push(`problem.yaml: validation: expected default or custom, got "${yaml.validation}"`);
  for (const word of how) {
    if (kind !== "custom" || !["score", "interactive", "multi-pass"].includes(word))
      findings.errors.push(`problem.yaml: validation: ${word}: expected score or interactive after custom`);
    else if (word === "multi-pass")
      findings.warnings.push(
        `problem.yaml: validation: multi-pass: not of the format ${version.name}; read as DOMjudge does`,
      );
  }
  const isScoring = yaml.type === "scoring";
  const givesPoints = how.includes("score");
  if (givesPoints && !isScoring)
    findings.errors.push("problem.yaml: validation: score: only for problems of type scoring");
  return {
    ...{ version, isScoring, givesPoints },
    limits: { ...limits, acToTimeLimit: limits.time_multiplier, timeLimitToTle: limits.time_safety_margin },
    names: namesOf(yaml.name ?? {}),
    isInteractive: how.includes("interactive"),
    isMultiPass: how.includes("multi-pass"),
    isSubmitAnswer: false,
    isValidatedByProgram: kind === "custom",
    validatorFlags: wordsOf(yaml.validator_flags ?? ""),
    objective: grading.objective,
    oldGrading: grading,
    constants: new Map(),
  };
}

function modernSettings(text: string, version: FormatVersion, findings: PackageFindings): PackageSettings | undefined {
  const { errors, warnings } = findings;
  const yaml = parseYaml(text, "problem.yaml", modernYaml, findings);
  if (!yaml) return undefined;
  const constants = readConstants(text, findings);
  const limits = yaml.limits ?? modernLimitsYaml.parse({});
  const multipliers = limits.time_multipliers;
  reportUnknownKeys(yaml, modernYaml, { place: "problem.yaml: ", version }, findings);
  reportUnknownKeys(limits, modernLimitsYaml, { place: "problem.yaml: limits.", version }, findings);
  if (yaml.allow_file_writing)
    errors.push("problem.yaml: allow_file_writing: true: submissions that write files are not judged here");
  if (yaml.languages !== "all")
    warnings.push(
      `problem.yaml: languages: ${[yaml.languages].flat().join(", ")}: others are judged here all the same`,
    );
  const types = [yaml.type].flat().flatMap(wordsOf);
  for (const type of types)
    if (!TYPES.includes(type)) errors.push(`problem.yaml: type: expected ${TYPES.join(", ")}, got "${type}"`);
  for (const [one, other] of EXCLUSIVE_TYPES)
    if (types.includes(one) && types.includes(other))
      errors.push(`problem.yaml: type: a problem is not both ${one} and ${other}`);
  const isMultiPass = types.includes("multi-pass");
  if (limits.validation_passes !== undefined && !isMultiPass)
    errors.push("problem.yaml: limits.validation_passes: only for problems of type multi-pass");
  return {
    ...{ version, isMultiPass, constants },
    limits: { ...limits, acToTimeLimit: multipliers.ac_to_time_limit, timeLimitToTle: multipliers.time_limit_to_tle },
    names: namesOf(yaml.name),
    isScoring: types.includes("scoring"),
    isInteractive: types.includes("interactive"),
    isSubmitAnswer: types.includes("submit-answer"),
    isValidatedByProgram: undefined,
    validatorFlags: [],
    givesPoints: undefined,
    objective: "max",
    oldGrading: oldGradingYaml.parse({}),
  };
}

export function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== "");
}

function namesOf(name: string | Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(typeof name === "string" ? [["en", name]] : Object.entries(name));
}
