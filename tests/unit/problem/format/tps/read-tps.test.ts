import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isTpsPackage, readTpsPackage } from "../../../../../src/problem/format/tps/read-tps.ts";
import { type Changes, changedFixture, problemOf } from "../ioi/changed-fixture.ts";

async function read(name: string, changes: Changes = {}) {
  return readTpsPackage(await changedFixture(name, changes));
}

function problemJson(changes: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({
    ...{ name: "stairs", title: "Stairs", type: "Batch", time_limit: 1, memory_limit: 128, has_checker: false },
    ...changes,
  });
}

test.each(["tps-batch", "tps-generated"])("%s is read without a finding", async (name) => {
  const { problem, errors, warnings } = await read(name);
  expect({ errors, warnings }).toEqual({ errors: [], warnings: [] });
  expect(problem?.maxScore).toBe(100);
  expect(problem?.statement).not.toBe("");
});

test("a package is recognised by its subtasks.json", async () => {
  expect(isTpsPackage(await changedFixture("tps-batch"))).toBe(true);
  expect(isTpsPackage(await changedFixture("ioi-batch-alone"))).toBe(false);
  expect(isTpsPackage(await changedFixture("pass-fail"))).toBe(false);
});

test("subtasks are in the order of their indices, with the testcases of the mapping", async () => {
  const { subtasks, testcases, timeLimit, limits } = problemOf(await read("tps-batch"));
  expect(subtasks).toEqual([
    { id: "samples", maxScore: 0, testcaseIds: ["0-01", "0-02"] },
    { id: "small", maxScore: 20, testcaseIds: ["0-01", "0-02", "1-01", "1-02"] },
    { id: "growing", maxScore: 30, testcaseIds: ["0-02", "2-01"] },
    { id: "full", maxScore: 50, testcaseIds: ["0-01", "0-02", "1-01", "1-02", "2-01", "3-01", "3-02"] },
  ]);
  expect(testcases.filter(({ kind }) => kind === "sample").map(({ id }) => id)).toEqual(["0-01", "0-02"]);
  expect(timeLimit).toEqual({ kind: "known", ms: 1000 });
  expect(limits.memoryLimitBytes).toBe(128 * 1024 * 1024);
});

test("each testcase is checked by the validators of its subtasks", async () => {
  const { testcases, inputValidators } = problemOf(await read("tps-batch"));
  const limits = (subtask: string) => ({ validator: "validator/limits.py", args: ["--subtask", subtask] });
  const format = { validator: "validator/format.py", args: [] };
  const few = { validator: "validator/few.py", args: [] };
  const runsOf = (wanted: string) => testcases.find(({ id }) => id === wanted)?.validatorRuns;
  expect(runsOf("1-01")).toEqual([format, limits("small"), few, limits("full")]);
  expect(runsOf("3-01")).toEqual([format, limits("full")]);
  expect(inputValidators.map(({ path, protocol }) => [path, protocol])).toEqual([
    ["validator/format.py", "testlib"],
    ["validator/limits.py", "testlib"],
    ["validator/few.py", "testlib"],
  ]);
});

test("solutions.json says what to expect of every subtask", async () => {
  const { submissions } = problemOf(await read("tps-batch"));
  const narrow = submissions.find(({ path }) => path === "solution/narrow.cpp");
  expect(narrow?.expectations.map((expectation) => [expectation.kind, JSON.stringify(expectation)])).toEqual([
    ["permitted", expect.stringContaining('"subtask samples"')],
    ["permitted", expect.stringContaining('"subtask small"')],
    ["permitted", expect.stringContaining('"subtask growing"')],
    ["required", expect.stringContaining('"WA"')],
  ]);
  expect(narrow?.expectedScore).toBeUndefined();
  expect(submissions.find(({ path }) => path === "solution/stairs.py")?.expectedScore).toBe(100);
});

test("tests that are not there yet become recipes with their place in the subtasks", async () => {
  const { recipes, subtasks, testcases } = problemOf(await read("tps-generated"));
  expect(testcases).toEqual([]);
  const inShort = recipes.map(({ id, kind, input }) => [
    ...[id, kind],
    "generator" in input ? [input.generator.path, ...input.args] : readFileSync(input.path, "utf8"),
  ]);
  expect(inShort.slice(0, 6)).toEqual([
    ["0-01", "sample", "5\n1 2 3 2 1\n"],
    ["0-02", "sample", "3\n3 4 2\n"],
    ["plain-01", "secret", ["gen/flat.cpp", "9", "3 4"]],
    ["plain-02", "secret", ["gen/walk.py", "10", "--seed", "1"]],
    ["1-01", "secret", ["gen/walk.py", "10", "--seed", "2"]],
    ["2-01", "secret", ["gen/hill.cpp", "1000", "700"]],
  ]);
  expect(subtasks.find(({ id }) => id === "one-peak")?.testcaseIds).toEqual(["2-01", "2-02"]);
  for (const recipe of recipes) {
    expect(recipe.before?.path).toMatch(/gen\/input\.header$/);
    expect(recipe.solution?.path).toBe("solution/halving.cpp");
  }
  const [first] = recipes;
  expect(first?.validatorRuns?.map(({ args }) => args)).toEqual([["samples"], ["short"], ["full"]]);
});

test("generators are given the headers beside them", async () => {
  const { recipes } = problemOf(await read("tps-generated"));
  const flat = recipes.find(({ id }) => id === "plain-01")?.input;
  expect(flat && "generator" in flat ? flat.generator.others?.map(({ name }) => name) : undefined).toEqual([
    "shared.h",
  ]);
});

test("without tests and without what makes them, it is said how to generate them", async () => {
  const { errors } = await read("tps-generated", { "gen/data": undefined, "gen/data.py": "print('@subtask samples')" });
  expect(errors).toContain(
    "tests/: missing, and so is gen/data, which `python3 gen/data.py > gen/data` makes, to make it by: run `tps gen` in the package",
  );
});

test("mistakes in gen/data are told with their lines", async () => {
  const { errors } = await read("tps-generated", {
    "gen/data": "@subtask samples\nmanual none.in\ncopy ../../../etc/passwd\nmanual a b\nwalk 'a\nunknown 1\n",
  });
  expect(errors.slice(0, 5)).toEqual([
    "gen/data:5: a quote is not closed",
    "subtask short: no testcases: it would give its 25 points to everybody",
    "subtask one-peak: no testcases: it would give its 25 points to everybody",
    "subtask full: no testcases: it would give its 50 points to everybody",
    "gen/data:2: there is no gen/manual/none.in",
  ]);
  expect(errors.slice(5)).toEqual([
    expect.stringMatching(/^gen\/data:3: there is no \.\.\/.*etc\/passwd$/),
    "gen/data:4: expected one file after manual, got 2",
    "gen/data:6: there is no generator gen/unknown in a language that is judged here, for example gen/unknown.cpp",
  ]);
});

test("without a mapping, gen/data says which tests belong to which subtask", async () => {
  const data =
    "@subtask samples\nx\nx\n@subtask small\n@include samples\nx\nx\n@subtask growing\nx\n@subtask full\n@include small growing\nx\nx\n";
  const { subtasks } = problemOf(await read("tps-batch", { "tests/mapping": undefined, "gen/data": data }));
  expect(subtasks.map(({ testcaseIds }) => testcaseIds.join(" "))).toEqual([
    "0-01 0-02",
    "0-01 0-02 1-01 1-02",
    "2-01",
    "0-01 0-02 1-01 1-02 2-01 3-01 3-02",
  ]);
  const { errors } = await read("tps-batch", { "tests/mapping": undefined });
  expect(errors[0]).toBe("tests/mapping: missing, and so is gen/data to make it by: run `tps gen` in the package");
});

test("everything that is wrong is told at once", async () => {
  const { problem, errors } = await read("tps-batch", {
    "tests/mapping": "small 1-01\nsmall 9-01\nodd\nlarge 1-02\ngrowing 2-01\nfull 3-01\n",
    "tests/1-02.out": undefined,
    "solutions.json": JSON.stringify({
      "stairs.cpp": { verdict: "model_solution" },
      "stairs.py": { verdict: "model_solution", except: { huge: "incorrect" } },
      "none.cpp": { verdict: "incorrect" },
    }),
    "validator/few.py": undefined,
    "grader/cpp/grader.cpp": undefined,
    "grader/py/grader.py": undefined,
  });
  expect(problem).toBeUndefined();
  expect(errors).toEqual([
    "tests/1-02.in: its answer tests/1-02.out is missing",
    "tests/mapping:2: there is no tests/9-01.in",
    "tests/mapping:3: expected a subtask and a testcase",
    "subtasks.json: there is no subtask large, though testcases belong to it",
    "grader/cpp/grader.cpp: missing: expected grader in a language that is judged here",
    "solutions.json: stairs.py.except.huge: there is no such subtask",
    "solutions.json: none.cpp: there is no solution/none.cpp",
    "solutions.json: several model solutions: stairs.cpp, stairs.py",
    "validator/few.py: missing",
  ]);
});

test.each([
  [{ type: "Interactive" }, "problem.json: type: only tasks of the types"],
  [{ has_manager: true }, "problem.json: has_manager: true is not judged here for Batch tasks"],
  [{ has_checker: true }, "checker/checker.cpp: missing: problem.json says that a checker decides"],
  [{ num_processes: 9 }, "problem.json: num_processes: expected a whole number from 1 to 8"],
  [{ type_params: {} }, "problem.json: type_params: parameters for CMS are not read here"],
  [{ name: "../stairs" }, "problem.json: name: expected a short name"],
  [{ type: "OutputOnly", has_grader: true }, "problem.json: has_grader: true is not judged here for OutputOnly tasks"],
])("problem.json with %j is refused", async (changes, message) => {
  const { errors } = await read("tps-batch", { "problem.json": problemJson(changes) });
  expect(errors.some((error) => error.startsWith(message))).toBe(true);
});

test("a verdict that there is not is refused with those that there are", async () => {
  const { errors } = await read("tps-batch", { "solutions.json": '{"stairs.cpp": {"verdict": "wrong"}}' });
  expect(errors[0]).toMatch(/^solutions\.json: stairs\.cpp\.verdict: expected one of model_solution, correct, /);
});

test("two subtasks with the same index keep their order", async () => {
  const files = await changedFixture("tps-batch");
  const json = readFileSync(join(files.folder, "subtasks.json"), "utf8").replace('"index": 3', '"index": 1');
  const { errors, warnings, problem } = await read("tps-batch", { "subtasks.json": json });
  expect(errors).toEqual([]);
  expect(warnings).toContain("subtasks.json: subtasks.small.index: 1 is that of full, too");
  expect(problem?.subtasks.map(({ id }) => id)).toEqual(["samples", "full", "small", "growing"]);
});

const MANAGER = { "grader/manager.cpp": "int main() {}", "grader/manager.h": "" };

test.each([
  ["int main() { scanf(); }", "standard"],
  ['int main(int argc, char **argv) { fin = fopen(argv[1], "r"); }', "fifo"],
  ["int main(int argc, char **argv) { std::ifstream in(argv[1]); }", "fifo"],
  ["int main(int argc, char **argv) { int index = atoi(argv[1]); }", "standard"],
])("a stub %j tells how its submission talks", async (stub, io) => {
  const changes = { ...MANAGER, "grader/cpp/stub.cpp": stub };
  const json = problemJson({ type: "Communication", grader_name: "stub", has_checker: undefined, num_processes: 2 });
  const { task } = problemOf(await read("tps-batch", { ...changes, "problem.json": json }));
  expect(task).toMatchObject({ kind: "communication", processes: 2, io });
  expect(task).not.toHaveProperty("checker");
});

test("a manager's output may be left to a checker", async () => {
  const json = problemJson({ type: "Communication", has_checker: true });
  const changes = { ...MANAGER, "problem.json": json, "checker/checker.py": "print(1)" };
  const { task } = problemOf(await read("tps-batch", changes));
  expect(task).toMatchObject({ kind: "communication", checker: { kind: "program", protocol: "cms" } });
});
