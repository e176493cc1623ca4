import { basename } from "node:path/posix";
import { type DataFile, EMPTY_FILE, type Testcase } from "../../../domain/problem.ts";
import type { Task } from "../../../domain/task.ts";
import type { PackageFiles } from "../../package-files.ts";
import type { PackageFindings } from "../../package-reading.ts";
import { filesIn } from "./folder.ts";
import { orReported } from "./or-reported.ts";

export interface TestFiles {
  readonly input: DataFile;
  readonly answer: DataFile;
}

/** Reads `tests/<testcase>.in` and `.out` by the testcases' names; managers decide without answers. */
export async function readTests(
  files: PackageFiles,
  needsAnswers: boolean,
  findings: PackageFindings,
): Promise<ReadonlyMap<string, TestFiles>> {
  const { errors, warnings } = findings;
  const tests = new Map<string, TestFiles>();
  for (const path of filesIn(files, "tests")) {
    if (path.endsWith(".out")) {
      const input = path.replace(/\.out$/, ".in");
      if (!files.has(input)) errors.push(`${path}: its input ${input} is missing`);
    }
    if (!path.endsWith(".in")) continue;
    const answer = path.replace(/\.in$/, ".out");
    if (needsAnswers && !files.has(answer)) errors.push(`${path}: its answer ${answer} is missing`);
    const test = await orReported(findings, async () => ({
      input: await files.data(path),
      answer: files.has(answer) ? await files.data(answer) : EMPTY_FILE,
    }));
    if (test) tests.set(basename(path, ".in"), test);
  }
  const repeated = repeatedInputs(tests);
  if (repeated.length > 0) warnings.push(`tests/: the same input more than once: ${repeated.join(", ")}`);
  return tests;
}

/** Testcases in the order of their names; samples are those of the subtask that shows them. */
export function testcasesOf(
  tests: ReadonlyMap<string, TestFiles>,
  sampleIds: ReadonlySet<string>,
  task: Task | undefined,
): Testcase[] {
  return [...tests].map(([id, test]) => ({ id, kind: kindOf(id, sampleIds), ...test, ...pointsIn(task) }));
}

/** A checker that speaks testlib's protocol gives points; they are a share of the subtask's, as in CMS. */
export function pointsIn(task: Task | undefined): Pick<Testcase, "maxPoints"> {
  const checker = task && "checker" in task ? task.checker : undefined;
  return checker?.kind === "program" && checker.protocol === "testlib" ? { maxPoints: 1 } : {};
}

export function kindOf(id: string, sampleIds: ReadonlySet<string>): Testcase["kind"] {
  return sampleIds.has(id) ? "sample" : "secret";
}

function repeatedInputs(tests: ReadonlyMap<string, TestFiles>): string[] {
  const idsByInput = new Map<string, string[]>();
  for (const [id, { input }] of tests) {
    const same = idsByInput.get(input.sha256);
    if (same) same.push(id);
    else idsByInput.set(input.sha256, [id]);
  }
  return [...idsByInput.values()].filter((ids) => ids.length > 1).map((ids) => ids.join(" = "));
}
