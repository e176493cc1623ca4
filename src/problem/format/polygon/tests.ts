import { open } from "node:fs/promises";
import { basename } from "node:path/posix";
import type { DataFile, Testcase, TestRecipe } from "../../../domain/problem.ts";
import type { PackageProgram } from "../../../domain/program.ts";
import { wordsOfCommand } from "./command-line.ts";
import { at, type SourceEntry } from "./descriptor.ts";
import { pathOfPattern } from "./path-pattern.ts";
import type { PolygonPackage } from "./polygon-package.ts";
import { readSource } from "./read-source.ts";
import type { NumberedTest } from "./scoring.ts";

/** What is the same for a test however its files come about. */
export type TestDetails = Pick<Testcase, "maxPoints" | "checkerArgs" | "files">;

export interface TestPlan {
  readonly detailsOf: (test: NumberedTest) => TestDetails;
  /** Prints answers where the package has none; undefined with a reason where it cannot. */
  readonly solution: PackageProgram | undefined;
  readonly whyNoSolution: string;
}

export interface PolygonTests {
  readonly testcases: readonly Testcase[];
  readonly recipes: readonly TestRecipe[];
}

const RUN_DOALL = "run its doall.sh (or doall.bat), or take the full package";

/** The tests by their numbers, as their files are called; errors in the findings where these cannot be told. */
export function numberTests({ testset, findings: { errors } }: PolygonPackage): NumberedTest[] {
  const count = testset["test-count"];
  if (count !== undefined && count !== testset.tests.length)
    errors.push(`${at(testset)}: testset/test-count: is ${count}, but ${testset.tests.length} tests are described`);
  if (testset.tests.length === 0)
    errors.push(`${at(testset)}: testset/tests: no tests: an empty test suite accepts everything`);
  for (const name of ["input-path-pattern", "answer-path-pattern"] as const) {
    if (!pathOfPattern(testset[name], 1))
      errors.push(`${at(testset)}: testset/${name}: ${testset[name]}: expected one number such as tests/%02d`);
  }
  return testset.tests.map((test, index) => ({
    ...test,
    points: test.points ?? 0,
    id: pathOfPattern(testset["input-path-pattern"], index + 1)?.number ?? String(index + 1),
  }));
}

/** Tests whose files the package holds are testcases, others recipes; so are those whose lines end as on Windows. */
export async function readTests(
  pkg: PolygonPackage,
  tests: readonly NumberedTest[],
  plan: TestPlan,
): Promise<PolygonTests> {
  const testcases: Testcase[] = [];
  const recipes: TestRecipe[] = [];
  const generators: Generators = new Map();
  for (const [index, test] of tests.entries()) {
    const paths = pathsOf(pkg, index + 1);
    const read = paths && (await readTest(pkg, test, { paths, plan, generators }));
    if (!read) continue;
    if ("solution" in read) recipes.push(read);
    else testcases.push(read);
  }
  warnOfSameInputs(pkg, [...testcases, ...recipes]);
  return { testcases, recipes };
}

interface TestPlace {
  readonly paths: { readonly input: string; readonly answer: string };
  readonly plan: TestPlan;
  /** Those that were read before, by their names. */
  readonly generators: Generators;
}

type Generators = Map<string, PackageProgram | undefined>;

async function readTest(
  pkg: PolygonPackage,
  test: NumberedTest,
  { paths, plan, generators }: TestPlace,
): Promise<Testcase | TestRecipe | undefined> {
  const { files, findings } = pkg;
  const common = {
    id: test.id,
    kind: test.sample ? "sample" : "secret",
    validatorArgs: groupArgs(pkg, test),
    ...plan.detailsOf(test),
  } as const;
  const input = files.has(paths.input) ? await files.data(paths.input) : undefined;
  const answer = files.has(paths.answer) ? await files.data(paths.answer) : undefined;
  if (input && answer && !(await beginsWithWindowsLine(input))) return { ...common, input, answer };
  const made = input ?? (await readGeneratorCall(pkg, test, { path: paths.input, generators }));
  if (made && answer) return { ...common, input: made, answer, solution: undefined };
  if (made && plan.solution) return { ...common, input: made, solution: plan.solution };
  if (made) findings.errors.push(`${paths.answer}: missing: ${plan.whyNoSolution}: ${RUN_DOALL}`);
  return undefined;
}

/** What Polygon tells validators and checkers of a test. */
export function groupArgs({ testset }: PolygonPackage, test: NumberedTest): string[] {
  return ["--testset", testset.name, ...(test.group === undefined ? [] : ["--group", test.group])];
}

function pathsOf({ testset }: PolygonPackage, n: number): { input: string; answer: string } | undefined {
  const input = pathOfPattern(testset["input-path-pattern"], n)?.path;
  const answer = pathOfPattern(testset["answer-path-pattern"], n)?.path;
  return input === undefined || answer === undefined ? undefined : { input, answer };
}

async function readGeneratorCall(
  pkg: PolygonPackage,
  test: NumberedTest,
  missing: { readonly path: string; readonly generators: Generators },
): Promise<TestRecipe["input"] | undefined> {
  const { errors } = pkg.findings;
  const { generators } = missing;
  const words = test.cmd === undefined || test["from-file"] !== undefined ? undefined : wordsOfCommand(test.cmd);
  const [name, ...args] = words ?? [];
  if (name === undefined) {
    const reason = test.cmd === undefined ? "it has no command" : `its command (${test.cmd}) does more than print it`;
    errors.push(`${missing.path}: missing (${at(test)}), and ${reason}: ${RUN_DOALL}`);
    return undefined;
  }
  if (!generators.has(name)) {
    const source = findExecutable(pkg, name);
    if (!source) errors.push(`${at(test)}: test ${test.id}: there is no generator ${name} among files/executables`);
    generators.set(name, source && (await readSource(pkg, source, "generator")));
  }
  const generator = generators.get(name);
  return generator && { generator, args };
}

function findExecutable({ descriptor }: PolygonPackage, name: string): SourceEntry | undefined {
  const stem = name.replace(/\.exe$/, "");
  const sources = descriptor.files?.executables.flatMap(({ source }) => source) ?? [];
  return sources.find(({ path }) => basename(path).replace(/\.[^.]*$/, "") === stem);
}

function warnOfSameInputs(
  { findings: { warnings } }: PolygonPackage,
  tests: readonly Pick<TestRecipe, "id" | "input">[],
): void {
  const firstWithInput = new Map<string, string>();
  for (const { id, input } of tests) {
    const content = "generator" in input ? JSON.stringify([input.generator.path, ...input.args]) : input.sha256;
    const first = firstWithInput.get(content);
    if (first === undefined) firstWithInput.set(content, id);
    else warnings.push(`test ${id}: the same input as ${first}`);
  }
}

async function beginsWithWindowsLine({ path }: DataFile): Promise<boolean> {
  await using file = await open(path);
  const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(64 * 1024) });
  const start = buffer.subarray(0, bytesRead);
  const end = start.indexOf("\n");
  return end > 0 && start[end - 1] === 0x0d;
}
