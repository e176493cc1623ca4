import { basename } from "node:path/posix";
import { z } from "zod";
import type { Subtask } from "../../../domain/scoring-rule.ts";
import type { PackageFiles } from "../../package-files.ts";
import type { PackageFindings } from "../../package-reading.ts";
import { readJson } from "../../read-json.ts";
import { filesIn } from "./folder.ts";

const subtaskJson = z.looseObject({
  score: z.number().min(0, "expected a number from 0"),
  testcases: z.array(z.string()),
});

/** All points there are, where a package without subtasks does not say it. */
const TASK_SCORE = 100;

/** Reads `subtasks/*.json`, whose names give their order. */
export async function readSubtasks(
  files: PackageFiles,
  testcaseIds: readonly string[],
  findings: PackageFindings,
): Promise<readonly Subtask[]> {
  const subtasks: Subtask[] = [];
  const known = new Set(testcaseIds);
  const paths = filesIn(files, "subtasks").filter((path) => path.endsWith(".json"));
  for (const path of paths) {
    const json = await readJson(files, path, subtaskJson, findings);
    if (!json) continue;
    const ids = new Set(json.testcases);
    if (ids.size < json.testcases.length) findings.warnings.push(`${path}: testcases: some are named twice`);
    for (const id of ids) if (!known.has(id)) findings.errors.push(`${path}: testcases: there is no tests/${id}.in`);
    subtasks.push({ id: basename(path, ".json"), maxScore: json.score, testcaseIds: [...ids] });
  }
  if (paths.length > 0) {
    checkSubtasks(subtasks, testcaseIds, findings);
    return subtasks;
  }
  findings.warnings.push(`subtasks/: none: every testcase has an equal part of ${TASK_SCORE} points`);
  return [{ id: "all", maxScore: TASK_SCORE, testcaseIds: [...testcaseIds], aggregation: "sum" }];
}

/** What is wrong between subtasks and testcases, in whichever format they are written down. */
export function checkSubtasks(
  subtasks: readonly Subtask[],
  testcaseIds: readonly string[],
  { errors, warnings }: PackageFindings,
): void {
  for (const { id, maxScore, testcaseIds: own } of subtasks) {
    if (own.length > 0) continue;
    if (maxScore > 0) errors.push(`subtask ${id}: no testcases: it would give its ${maxScore} points to everybody`);
    else warnings.push(`subtask ${id}: no testcases`);
  }
  const used = new Set(subtasks.flatMap((subtask) => subtask.testcaseIds));
  const unused = testcaseIds.filter((id) => !used.has(id));
  if (unused.length > 0) warnings.push(`tests/: in no subtask: ${unused.join(", ")}`);
  const sum = totalScore(subtasks);
  if (sum !== TASK_SCORE) warnings.push(`subtasks: their scores add up to ${sum}, expected ${TASK_SCORE}`);
}

/** Sums of decimal fractions, without what binary ones add. */
export function totalScore(subtasks: readonly Subtask[]): number {
  return Number(subtasks.reduce((sum, { maxScore }) => sum + maxScore, 0).toFixed(6));
}

/** The testcases of the subtask without points that shows them: `00-samples`, `samples`. */
export function sampleIdsOf(subtasks: readonly Subtask[]): ReadonlySet<string> {
  const samples = subtasks.filter(({ id, maxScore }) => maxScore === 0 && /sample|example|^0+(-|$)/i.test(id));
  return new Set(samples.flatMap(({ testcaseIds }) => testcaseIds));
}

/** Which subtasks a testcase is in, from which testcases a subtask has. */
export function subtaskIdsByTestcase(
  testcaseIdsBySubtask: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, readonly string[]> {
  const byTestcase = new Map<string, string[]>();
  for (const [subtask, ids] of testcaseIdsBySubtask) {
    for (const id of ids) {
      const subtasks = byTestcase.get(id);
      if (subtasks) subtasks.push(subtask);
      else byTestcase.set(id, [subtask]);
    }
  }
  return byTestcase;
}
