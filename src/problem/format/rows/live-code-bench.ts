import { inflateSync } from "node:zlib";
import { z } from "zod";
import type { Comparison } from "../../../domain/comparison.ts";
import { messageOf } from "../../../domain/errors.ts";
import type { Testcase } from "../../../domain/problem.ts";
import type { PackageFindings } from "../../package-reading.ts";
import { describeIssues } from "../../schema-issues.ts";
import { idIn, type Row, type RowFormat, type RowPlace } from "./row-format.ts";
import { passFailProblem, type RowTest, SAME_TOKENS, writeTests } from "./row-problem.ts";
import { onlyRow, parseRow } from "./row-schema.ts";

const MIB = 1024 * 1024;
const MAX_TESTS_BYTES = 512 * MIB;

/** Rows have no limits; these are the ones of the harness that was published with the data set. */
const TIME_LIMIT_MS = 6000;
const MEMORY_LIMIT_BYTES = 4096 * MIB;

/** Pickles of all protocols since 2003 begin with it. */
const PICKLE_MARK = 0x80;

const DECIMAL_FRACTION = /(^|\s)[+-]?\d*\.\d+(\s|$)/;
const SAME_NUMBERS: Comparison = { ...SAME_TOKENS, absoluteTolerance: 0 };

const testsSchema = z.array(z.object({ input: z.string(), output: z.string(), testtype: z.string() }));
/** JSON in a string, or the list itself. */
const encodedTests = z.union([z.string(), z.array(z.unknown())]);

const rowSchema = z.object({
  question_title: z.string(),
  question_content: z.string(),
  question_id: z.union([z.string(), z.number()]).transform(String),
  public_test_cases: encodedTests,
  private_test_cases: encodedTests,
});

type TestsKey = "public_test_cases" | "private_test_cases";

export const liveCodeBench: RowFormat = {
  describe: "LiveCodeBench: question_id, question_title, question_content, public_test_cases, private_test_cases",
  recognises: (value) => "question_content" in value && "public_test_cases" in value,
  idsOf: (value) => idIn(value, "question_id"),
  read: async (rows, place) => {
    const findings: PackageFindings = { errors: [], warnings: [] };
    const row = onlyRow(rows, findings);
    const value = parseRow(row, rowSchema, findings);
    if (!value) return { problem: undefined, ...findings };
    const tests = [
      ...readTests(row, "public_test_cases", value.public_test_cases, findings),
      ...readTests(row, "private_test_cases", value.private_test_cases, findings),
    ];
    if (findings.errors.length === 0 && !tests.some(({ kind }) => kind === "secret"))
      findings.errors.push(`line ${row.line}: private_test_cases: none: an empty test suite accepts everything`);
    if (findings.errors.length > 0) return { problem: undefined, ...findings };
    findings.warnings.push(
      `the data set has no limits: those of its own harness are taken, ${TIME_LIMIT_MS / 1000} s and ${MEMORY_LIMIT_BYTES / MIB} MiB`,
      "the data set has no checkers: tokens are compared, and numbers where the answer has decimal fractions",
    );
    const problem = passFailProblem(row, {
      ...{ id: value.question_id, name: value.question_title, statement: value.question_content.trim() },
      ...{ timeLimitMs: TIME_LIMIT_MS, memoryLimitBytes: MEMORY_LIMIT_BYTES, comparison: SAME_TOKENS },
      testcases: await writeTestcases(tests, place, findings),
      submissions: [],
    });
    return { problem: findings.errors.length === 0 ? problem : undefined, ...findings };
  },
};

async function writeTestcases(
  tests: readonly RowTest[],
  place: RowPlace,
  findings: PackageFindings,
): Promise<Testcase[]> {
  const testcases = await writeTests(tests, place, findings);
  return testcases.map((testcase, index) =>
    DECIMAL_FRACTION.test(tests[index]?.answer ?? "") ? { ...testcase, comparison: SAME_NUMBERS } : testcase,
  );
}

function readTests(
  row: Row,
  key: TestsKey,
  encoded: z.infer<typeof encodedTests>,
  { errors }: PackageFindings,
): RowTest[] {
  const place = `line ${row.line}: ${key}`;
  let decoded: unknown;
  try {
    decoded = typeof encoded === "string" ? decode(encoded) : encoded;
  } catch (error) {
    errors.push(`${place}: ${messageOf(error)}`);
    return [];
  }
  const parsed = testsSchema.safeParse(decoded);
  if (!parsed.success) {
    errors.push(...describeIssues(parsed.error).map((issue) => `${place}.${issue}`));
    return [];
  }
  const others = new Set(parsed.data.map(({ testtype }) => testtype).filter((type) => type !== "stdin"));
  for (const type of others)
    errors.push(
      `${place}: testtype: ${type} tests are not judged here, only stdin${type === "functional" ? ": they call a function of the program" : ""}`,
    );
  const [folder, kind] =
    key === "public_test_cases" ? (["public", "sample"] as const) : (["private", "secret"] as const);
  return parsed.data.map(({ input, output }, index) => {
    return { id: `${folder}/${String(index + 1).padStart(3, "0")}`, kind, input, answer: output };
  });
}

/** JSON as it is, or compressed by zlib and in base64, where nothing is run to read it. */
function decode(text: string): unknown {
  if (text.trimStart().startsWith("[")) return JSON.parse(text);
  const bytes = Buffer.from(text, "base64");
  if (bytes.length === 0 || !/^[A-Za-z0-9+/=\s]+$/.test(text))
    throw new Error("expected a list in JSON, as it is or zlib-compressed in base64");
  const inflated = inflate(bytes);
  if (inflated[0] === PICKLE_MARK)
    throw new Error(
      "pickled, and reading a pickle runs what is in it: expected the decoded list in JSON, as `json.loads(pickle.loads(zlib.decompress(base64.b64decode(s))))` makes it",
    );
  const data: unknown = JSON.parse(inflated.toString("utf8"));
  return typeof data === "string" ? JSON.parse(data) : data;
}

function inflate(bytes: Buffer): Buffer {
  try {
    return inflateSync(bytes, { maxOutputLength: MAX_TESTS_BYTES });
  } catch (error) {
    throw new Error(`not what zlib compresses to: ${messageOf(error)}`, { cause: error });
  }
}
