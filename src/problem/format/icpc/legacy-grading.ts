import type { PackageProgram } from "../../../domain/program.ts";
import type { Subtask, TestGroup } from "../../../domain/scoring-rule.ts";
import type { PackageFindings } from "../../package-reading.ts";
import { type DataFolder, foldersOf, testcaseIdsOf } from "./data-tree.ts";
import { type Grading, PASS_FAIL_SCORE, passFailGrading } from "./grading.ts";
import { type PackageSettings, wordsOf } from "./problem-yaml.ts";
import type { TestdataConfig } from "./testdata-yaml.ts";

export interface LegacyGradingParts {
  readonly root: DataFolder;
  readonly configs: ReadonlyMap<string, TestdataConfig>;
  readonly settings: PackageSettings;
  readonly grader: PackageProgram | undefined;
  /** Whether the output validator may give points. */
  readonly givesPoints: boolean;
}

/** How legacy packages are graded: every folder by its flags, the sample too. */
export function legacyGrading(parts: LegacyGradingParts, findings: PackageFindings): Grading {
  const { settings, root, givesPoints } = parts;
  const testcaseIds = testcaseIdsOf(root);
  const tree = buildGroup(root, parts, findings);
  reportIgnoredSamples(tree, findings);
  if (!settings.isScoring) return isPlain(tree) ? passFailGrading(testcaseIds) : passFailTree(tree, testcaseIds);
  const maxScore = highestScore(tree, parts);
  reportRanges(tree, parts, findings);
  return {
    scoring: { kind: "groups", root: tree, objective: settings.objective },
    subtasks: subtasksOf(tree, root, parts),
    maxScore,
    maxPoints: new Map(givesPoints ? testcaseIds.map((id) => [id, Infinity]) : []),
  };
}

function buildGroup(folder: DataFolder, parts: LegacyGradingParts, findings: PackageFindings): TestGroup {
  const config = parts.configs.get(folder.path);
  const place = config?.place ?? "data/testdata.yaml";
  const words = wordsOf(config?.grader_flags ?? "");
  const isCustom = config?.grading === "custom";
  if (isCustom && !parts.grader)
    findings.errors.push(`${place}: grading: custom: there is no program in graders/ to grade with`);
  return {
    id: folder.path,
    items: folder.items.map((item) => (typeof item === "string" ? item : buildGroup(item, parts, findings))),
    onReject: config?.on_reject ?? "break",
    ...graderFlags(isCustom ? [] : words, place, findings),
    acceptScore: config?.accept_score ?? 1,
    rejectScore: config?.reject_score ?? 0,
    range: parseRange(config?.range, place, findings),
    grader: isCustom && parts.grader ? { program: parts.grader, flags: words } : undefined,
  };
}

type GraderModes = Pick<TestGroup, "verdictMode" | "scoreMode" | "ignoresSample" | "acceptsIfAnyAccepted">;

/** The last of several modes counts. */
function graderFlags(words: readonly string[], place: string, { errors }: PackageFindings): GraderModes {
  let verdictMode: TestGroup["verdictMode"] = "worst-error";
  let scoreMode: TestGroup["scoreMode"] = "sum";
  for (const word of words) {
    if (word === "sum" || word === "avg" || word === "min" || word === "max") scoreMode = word;
    else if (word === "worst_error" || word === "no_errors") verdictMode = "worst-error";
    else if (word === "first_error") verdictMode = "first-error";
    else if (word === "always_accept") verdictMode = "always-accept";
    else if (word !== "ignore_sample" && word !== "accept_if_any_accepted")
      errors.push(`${place}: grader_flags: the default grader has no flag "${word}"`);
  }
  return {
    ...{ verdictMode, scoreMode },
    ignoresSample: words.includes("ignore_sample"),
    acceptsIfAnyAccepted: words.includes("accept_if_any_accepted"),
  };
}

function parseRange(text: string | undefined, place: string, { errors }: PackageFindings): TestGroup["range"] {
  const numbers = wordsOf(text ?? "-inf +inf").map((word) =>
    Number(word.replace(/^([+-]?)inf(inity)?$/i, "$1Infinity")),
  );
  const [lowest, highest] = numbers;
  if (numbers.length === 2 && lowest !== undefined && highest !== undefined && lowest <= highest)
    return [lowest, highest];
  errors.push(`${place}: range: expected two numbers, the lowest and the highest score, got "${text}"`);
  return [-Infinity, Infinity];
}

/** A group that breaks off at its first rejected part, as all of a plain pass-fail problem do. */
function isPlain({ onReject, verdictMode, ignoresSample, acceptsIfAnyAccepted, grader, items }: TestGroup): boolean {
  if (onReject !== "break" || verdictMode === "always-accept" || ignoresSample || acceptsIfAnyAccepted || grader)
    return false;
  return items.every((item) => typeof item === "string" || isPlain(item));
}

/** What is accepted has all the points, so that its verdict alone decides. */
function passFailTree(tree: TestGroup, testcaseIds: readonly string[]): Grading {
  const points = { acceptScore: PASS_FAIL_SCORE, rejectScore: PASS_FAIL_SCORE, scoreMode: "max" } as const;
  const withPoints = (group: TestGroup): TestGroup => ({
    ...group,
    ...points,
    range: [0, PASS_FAIL_SCORE],
    items: group.items.map((item) => (typeof item === "string" ? item : withPoints(item))),
  });
  return {
    scoring: { kind: "groups", root: withPoints(tree), objective: "max" },
    subtasks: [{ id: "secret", maxScore: PASS_FAIL_SCORE, testcaseIds }],
    maxScore: PASS_FAIL_SCORE,
    maxPoints: new Map(),
  };
}

/** The parts of `secret`, or all of it where it has testcases of its own. */
function subtasksOf(tree: TestGroup, root: DataFolder, parts: LegacyGradingParts): Subtask[] {
  const secret = foldersOf(root).find(({ path }) => path === "secret");
  if (!secret) return [];
  const groups = foldersOf(secret);
  const shown = groups.length === secret.items.length ? groups : [secret];
  return shown.flatMap((folder) => {
    const group = findGroup(tree, folder.path);
    return group ? [{ id: folder.path, maxScore: highestScore(group, parts), testcaseIds: testcaseIdsOf(folder) }] : [];
  });
}

function findGroup(group: TestGroup, id: string): TestGroup | undefined {
  if (group.id === id) return group;
  return group.items.flatMap((item) => (typeof item === "string" ? [] : (findGroup(item, id) ?? [])))[0];
}

function highestScore(group: TestGroup, { settings, givesPoints }: LegacyGradingParts): number {
  if (settings.objective === "min") return Infinity;
  return (givesPoints ? undefined : scoreWhenAccepted(group)) ?? group.range[1];
}

/** Undefined where a grader of its own decides. */
function scoreWhenAccepted(group: TestGroup): number | undefined {
  if (group.grader) return undefined;
  const scores: number[] = [];
  for (const item of group.ignoresSample ? group.items.slice(-1) : group.items) {
    const score = typeof item === "string" ? group.acceptScore : scoreWhenAccepted(item);
    if (score === undefined) return undefined;
    scores.push(score);
  }
  const sum = scores.reduce((total, score) => total + score, 0);
  if (group.scoreMode === "sum") return sum;
  if (group.scoreMode === "avg") return sum / scores.length;
  return group.scoreMode === "min" ? Math.min(...scores) : Math.max(...scores);
}

/** Scores that do not add up. */
function reportRanges(group: TestGroup, parts: LegacyGradingParts, findings: PackageFindings): void {
  const score = parts.givesPoints ? undefined : scoreWhenAccepted(group);
  const [lowest, highest] = group.range;
  const place = parts.configs.get(group.id)?.place ?? "data/testdata.yaml";
  const name = `data/${group.id}`.replace(/\/$/, "");
  if (score !== undefined && (score < lowest - 1e-9 || score > highest + 1e-9))
    findings.errors.push(`${place}: range: ${lowest} to ${highest}, but ${name} gives ${score} when all is accepted`);
  else if (score !== undefined && group.id === "" && highest !== Infinity && score < highest - 1e-9)
    findings.warnings.push(`${place}: range: nobody gets ${highest}: all accepted gives ${score}`);
  for (const item of group.items) if (typeof item !== "string") reportRanges(item, parts, findings);
}

/** At the root it leaves `secret`; where the root breaks off at a rejected sample, there would be nothing left. */
function reportIgnoredSamples(root: TestGroup, { errors }: PackageFindings): void {
  if (root.ignoresSample && root.onReject === "break")
    errors.push(
      "data/testdata.yaml: grader_flags: ignore_sample needs on_reject: continue, or a rejected sample leaves nothing to grade",
    );
  const below = (group: TestGroup): TestGroup[] =>
    group.items.flatMap((item) => (typeof item === "string" ? [] : [item, ...below(item)]));
  for (const { id, ignoresSample } of below(root))
    if (ignoresSample)
      errors.push(`data/${id}: grader_flags: ignore_sample is for the root alone: give this folder flags of its own`);
}
