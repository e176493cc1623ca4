import { expect, test } from "vitest";
import type { PackagedProblem } from "../../../../../src/domain/problem.ts";
import { isPolygonPackage } from "../../../../../src/problem/format/polygon/read-polygon.ts";
import { PackageFiles } from "../../../../../src/problem/package-files.ts";
import { aFixture, type Changes, descriptorWith, type FixtureName, readFixture } from "./fixture.ts";

async function read(name: FixtureName, changes?: Changes): Promise<PackagedProblem> {
  const { problem, errors } = await readFixture(name, changes);
  expect(errors).toEqual([]);
  if (!problem) throw new Error("no problem");
  return problem;
}

test("a package is recognised by its problem.xml", async () => {
  expect(isPolygonPackage(await PackageFiles.list(aFixture("polygon-checker", {})))).toBe(true);
  expect(isPolygonPackage(await PackageFiles.list(aFixture("polygon-checker", { "problem.xml": undefined })))).toBe(
    false,
  );
});

test("a problem has its name, limits, tests and checker", async () => {
  const problem = await read("polygon-checker");
  expect(problem).toMatchObject({ id: "even-split", name: "Even Split", maxScore: 100, recipes: [] });
  expect(problem.timeLimit).toEqual({ kind: "known", ms: 1000 });
  expect(problem.limits.memoryLimitBytes).toBe(128 * 1024 * 1024);
  expect(problem.testcases.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
    ...["01 sample", "02 secret", "03 secret", "04 secret", "05 secret", "06 secret", "07 secret"],
  ]);
  expect(problem.task).toMatchObject({
    kind: "batch",
    checker: { kind: "program", protocol: "testlib", program: { path: "files/check.cpp", language: "cpp17" } },
  });
  expect(problem.inputValidators).toMatchObject([{ path: "files/val.cpp", language: "cpp20", protocol: "testlib" }]);
  expect(problem.packageHash).toMatch(/^[0-9a-f]{64}$/);
});

test("programs are compiled with the headers among the resources", async () => {
  const { task } = await read("polygon-checker");
  expect(task).toMatchObject({ checker: { program: { others: [{ name: "numbers.h" }] } } });
});

test("validators are told the test set and group of an input", async () => {
  const { testcases } = await read("polygon-checker");
  expect(testcases[1]?.validatorArgs).toEqual(["--testset", "tests", "--group", "1"]);
  const { testcases: ungrouped } = await read("polygon-interactive");
  expect(ungrouped[0]?.validatorArgs).toEqual(["--testset", "tests"]);
});

test("a checker is told the group only when it asks, as older testlibs refuse to be told", async () => {
  expect((await read("polygon-checker")).testcases[1]?.checkerArgs).toBeUndefined();
  const asking = { "files/check.cpp": (text: string) => `${text}\n// checker.group()\n` };
  expect((await read("polygon-checker", asking)).testcases[1]?.checkerArgs).toEqual([
    ...["--testset", "tests", "--group", "1"],
  ]);
});

test("an interactive problem has an interactor and a checker for what that writes", async () => {
  const problem = await read("polygon-interactive");
  expect(problem.task).toMatchObject({
    kind: "interactive",
    interactor: {
      protocol: "testlib",
      program: { path: "files/interactor.cpp" },
      checker: { kind: "program", program: { path: "files/check.cpp" } },
    },
  });
  expect(problem.testcases).toHaveLength(4);
});

test("of several test sets the one named tests is judged, and the others are named", async () => {
  const { warnings } = await readFixture("polygon-interactive");
  expect(warnings).toEqual(["problem.xml:7: testset pretests: its 1 tests are not judged, only those of tests"]);
});

test("tests that the package does not hold are made by its generators and its main solution", async () => {
  const { testcases, recipes, subtasks } = await read("polygon-generated");
  expect(testcases).toEqual([]);
  expect(recipes.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
    ...["01 sample", "02 secret", "03 secret", "04 secret", "05 secret"],
  ]);
  expect(recipes[0]).toMatchObject({ input: { bytes: 9 }, solution: { path: "solutions/sums.cpp" } });
  expect(recipes[1]).toMatchObject({ input: { generator: { path: "files/gen.cpp" }, args: ["10", "5"] } });
  expect(recipes[3]).toMatchObject({ input: { generator: { path: "files/constant.py" }, args: ["3", "1000000000"] } });
  expect(subtasks[0]?.testcaseIds).toEqual(["01", "02", "03", "04", "05"]);
});

test("one generator is read once for all of its tests", async () => {
  const { recipes } = await read("polygon-generated");
  const programs = recipes.flatMap(({ input }) => ("generator" in input ? [input.generator] : []));
  expect(new Set(programs).size).toBe(2);
});

test("inputs with Windows line ends are recipes, as these are made without", async () => {
  const { testcases, recipes } = await read("polygon-checker", { "tests/01": "7\r\n", "tests/04": "999\r\n" });
  expect(testcases.map(({ id }) => id)).toEqual(["02", "03", "05", "06", "07"]);
  expect(recipes).toMatchObject([
    { id: "01", kind: "sample", maxPoints: 0, input: { bytes: 3 }, answer: { bytes: 4 }, solution: undefined },
    { id: "04", kind: "secret", maxPoints: 20, validatorArgs: ["--testset", "tests", "--group", "2"] },
  ]);
});

test("inputs that are there twice are warned of", async () => {
  const { warnings } = await readFixture("polygon-checker", { "tests/03": "2\n" });
  expect(warnings).toEqual(["test 03: the same input as 02"]);
  const { warnings: generated } = await readFixture(
    "polygon-generated",
    descriptorWith(['cmd="gen 100000 1000000000"', 'cmd="gen 10  5"']),
  );
  expect(generated).toEqual(["test 03: the same input as 02"]);
});

test("the copy of a checker serves where its source is missing", async () => {
  const { task } = await read("polygon-generated", { "files/check.cpp": undefined, "check.cpp": "int main() {}" });
  expect(task).toMatchObject({ checker: { program: { path: "check.cpp" } } });
});

test("graders are compiled with submissions in the languages that they are for", async () => {
  const { support } = await read("polygon-grader");
  expect(support.isRequired).toBe(true);
  expect([...support.byLanguage.keys()]).toEqual(["cpp17", "cpp20", "cpp23", "python3", "pypy3"]);
  expect(support.byLanguage.get("cpp20")?.files.map(({ name }) => name)).toEqual(["twice.h", "grader.cpp"]);
  expect(support.byLanguage.get("pypy3")).toMatchObject({ entry: "grader.py", submissionName: "solution.py" });
});

test("resources for the run lie beside every input", async () => {
  const { testcases } = await read(
    "polygon-grader",
    descriptorWith(['<stage name="COMPILE"/>', '<stage name="RUN"/>']),
  );
  expect(testcases.map(({ files }) => files?.map(({ name }) => name))).toEqual([
    ["twice.h", "grader.cpp", "grader.py"],
    ["twice.h", "grader.cpp", "grader.py"],
  ]);
});
