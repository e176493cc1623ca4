import type { Aggregation, Subtask } from "../../../domain/scoring-rule.ts";
import type { PackageFindings } from "../../package-reading.ts";
import { allFolders, type DataFolder, foldersOf, testcaseIdsOf } from "./data-tree.ts";
import { type Grading, passFailGrading } from "./grading.ts";
import type { PackageSettings } from "./problem-yaml.ts";
import { groupPlace, type TestGroupYaml } from "./test-group-yaml.ts";

export interface ModernGradingParts {
  readonly root: DataFolder;
  readonly groups: ReadonlyMap<string, TestGroupYaml>;
  readonly settings: PackageSettings;
}

const AGGREGATION = { "pass-fail": "all", sum: "sum", min: "min" } satisfies Record<string, Aggregation>;
const SCORING_KEYS = ["max_score", "score_aggregation"] as const;

/** How packages of 2025-09 are graded: `secret`, and its groups where it has any. */
export function modernGrading(parts: ModernGradingParts, findings: PackageFindings): Grading {
  reportGroupPlaces(parts, findings);
  reportMisplacedKeys(parts, findings);
  if (!parts.settings.isScoring) return passFailGrading(testcaseIdsOf(parts.root));
  const secret = foldersOf(parts.root).find(({ path }) => path === "secret");
  const yaml = parts.groups.get("secret");
  const maxOfSecret = yaml?.max_score ?? 100;
  const aggregation = AGGREGATION[yaml?.score_aggregation ?? "sum"];
  const folders = secret ? foldersOf(secret).filter(({ path }) => parts.groups.has(path)) : [];
  const subtasks = folders.map((folder) => subtaskOf(folder, parts));
  if (subtasks.length === 0 && secret)
    subtasks.push({ id: "secret", maxScore: maxOfSecret, testcaseIds: testcaseIdsOf(secret), aggregation });
  const required = yaml?.require_pass ?? [];
  const open = subtasks.map((subtask) => withRequired(subtask, required));
  reportScores(open, { maxOfSecret, aggregation }, findings);
  reportRequired(open, required, findings);
  return {
    scoring: { kind: "subtasks", aggregation: folders.length === 0 ? "sum" : aggregation, precision: undefined },
    subtasks: open,
    maxScore: folders.length === 0 ? maxOfSecret : Math.min(maxOfSecret, highestOf(open, aggregation)),
    maxPoints: new Map(open.flatMap(maxPointsOf)),
  };
}

function subtaskOf(folder: DataFolder, { groups }: ModernGradingParts): Subtask {
  const yaml = groups.get(folder.path);
  return {
    id: folder.path,
    maxScore: yaml?.max_score ?? Infinity,
    testcaseIds: testcaseIdsOf(folder),
    aggregation: AGGREGATION[yaml?.score_aggregation ?? "pass-fail"],
    ...(yaml && yaml.require_pass.length > 0 && { requires: yaml.require_pass }),
  };
}

/** What `secret` requires, all of its parts require. */
function withRequired(subtask: Subtask, required: readonly string[]): Subtask {
  if (required.length === 0) return subtask;
  return { ...subtask, requires: [...new Set([...required, ...(subtask.requires ?? [])])] };
}

function highestOf(subtasks: readonly Subtask[], aggregation: Aggregation): number {
  const scores = subtasks.map(({ maxScore }) => maxScore);
  if (aggregation === "min") return Math.min(...scores);
  // Where all must pass, the score of `secret` is what it says and no sum.
  return aggregation === "all" ? Infinity : scores.reduce((total, score) => total + score, 0);
}

function maxPointsOf({ testcaseIds, maxScore, aggregation }: Subtask): [id: string, points: number][] {
  if (aggregation === "all") return [];
  const points = aggregation === "sum" ? maxScore / testcaseIds.length : maxScore;
  return testcaseIds.map((id) => [id, points]);
}

/** Groups are directly in `secret`, and either everything in it is a group or nothing. */
function reportGroupPlaces({ root, groups }: ModernGradingParts, { errors, warnings }: PackageFindings): void {
  const secret = foldersOf(root).find(({ path }) => path === "secret");
  const inSecret = secret?.items ?? [];
  const hasGroups = inSecret.some((item) => typeof item !== "string" && groups.has(item.path));
  for (const item of hasGroups ? inSecret : []) {
    if (typeof item === "string")
      errors.push(`data/${item}.in: data/secret has test groups, so all of its testcases must be in groups`);
    else if (!groups.has(item.path))
      errors.push(`data/${item.path}: no test_group.yaml, though other folders have one`);
  }
  for (const { path } of allFolders(root)) {
    const depth = path.split("/").length;
    if (!groups.has(path)) continue;
    if (path === "")
      warnings.push("data/test_group.yaml: the format has none here; it is taken to hold for all below it");
    else if (depth > 2 || (depth === 2 && path.startsWith("sample/")))
      errors.push(`${groupPlace(path)}: test groups are only directly in data/secret`);
  }
}

function reportMisplacedKeys({ groups, settings }: ModernGradingParts, { errors }: PackageFindings): void {
  for (const [path, yaml] of groups) {
    const reason = settings.isScoring ? "not for data/sample" : "only for problems of type scoring";
    if (settings.isScoring && path !== "sample") continue;
    for (const key of SCORING_KEYS) if (yaml[key] !== undefined) errors.push(`${groupPlace(path)}: ${key}: ${reason}`);
    if (yaml.require_pass.length > 0) errors.push(`${groupPlace(path)}: require_pass: ${reason}`);
  }
}

function reportScores(
  subtasks: readonly Subtask[],
  { maxOfSecret, aggregation }: { readonly maxOfSecret: number; readonly aggregation: Aggregation },
  { errors, warnings }: PackageFindings,
): void {
  for (const { id, maxScore, aggregation: own } of subtasks) {
    if (own === "all" && maxScore === Infinity)
      errors.push(`${groupPlace(id)}: max_score: a group that is passed or not needs a number, got none or unbounded`);
    else if (id !== "secret" && maxScore === Infinity && maxOfSecret !== Infinity)
      errors.push(`${groupPlace(id)}: max_score: expected a number, as data/secret has at most ${maxOfSecret}`);
    if (aggregation === "all" && own !== "all")
      errors.push(`${groupPlace(id)}: score_aggregation: expected pass-fail, as data/secret has it`);
  }
  const highest = highestOf(subtasks, aggregation);
  if (maxOfSecret === Infinity || highest === Infinity || subtasks.some(({ id }) => id === "secret")) return;
  const sum = `${aggregation === "min" ? "the least of the groups' scores is" : "the groups' scores add up to"} ${highest}`;
  if (highest > maxOfSecret) errors.push(`${groupPlace("secret")}: max_score: ${maxOfSecret}, but ${sum}`);
  else if (highest < maxOfSecret)
    warnings.push(`${groupPlace("secret")}: max_score: ${maxOfSecret}, but ${sum}: nobody gets more`);
}

function reportRequired(subtasks: readonly Subtask[], ofSecret: readonly string[], { errors }: PackageFindings): void {
  for (const name of ofSecret)
    if (name !== "sample")
      errors.push(`${groupPlace("secret")}: require_pass: data/secret may only require sample, got "${name}"`);
  for (const { id, requires = [] } of subtasks) {
    for (const name of requires) {
      const expected = ofSecret.includes(name) || name === "sample" ? undefined : requiredBefore(name, id, subtasks);
      if (expected !== undefined) errors.push(`${groupPlace(id)}: require_pass: ${expected}`);
    }
  }
}

/** What is wrong with a group as one that another one requires. */
function requiredBefore(name: string, id: string, subtasks: readonly Subtask[]): string | undefined {
  const at = subtasks.findIndex((subtask) => subtask.id === name);
  if (at < 0) return `there is no test group "${name}"; expected sample or a name such as secret/1`;
  if (at >= subtasks.findIndex((subtask) => subtask.id === id)) return `${name} does not come before ${id}`;
  return subtasks[at]?.aggregation === "all" ? undefined : `${name} must have score_aggregation: pass-fail`;
}
