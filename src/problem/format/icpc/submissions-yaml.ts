import { z } from "zod";
import { messageOf } from "../../../domain/errors.ts";
import type { PackageFiles } from "../../package-files.ts";
import type { PackageFindings } from "../../package-reading.ts";
import { readYaml } from "../../read-yaml.ts";
import { compileGlob } from "./glob.ts";

export const SUBMISSIONS_YAML = "submissions/submissions.yaml";

const anything = z.unknown().optional();

const verdicts = z.array(z.enum(["AC", "WA", "TLE", "RTE"])).min(1);

const requirement = z.looseObject({
  permitted: verdicts.optional(),
  required: verdicts.optional(),
  score: z
    .union([z.number().transform((score) => [score, score] as const), z.tuple([z.number(), z.number()])])
    .optional(),
  message: z.string().optional(),
  use_for_time_limit: z.union([z.boolean(), z.enum(["lower", "upper"])]).optional(),
});

const entryYaml = requirement.extend({
  language: z.string().optional(),
  entrypoint: z.string().optional(),
  authors: anything,
  model_solution: anything,
});

type RequirementYaml = z.infer<typeof requirement>;
export type Requirement = { readonly [Key in keyof typeof requirement.shape]?: RequirementYaml[Key] | undefined };
export type SpecVerdict = z.infer<typeof verdicts>[number];

/** What submissions.yaml says about the submissions that a pattern matches. */
export interface SubmissionEntry {
  readonly pattern: string;
  readonly matches: (path: string) => boolean;
  readonly language: string | undefined;
  readonly entrypoint: string | undefined;
  readonly requirement: Requirement;
  /** For the testcases and groups that a pattern of its own matches. */
  readonly parts: readonly {
    readonly pattern: string;
    readonly matches: (path: string) => boolean;
    readonly requirement: Requirement;
  }[];
}

export async function readSubmissionsYaml(files: PackageFiles, findings: PackageFindings): Promise<SubmissionEntry[]> {
  if (!files.has(SUBMISSIONS_YAML)) return [];
  const patterns = z.record(z.string(), entryYaml.nullable());
  const yaml = (await readYaml(files, SUBMISSIONS_YAML, patterns, findings)) ?? {};
  return Object.entries(yaml).flatMap(([pattern, entry]) => readEntry(pattern, entry ?? {}, findings) ?? []);
}

function readEntry(
  pattern: string,
  entry: Partial<z.infer<typeof entryYaml>>,
  findings: PackageFindings,
): SubmissionEntry | undefined {
  const matches = globOf(pattern, pattern, findings);
  if (!matches) return undefined;
  const parts: SubmissionEntry["parts"][number][] = [];
  for (const [key, value] of Object.entries(entry)) {
    if (Object.hasOwn(entryYaml.shape, key)) continue;
    const place = `${pattern}: ${key}`;
    const part = readPart(place, value, findings);
    const matchesPart = part && globOf(key, place, findings);
    if (part && matchesPart) parts.push({ pattern: key, matches: matchesPart, requirement: part });
  }
  const { language, entrypoint, permitted, required, score, message, use_for_time_limit } = entry;
  return {
    pattern,
    matches,
    parts,
    language,
    entrypoint,
    requirement: { permitted, required, score, message, use_for_time_limit },
  };
}

function readPart(place: string, value: unknown, { errors }: PackageFindings): Requirement | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    errors.push(`${SUBMISSIONS_YAML}: ${place}: neither a key of the format nor a map for testcases of this name`);
    return undefined;
  }
  const parsed = requirement.strict().safeParse(value);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues)
    errors.push(`${SUBMISSIONS_YAML}: ${[place, ...issue.path].join(".")}: ${issue.message}`);
  return undefined;
}

function globOf(pattern: string, place: string, { errors }: PackageFindings) {
  try {
    return compileGlob(pattern);
  } catch (error) {
    errors.push(`${SUBMISSIONS_YAML}: ${place}: ${messageOf(error)}`);
    return undefined;
  }
}
