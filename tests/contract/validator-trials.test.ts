import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { PackagedProblem } from "../../src/domain/problem.ts";
import type { PackageProgram } from "../../src/domain/program.ts";
import { AnswerStore } from "../../src/judge/answer-store.ts";
import { PreparationStore } from "../../src/judge/preparation-store.ts";
import type { PrepareDeps } from "../../src/judge/prepare-problem.ts";
import { verifyProblem } from "../../src/judge/verify-problem.ts";
import { readProblem } from "../../src/problem/read-problem.ts";
import { openTestSandbox, type TestSandbox } from "./open-test-sandbox.ts";
import { dataFile, keptCompileCache } from "./tiny-problem.ts";

const CHECKED = fileURLToPath(new URL("../fixtures/problems/icpc-checker", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "medalist-test-"));
let testSandbox: TestSandbox;
let deps: PrepareDeps;

beforeAll(async () => {
  testSandbox = await openTestSandbox(1);
  const { sandbox, imageId } = testSandbox;
  const prepared = new PreparationStore(folder, imageId);
  deps = { sandbox, imageId, prepared, answers: new AnswerStore(), compileCache: keptCompileCache() };
});

afterAll(async () => {
  await testSandbox[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

/** The package with another checker, and with the submissions that are so called. */
async function verifyWith(checker: PackageProgram, { submissions }: { readonly submissions: RegExp }) {
  await using reading = await readProblem(CHECKED);
  const { problem } = reading;
  const changed: PackagedProblem = {
    ...problem,
    task: { kind: "batch", checker: { kind: "program", protocol: "kattis", program: checker }, passes: 1 },
    submissions: problem.submissions.filter(({ path }) => submissions.test(path)),
  };
  return verifyProblem(changed, deps, () => undefined);
}

const python = (...lines: string[]): PackageProgram => ({
  ...{ path: "output_validator/c.py", language: "python3" },
  source: ["import sys", ...lines].join("\n"),
});

const TAKES_JUNK =
  "output_validator/c.py: takes junk for right on each of sample/1, secret/2, secret/3: an empty output, random bytes, a line of a million letters";

test("a checker that always accepts is an error where nothing shows that it ever rejects", async () => {
  const { errors, warnings } = await verifyWith(python("sys.exit(42)"), { submissions: /\/accepted\// });
  expect(errors).toEqual([
    "data/invalid_output/alike.out: an invalid output that is accepted",
    "data/invalid_output/three.out: an invalid output that is accepted",
    "the checker takes all junk for right, and rejects no shipped submission: nothing shows that it ever does",
  ]);
  expect(warnings).toContain(TAKES_JUNK);
});

test("a checker that takes junk and rejects a wrong answer is a warning", async () => {
  const checker = python("sys.exit(43 if len(sys.stdin.buffer.read().split()) == 2 else 42)");
  const { errors, warnings } = await verifyWith(checker, { submissions: /wrong_answer/ });
  expect(errors.filter((error) => error.includes("checker"))).toEqual([]);
  expect(errors).toContainEqual(
    expect.stringMatching(/^data\/valid_output\/alike\.out: a valid output that is rejected/),
  );
  expect(warnings).toContain(TAKES_JUNK);
});

test("a checker that fails on junk is a warning that says how", async () => {
  const checker = python("sys.exit(42 if sys.stdin.read().encode('ascii') else 1)");
  const { warnings } = await verifyWith(checker, { submissions: /\/accepted\// });
  expect(warnings).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/c\.py: cannot judge an empty output on sample\/1, which submissions may print: /),
    ]),
  );
});

test("an invalid input that no input validator rejects is an error, and so is one that ends a validator", async () => {
  await using reading = await readProblem(CHECKED);
  const { problem } = reading;
  const [input] = await Promise.all([dataFile(folder, "12\n")]);
  const trials = problem.trials?.map((trial) =>
    trial.kind === "invalid-input" ? { ...trial, testcase: { ...trial.testcase, input } } : trial,
  );
  const { errors } = await verifyProblem({ ...problem, trials: trials ?? [], submissions: [] }, deps, () => undefined);
  expect(errors.slice(0, 2)).toEqual([
    "data/invalid_input/space.in: an invalid input that no input validator rejects",
    "data/invalid_input/too-small/one.in: an invalid input that no input validator rejects",
  ]);
});
