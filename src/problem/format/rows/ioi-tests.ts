import { stat } from "node:fs/promises";
import { z } from "zod";
import type { PackageFindings } from "../../package-reading.ts";
import { describeIssues } from "../../schema-issues.ts";
import type { UnpackedFolder } from "../../source/unpacked-folder.ts";
import { parseLine } from "./find-rows.ts";
import { readLines } from "./read-lines.ts";
import type { RowPlace } from "./row-format.ts";

export interface WantedTests {
  readonly year: number;
  readonly id: string;
  readonly names: ReadonlySet<string>;
}

const ENDINGS = ["jsonl", "jsonl.gz", "jsonl.zst", "jsonl.xz"];

const testSchema = z.object({
  year: z.int(),
  problem_id: z.string(),
  test_name: z.string().regex(/^[\w.-]+$/, "expected a name of letters, digits, ., - and _"),
  test_input: z.string(),
  test_output: z.string().nullish(),
});

/** The tests are a data set of their own, with a row for each: `NAME.tests.jsonl` beside `NAME.jsonl`. */
export async function writeIoiTests(
  wanted: WantedTests,
  folder: UnpackedFolder,
  { file, signal }: RowPlace,
  { errors }: PackageFindings,
): Promise<void> {
  const path = await testsBeside(file);
  if (path === undefined) {
    errors.push(
      `the tests of ${wanted.id} are not in the rows: expected them in ${testsPaths(file)[0]} (also .gz, .zst, .xz), rows with year, problem_id, test_name, test_input, test_output as in open-r1/ioi-test-cases`,
    );
    return;
  }
  const missing = new Set(wanted.names);
  for await (const line of readLines(path, signal)) {
    if (!line.bytes.includes(wanted.id)) continue;
    const { value } = parseLine(line, path);
    if (value["problem_id"] !== wanted.id || value["year"] !== wanted.year) continue;
    const parsed = testSchema.safeParse(value);
    if (!parsed.success)
      errors.push(...describeIssues(parsed.error).map((issue) => `${path}: line ${line.number}: ${issue}`));
    else if (missing.delete(parsed.data.test_name)) await writeTest(parsed.data, folder);
    else if (wanted.names.has(parsed.data.test_name))
      errors.push(`${path}: line ${line.number}: a second test ${parsed.data.test_name} of ${wanted.id}`);
  }
  if (missing.size > 0) errors.push(`${path}: no tests ${[...missing].join(", ")} of ${wanted.year}/${wanted.id}`);
}

async function writeTest(
  { test_name, test_input, test_output }: z.infer<typeof testSchema>,
  folder: UnpackedFolder,
): Promise<void> {
  const texts = { [`tests/${test_name}.in`]: test_input, [`tests/${test_name}.out`]: test_output };
  for (const [name, text] of Object.entries(texts)) {
    const path = typeof text === "string" ? folder.claimFile(name) : undefined;
    if (path !== undefined) await folder.write(path, [Buffer.from(text ?? "")]);
  }
}

async function testsBeside(file: string): Promise<string | undefined> {
  for (const path of testsPaths(file)) {
    const isThere = await stat(path).then(
      (stats) => stats.isFile(),
      () => false,
    );
    if (isThere) return path;
  }
  return undefined;
}

function testsPaths(file: string): string[] {
  const name = file.replace(/\.jsonl(\.\w+)?$/i, "");
  return ENDINGS.map((ending) => `${name}.tests.${ending}`);
}
