import { z } from "zod";
import type { Subtask } from "../../../domain/scoring-rule.ts";
import type { PackageFiles } from "../../package-files.ts";
import type { PackageFindings } from "../../package-reading.ts";
import { readJson } from "../../read-json.ts";

const validators = z.array(z.string()).default([]);

const subtasksJson = z.looseObject({
  global_validators: validators,
  subtask_sensitive_validators: validators,
  subtasks: z.record(
    z.string(),
    z.looseObject({ index: z.int(), score: z.number().min(0, "expected a number from 0"), validators }),
  ),
});

export type SubtasksJson = z.infer<typeof subtasksJson>;

export function readSubtasksJson(files: PackageFiles, findings: PackageFindings): Promise<SubtasksJson | undefined> {
  return readJson(files, "subtasks.json", subtasksJson, findings);
}

/** The subtasks in the order of their indices. */
export function subtasksOf(
  { subtasks }: SubtasksJson,
  testcaseIdsBySubtask: ReadonlyMap<string, readonly string[]>,
  { warnings }: PackageFindings,
): Subtask[] {
  const inOrder = Object.entries(subtasks).sort(([, a], [, b]) => a.index - b.index);
  for (const [place, [name, { index }]] of inOrder.entries()) {
    const [before, twin] = inOrder[place - 1] ?? [];
    if (twin?.index === index)
      warnings.push(`subtasks.json: subtasks.${name}.index: ${index} is that of ${before}, too`);
  }
  return inOrder.map(([name, { score }]) => ({
    ...{ id: name, maxScore: score },
    testcaseIds: testcaseIdsBySubtask.get(name) ?? [],
  }));
}
