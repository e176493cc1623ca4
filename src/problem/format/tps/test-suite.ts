import type { Subtask } from "../../../domain/scoring-rule.ts";
import type { PackageFiles } from "../../package-files.ts";
import type { PackageFindings } from "../../package-reading.ts";
import { filesIn } from "../ioi/folder.ts";
import { orReported } from "../ioi/or-reported.ts";
import { checkSubtasks } from "../ioi/subtasks.ts";
import { readTests, type TestFiles } from "../ioi/tests.ts";
import { type GenerationScript, parseGenerationScript } from "./generation-script.ts";
import { readMapping } from "./mapping.ts";

export interface TestSuite {
  readonly ids: readonly string[];
  /** The tests that the package holds. */
  readonly files: ReadonlyMap<string, TestFiles>;
  /** How they are made, where it holds none. */
  readonly script: GenerationScript | undefined;
  readonly testcaseIdsBySubtask: ReadonlyMap<string, readonly string[]>;
}

export interface TestSuiteNeeds {
  readonly isOutputOnly: boolean;
  readonly answers: boolean;
}

/** Reads `tests/` where they have been generated, otherwise what `gen/data` says of how to make them. */
export async function readTestSuite(
  files: PackageFiles,
  needs: TestSuiteNeeds,
  findings: PackageFindings,
): Promise<TestSuite> {
  const tests = await readTests(files, needs.answers, findings);
  const script = tests.size === 0 || !files.has("tests/mapping") ? await readScript(files, needs, findings) : undefined;
  if (tests.size === 0) {
    const ids = (script?.tests ?? []).map(({ id }) => id);
    return { ids, files: tests, script, testcaseIdsBySubtask: script?.testcaseIdsBySubtask ?? new Map() };
  }
  const testcaseIdsBySubtask = script?.testcaseIdsBySubtask ?? (await mappingOf(files, tests, findings));
  return { ids: [...tests.keys()], files: tests, script: undefined, testcaseIdsBySubtask };
}

async function mappingOf(
  files: PackageFiles,
  tests: ReadonlyMap<string, TestFiles>,
  findings: PackageFindings,
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (!files.has("tests/mapping")) return new Map();
  return (await orReported(findings, () => readMapping(files, new Set(tests.keys()), findings))) ?? new Map();
}

async function readScript(
  files: PackageFiles,
  { isOutputOnly }: TestSuiteNeeds,
  findings: PackageFindings,
): Promise<GenerationScript | undefined> {
  if (files.has("gen/data")) {
    return orReported(findings, async () =>
      parseGenerationScript(await files.text("gen/data"), { isOutputOnly }, findings),
    );
  }
  const missing = filesIn(files, "tests").some((path) => path.endsWith(".in")) ? "tests/mapping" : "tests/";
  const printed = files.has("gen/data.py") ? ", which `python3 gen/data.py > gen/data` makes," : "";
  findings.errors.push(
    `${missing}: missing, and so is gen/data${printed} to make it by: run \`tps gen\` in the package`,
  );
  return undefined;
}

/** What is wrong between the tests and the subtasks of `subtasks.json`. */
export function checkTestSuite(suite: TestSuite, subtasks: readonly Subtask[], findings: PackageFindings): void {
  const known = new Set(suite.ids);
  for (const [name, ids] of suite.testcaseIdsBySubtask) {
    if (!subtasks.some(({ id }) => id === name))
      findings.errors.push(`subtasks.json: there is no subtask ${name}, though testcases belong to it`);
    const missing = suite.script ? [] : ids.filter((id) => !known.has(id));
    if (missing.length > 0) findings.errors.push(`subtask ${name}: missing in tests/: ${missing.join(", ")}`);
  }
  checkSubtasks(subtasks, suite.ids, findings);
}
