import { expect, test } from "vitest";
import { EMPTY_FILE } from "../../../../../src/domain/problem.ts";
import { isIoiPackage, readIoiPackage } from "../../../../../src/problem/format/ioi/read-ioi.ts";
import { type Changes, changedFixture, problemOf } from "./changed-fixture.ts";

async function read(name: string, changes: Changes = {}) {
  return readIoiPackage(await changedFixture(name, changes));
}

function changedProblemJson(changes: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({
    ...{ code: "digits", name: "Digit Sum", time_limit: 1, memory_limit: 1 << 27, task_type: "Batch" },
    ...{ task_type_params: '{"task_type_parameters_Batch_compilation": "alone"}' },
    ...changes,
  });
}

test.each([
  "ioi-batch-alone",
  "ioi-batch-grader",
  "ioi-communication",
  "ioi-communication-two",
  "ioi-output-only",
  "ioi-two-steps",
])("%s is read without a finding", async (name) => {
  const { problem, errors, warnings } = await read(name);
  expect({ errors, warnings }).toEqual({ errors: [], warnings: [] });
  expect(problem?.maxScore).toBe(100);
  expect(problem?.statement).not.toBe("");
});

test("a package is recognised by its subtasks, and one of TPS is none", async () => {
  expect(isIoiPackage(await changedFixture("ioi-batch-alone"))).toBe(true);
  expect(isIoiPackage(await changedFixture("ioi-batch-alone", { subtasks: undefined }))).toBe(true);
  expect(isIoiPackage(await changedFixture("tps-batch"))).toBe(false);
  expect(isIoiPackage(await changedFixture("pass-fail"))).toBe(false);
});

test("a testcase belongs to several subtasks, those of the samples are shown, and order follows file names", async () => {
  const problem = problemOf(await read("ioi-batch-grader"));
  expect(problem.subtasks).toEqual([
    { id: "00-samples", maxScore: 0, testcaseIds: ["0-01"] },
    { id: "01-two", maxScore: 20, testcaseIds: ["1-01", "1-02"] },
    { id: "02-small", maxScore: 35.5, testcaseIds: ["0-01", "1-01", "1-02", "2-01"] },
    { id: "03-full", maxScore: 44.5, testcaseIds: ["0-01", "1-01", "2-01", "3-01", "3-02"] },
  ]);
  expect(problem.testcases.filter(({ kind }) => kind === "sample").map(({ id }) => id)).toEqual(["0-01"]);
  expect(problem.scoring).toEqual({ kind: "subtasks", aggregation: "sum", precision: 2 });
  expect(problem.timeLimit).toEqual({ kind: "known", ms: 1000 });
});

test("submissions are compiled with the grader of their language, and called as it expects", async () => {
  const { support } = problemOf(await read("ioi-batch-grader"));
  const inShort = [...support.byLanguage].map(([language, { entry, submissionName, files }]) => [
    ...[language, entry, submissionName],
    files.map(({ name }) => name),
  ]);
  expect(support.isRequired).toBe(true);
  expect(inShort).toEqual([
    ...["cpp17", "cpp20", "cpp23"].map((language) => [
      language,
      "grader.cpp",
      "halves.cpp",
      ["grader.cpp", "halves.h"],
    ]),
    ...["python3", "pypy3"].map((language) => [language, "grader.py", "halves.py", ["grader.py"]]),
    ["java", "grader.java", "halves.java", ["grader.java"]],
  ]);
});

test("a program that only lies beside a grader is not linked with it", async () => {
  const { support } = problemOf(await read("ioi-batch-grader", { "graders/brute.cpp": "int main() {}" }));
  expect(support.byLanguage.get("cpp20")?.files.map(({ name }) => name)).toEqual(["grader.cpp", "halves.h"]);
});

test("a task without a checker compares tokens, and one that is alone has no support code", async () => {
  const { task, support } = problemOf(await read("ioi-batch-alone"));
  expect(task).toMatchObject({ kind: "batch", checker: { kind: "default", comparison: { spaceSensitive: false } } });
  expect(support).toEqual({ isRequired: false, byLanguage: new Map() });
});

test("a manager needs no answers, and is not given to submissions", async () => {
  const problem = problemOf(await read("ioi-communication"));
  expect(problem.task).toMatchObject({ kind: "communication", processes: 1, io: "standard" });
  expect(problem.testcases.find(({ id }) => id === "1-01")?.answer).toEqual(EMPTY_FILE);
  const given = [...problem.support.byLanguage.values()].flatMap(({ files }) => files.map(({ name }) => name));
  expect(given).toContain("stub.cpp");
  expect(given).not.toContain("manager.cpp");
});

test("processes and their streams follow from the parameters", async () => {
  const { task } = problemOf(await read("ioi-communication-two"));
  expect(task).toMatchObject({ kind: "communication", processes: 2, io: "fifo" });
});

test("a checker beside a manager decides about what that prints, and wants answers", async () => {
  const reading = await read("ioi-communication", { "checker/checker.py": "print(1)" });
  expect(reading.errors).toContain("tests/0-01.in: its answer tests/0-01.out is missing");
  const answers = ["0-01", "1-01", "1-02", "2-01"].map((id) => [`tests/${id}.out`, "1"]);
  const { task } = problemOf(
    await read("ioi-communication", { "checker/checker.py": "print(1)", ...Object.fromEntries(answers) }),
  );
  expect(task).toMatchObject({ kind: "communication", checker: { kind: "program", protocol: "cms" } });
});

test("both parts of a two-step submission keep their names", async () => {
  const { task, support, submissions } = problemOf(await read("ioi-two-steps"));
  expect(task.kind).toBe("two-steps");
  expect(support.byLanguage.get("cpp20")).toMatchObject({ entry: "manager.cpp" });
  expect(support.byLanguage.get("cpp20")).not.toHaveProperty("submissionName");
  const model = submissions.find(({ path }) => path === "solutions/model_solution/two-files")?.content;
  expect(model).toMatchObject({ language: "cpp20", fileName: "decoder.cpp", others: [{ name: "encoder.cpp" }] });
});

test("outputs are handed in as a folder or a text, or made by a program", async () => {
  const { submissions } = problemOf(await read("ioi-output-only"));
  const kinds = submissions.map(({ path, content }) => [
    path.replace("solutions/", ""),
    "answers" in content ? [...content.answers.keys()].join(" ") : content.language,
  ]);
  expect(kinds).toContainEqual(["model_solution/all", "01 02 03 04"]);
  expect(kinds).toContainEqual(["correct/subtask_1_2", "01 02"]);
  expect(kinds).toContainEqual(["correct/output_01.txt", "01"]);
  expect(kinds).toContainEqual(["correct/computes.py", "python3"]);
});

test("a package without subtasks counts every testcase alike", async () => {
  const reading = await read("ioi-batch-alone", { subtasks: undefined });
  expect(problemOf(reading).subtasks).toEqual([
    { id: "all", maxScore: 100, testcaseIds: ["0-01", "1-01", "2-01", "2-02"], aggregation: "sum" },
  ]);
  expect(reading.warnings).toEqual(["subtasks/: none: every testcase has an equal part of 100 points"]);
});

test("everything that is wrong is told at once", async () => {
  const { problem, errors } = await read("ioi-batch-grader", {
    "problem.json": changedProblemJson({ code: "a/b", task_type_params: undefined }),
    "subtasks/01-two.json": '{"score": -1, "testcases": ["1-01"]}',
    "subtasks/03-full.json": '{"score": 60, "testcases": ["3-01", "9-99"]}',
    "subtasks/04-none.json": '{"score": 4.5, "testcases": []}',
    "tests/2-01.out": undefined,
    "tests/5-01.out": "1",
    "solutions/model_solution": undefined,
    "solutions/correct": undefined,
  });
  expect(problem).toBeUndefined();
  expect(errors).toEqual([
    "problem.json: code: expected a short name of letters, digits, - and _: submissions are called after it",
    "tests/2-01.in: its answer tests/2-01.out is missing",
    "tests/5-01.out: its input tests/5-01.in is missing",
    "subtasks/01-two.json: score: expected a number from 0",
    "subtasks/03-full.json: testcases: there is no tests/9-99.in",
    "subtask 04-none: no testcases: it would give its 4.5 points to everybody",
    "solutions/model_solution, solutions/correct: no solution in a language that is judged here",
  ]);
});

test.each([
  [
    { task_type: "Notice" },
    "task_type: only tasks of the types Batch, Communication, OutputOnly, TwoSteps are judged here",
  ],
  [{ time_limit: "1" }, "time_limit: expected a number of seconds"],
  [{ memory_limit: 0.5 }, "memory_limit: expected a number of bytes"],
  [{ score_precision: -1 }, "score_precision: expected a number of digits from 0 to 9"],
])("problem.json with %j is refused", async (changes, error) => {
  const { errors } = await read("ioi-batch-alone", { "problem.json": changedProblemJson(changes) });
  expect(errors).toEqual([`problem.json: ${error}`]);
});

test.each([
  ["ioi-batch-grader", "graders/grader.cpp", "graders/grader.py", "graders/grader.java"],
  ["ioi-communication", "graders/stub.cpp", "graders/stub.py"],
  ["ioi-two-steps", "graders/manager.cpp", "graders/manager.h"],
])("%s without its grader is refused", async (name, ...paths) => {
  const { errors } = await read(name, Object.fromEntries(paths.map((path) => [path, undefined])));
  expect(errors).toHaveLength(1);
  expect(errors[0]).toMatch(/^graders\/(grader|stub)\.cpp: missing: expected .* in a language that is judged here$/);
});

test("a Communication task without its manager is refused", async () => {
  const { errors } = await read("ioi-communication", { "graders/manager.cpp": undefined });
  expect(errors).toEqual(["graders/manager.cpp: missing: a Communication task needs its manager"]);
});

test("an empty test suite is refused", async () => {
  const { errors } = await read("ioi-batch-alone", { tests: undefined });
  expect(errors).toContain("tests/: no testcases, expected tests/<testcase>.in and .out");
});

test("what may be meant so is a warning", async () => {
  const { errors, warnings } = await read("ioi-batch-alone", {
    "subtasks/02-long.json": '{"score": 50, "testcases": ["2-01", "2-01"]}',
    "tests/2-02.in": "2026\n",
    "solutions/model_solution": undefined,
    "solutions/correct/x.pas": "begin end.",
    "solutions/unknown_verdict/x.py": "pass",
    statements: undefined,
  });
  expect(errors).toEqual([]);
  expect(warnings).toEqual([
    "tests/: the same input more than once: 0-01 = 2-02",
    "subtasks/02-long.json: testcases: some are named twice",
    "tests/: in no subtask: 2-02",
    "subtasks: their scores add up to 90, expected 100",
    expect.stringMatching(/^solutions\/unknown_verdict: passed over: expected folders model_solution, correct, /),
    "solutions/model_solution: no model solution",
    "not judged, as their languages are not: solutions/correct/x.pas",
    "statements/: no statement",
  ]);
});

/** A zip of one stored file, written down as the format has it. */
function zipOf(name: string, content: string): Buffer {
  const [called, data] = [Buffer.from(name), Buffer.from(content)];
  const shared = Buffer.alloc(26);
  shared.writeUInt16LE(20, 0);
  shared.writeUInt32LE(crc32Of(data), 10);
  shared.writeUInt32LE(data.length, 14);
  shared.writeUInt32LE(data.length, 18);
  shared.writeUInt16LE(called.length, 22);
  const local = Buffer.concat([Buffer.from("PK\x03\x04"), shared, called, data]);
  const central = Buffer.concat([Buffer.from("PK\x01\x02\x14\x00"), shared, Buffer.alloc(14), called]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(local.length, 12);
  return Buffer.concat([local, central, Buffer.from("PK\x05\x06"), end]);
}

function crc32Of(data: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

test("outputs are handed in as an archive, too", async () => {
  const changes = { "solutions/correct/sub1.zip": zipOf("outputs/output_01.txt", "2 2 2\n") };
  const { submissions } = problemOf(await read("ioi-output-only", changes));
  const content = submissions.find(({ path }) => path === "solutions/correct/sub1.zip")?.content;
  const answers = content && "answers" in content ? content.answers : new Map<string, Uint8Array>();
  expect([...answers].map(([id, bytes]) => [id, Buffer.from(bytes).toString()])).toEqual([["01", "2 2 2\n"]]);
});

test.each(["", "PK", "nothing packed"])("an archive of outputs that is none (%j) is refused", async (content) => {
  const { errors } = await read("ioi-output-only", { "solutions/correct/sub1.zip": content });
  expect(errors).toHaveLength(1);
  expect(errors[0]).toContain("solutions/correct/sub1.zip");
});

test("an output called after no testcase is refused", async () => {
  const { errors } = await read("ioi-output-only", { "solutions/correct/other/output_99.txt": "1" });
  expect(errors).toHaveLength(1);
  expect(errors[0]).toContain("solutions/correct/other/output_99.txt");
});

test("an input validator runs on a testcase once for each subtask that it is in", async () => {
  const reading = await read("ioi-batch-alone", {
    "validators/second.cpp": "int main() {}",
    "validators/shared.h": "",
  });
  const { inputValidators, testcases } = problemOf(reading);
  expect(
    inputValidators.map(({ path, protocol, others }) => [path, protocol, others?.map(({ name }) => name)]),
  ).toEqual([
    ["validators/digits.py", "kattis", ["shared.h"]],
    ["validators/second.cpp", "kattis", ["shared.h"]],
  ]);
  const runs = ["validators/digits.py", "validators/second.cpp"].flatMap((validator) =>
    ["01-short", "02-long"].map((id) => ({ validator, args: [id] })),
  );
  expect(testcases.find(({ id }) => id === "1-01")?.validatorRuns).toEqual(runs);
});

test("what lies among the input validators and is no program is an error", async () => {
  const { errors } = await read("ioi-batch-alone", { "validators/digits.pas": "begin end." });
  expect(errors).toEqual(["validators/digits.pas: no language that is judged here follows from digits.pas"]);
});
