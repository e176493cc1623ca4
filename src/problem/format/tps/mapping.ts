import type { PackageFiles } from "../../package-files.ts";
import type { PackageFindings } from "../../package-reading.ts";

const PATH = "tests/mapping";

/** Reads the lines `<subtask> <testcase>` that TPS writes when it has generated the tests. */
export async function readMapping(
  files: PackageFiles,
  testcaseIds: ReadonlySet<string>,
  { errors }: PackageFindings,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const bySubtask = new Map<string, Set<string>>();
  for (const [index, content] of (await files.text(PATH)).split("\n").entries()) {
    const words = content.split(/\s+/).filter(Boolean);
    if (words.length === 0) continue;
    const [subtask, testcase] = words;
    const place = `${PATH}:${index + 1}`;
    if (words.length !== 2 || subtask === undefined || testcase === undefined) {
      errors.push(`${place}: expected a subtask and a testcase`);
      continue;
    }
    if (testcaseIds.has(testcase)) bySubtask.set(subtask, (bySubtask.get(subtask) ?? new Set()).add(testcase));
    else errors.push(`${place}: there is no tests/${testcase}.in`);
  }
  return new Map([...bySubtask].map(([subtask, ids]) => [subtask, [...ids]]));
}
