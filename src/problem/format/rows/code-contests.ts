import { z } from "zod";
import type { Comparison } from "../../../domain/comparison.ts";
import type { ExpectedVerdict } from "../../../domain/expectation.ts";
import type { Language } from "../../../domain/language.ts";
import type { JurySubmission, Testcase } from "../../../domain/problem.ts";
import type { PackageFindings, PackageReading } from "../../package-reading.ts";
import { idIn, type RowFormat, type RowPlace } from "./row-format.ts";
import { passFailProblem, type RowTest, SAME_TOKENS, writeTests } from "./row-problem.ts";
import { onlyRow, parseRow } from "./row-schema.ts";

const tests = z
  .object({ input: z.array(z.string()), output: z.array(z.string()) })
  .refine(({ input, output }) => input.length === output.length, "expected as many outputs as inputs");
const solutions = z
  .object({ language: z.array(z.int().min(0).max(4)), solution: z.array(z.string()) })
  .refine(({ language, solution }) => language.length === solution.length, "expected as many languages as solutions");
const onlyStandardStreams = z
  .literal("", "input and output in named files are not judged here, only standard input and output")
  .nullish();

/** Rows of some sources have none. */
const NOT_TOLD = "missing: without this limit nothing can be judged";

const rowSchema = z.object({
  name: z.string().min(1),
  description: z.string(),
  public_tests: tests,
  private_tests: tests,
  generated_tests: tests,
  solutions,
  incorrect_solutions: solutions,
  time_limit: z
    .object(
      { seconds: z.number().min(0), nanos: z.number().min(0).max(999_999_999).default(0) },
      { error: ({ input }) => (input === null || input === undefined ? NOT_TOLD : undefined) },
    )
    .transform(({ seconds, nanos }) => seconds * 1000 + nanos / 1_000_000)
    .refine((limitMs) => limitMs > 0, NOT_TOLD),
  memory_limit_bytes: z.int("expected a number of bytes").positive(NOT_TOLD),
  input_file: onlyStandardStreams,
  output_file: onlyStandardStreams,
});

type CodeContestsRow = z.infer<typeof rowSchema>;

/** By the data set's numbers; Python 2 (1) and what nobody knows (0) are not judged. */
const LANGUAGES: ReadonlyMap<number, { readonly language: Language; readonly ending: string }> = new Map([
  [2, { language: "cpp17", ending: "cpp" }],
  [3, { language: "python3", ending: "py" }],
  [4, { language: "java", ending: "java" }],
]);

const FAILING: readonly ExpectedVerdict[] = ["WA", "TLE", "MLE", "OLE", "RTE", "CE"];

/** As the judge that was published with the data set: case does not matter, decimal fractions may be that far off. */
const LIKE_THE_DATA_SET: Comparison = { ...SAME_TOKENS, caseSensitive: false };
const TOLERANCE = 1e-5;
const DECIMAL_FRACTION = /(^|\s)[+-]?\d*\.\d+([eE][+-]?\d+)?(\s|$)/;

const SEVERAL_ANSWERS =
  /\b(print|output|find|report|give|choose) any\b|any of them|multiple (possible )?(answers|solutions|optimal)|several (possible )?(answers|solutions)|more than one (answer|solution)|any (valid|correct|suitable|possible|order)/i;

export const codeContests: RowFormat = {
  describe: "CodeContests: name, description, public_tests, private_tests, generated_tests, solutions, time_limit",
  recognises: (value) => "public_tests" in value && "private_tests" in value && "description" in value,
  idsOf: (value) => idIn(value, "name"),
  read: async (rows, place) => {
    const findings: PackageFindings = { errors: [], warnings: [] };
    const row = onlyRow(rows, findings);
    const value = parseRow(row, rowSchema, findings);
    if (!value) return { problem: undefined, ...findings };
    const testcases = await readTests(value, place, findings);
    const submissions = readSubmissions(value, findings);
    reportStatement(value, findings);
    const problem = passFailProblem(row, {
      ...{ id: value.name, name: value.name, statement: statementOf(value.description) },
      timeLimitMs: value.time_limit,
      memoryLimitBytes: value.memory_limit_bytes,
      ...{ comparison: LIKE_THE_DATA_SET, testcases, submissions },
    });
    return { problem: findings.errors.length === 0 ? problem : undefined, ...findings } satisfies PackageReading;
  },
};

async function readTests(row: CodeContestsRow, place: RowPlace, findings: PackageFindings): Promise<Testcase[]> {
  const rowTests = (["public", "private", "generated"] as const).flatMap((origin) => {
    const { input, output } = row[`${origin}_tests`];
    return input.map((text, index): RowTest => {
      const id = `${origin}/${String(index + 1).padStart(3, "0")}`;
      return { id, kind: origin === "public" ? "sample" : "secret", input: text, answer: output[index] ?? "" };
    });
  });
  if (!rowTests.some(({ kind }) => kind === "secret"))
    findings.errors.push("private_tests, generated_tests: no tests: an empty test suite accepts everything");
  const testcases = await writeTests(rowTests, place, findings);
  return testcases.map((testcase, index) =>
    DECIMAL_FRACTION.test(rowTests[index]?.answer ?? "")
      ? { ...testcase, comparison: { ...LIKE_THE_DATA_SET, absoluteTolerance: TOLERANCE } }
      : testcase,
  );
}

function readSubmissions(row: CodeContestsRow, { warnings }: PackageFindings): JurySubmission[] {
  const submissions: JurySubmission[] = [];
  let unread = 0;
  for (const [key, expected] of [["solutions", ["AC"]] as const, ["incorrect_solutions", FAILING] as const]) {
    const { language: numbers, solution } = row[key];
    for (const [index, source] of solution.entries()) {
      const known = LANGUAGES.get(numbers[index] ?? 0);
      if (!known) unread++;
      else
        submissions.push({
          path: `${key}/${String(index + 1).padStart(4, "0")}.${known.ending}`,
          content: { language: known.language, source },
          ...{ expected, expectedScore: undefined, expectations: [{ kind: "verdict", verdicts: expected }] },
        });
    }
  }
  if (unread > 0)
    warnings.push(`solutions, incorrect_solutions: ${unread} passed over: in Python 2 or a language that is not told`);
  if (!submissions.some(({ expected }) => expected.includes("AC")))
    warnings.push("solutions: none in a language that is judged here, to check the judge with");
  return submissions;
}

function reportStatement({ description }: CodeContestsRow, { warnings }: PackageFindings): void {
  if (description.includes("<image>")) warnings.push("description: its images are not in the data set");
  if (SEVERAL_ANSWERS.test(description))
    warnings.push(
      "description: seems to allow several answers, and the data set has no checkers: right ones other than the jury's are judged wrong",
    );
  warnings.push(
    `the data set has no checkers: outputs are compared as its own judge does, without regard to case and with a tolerance of ${TOLERANCE} where the answer has decimal fractions`,
  );
}

/** The samples are told apart from the statement. */
function statementOf(description: string): string {
  return description.replace(/\n\s*Examples?\s*\n+Input\s*\n[\s\S]*?(?=\n\s*Note\s*\n|$)/, "\n").trim();
}
