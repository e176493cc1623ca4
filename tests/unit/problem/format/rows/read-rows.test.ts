import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { deflateSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { readPackage } from "../../../../../src/problem/read-problem.ts";
import { compressedWith } from "../../source/compressed.ts";
import { codeContestsRow, ioiRow, ioiTest, liveCodeBenchRow, rowsFile, textOf } from "./rows-file.ts";

async function read(path: string) {
  const { problem, errors, warnings, [Symbol.asyncDispose]: dispose } = await readPackage(path);
  const tests = problem?.testcases.map(({ id, input, answer }) => [
    id,
    readFileSync(input.path, "utf8"),
    readFileSync(answer.path, "utf8"),
  ]);
  const [first] = problem?.testcases ?? [];
  await dispose();
  if (first) expect(existsSync(first.input.path)).toBe(false);
  return { problem, errors, warnings: warnings.join("\n"), tests };
}

describe("which row is meant", () => {
  const rows = [codeContestsRow(), codeContestsRow({ name: "2_B. Other" }), liveCodeBenchRow({ question_id: "2" })];

  test.each([
    ["1_A. Adding", "1_A. Adding"],
    ["2_B. Other", "2_B. Other"],
    // An id comes before the number of a line.
    ["2", "Echo"],
    ["1", "1_A. Adding"],
  ])("#%s", async (key, name) => {
    expect((await read(`${rowsFile(rows)}#${key}`)).problem?.name).toBe(name);
  });

  test.each([
    ["rows.jsonl.gz", gzipSync(textOf(rows))],
    ["rows.jsonl.zst", compressedWith("zstd", textOf(rows))],
    ["rows.jsonl.xz", compressedWith("xz", textOf(rows))],
  ])("in %s", async (name, content) => {
    const file = rowsFile([], name);
    writeFileSync(file, content);
    expect((await read(`${file}#2_B. Other`)).problem?.name).toBe("2_B. Other");
  });

  test("the only one needs no key, whatever empty lines there are; of several some are named", async () => {
    expect((await read(rowsFile(["", codeContestsRow(), "  "]))).problem?.name).toBe("1_A. Adding");
    await expect(readPackage(rowsFile(rows))).rejects.toThrow(
      /which problem is meant\? it has 3 rows, the first of them 1_A\. Adding, 2_B\. Other, 2: name one/,
    );
    await expect(readPackage(`${rowsFile(rows)}#77`)).rejects.toThrow(/no row is called 77 .*it has 3 rows/);
    await expect(readPackage(rowsFile([]))).rejects.toThrow("no rows");
  });

  test("lines that are not JSON, no object, no UTF-8, no row of a known set", async () => {
    await expect(readPackage(rowsFile(["{"]))).rejects.toThrow("rows.jsonl: line 1: not JSON");
    await expect(readPackage(rowsFile(["", "[1]"]))).rejects.toThrow("line 2: expected an object");
    await expect(readPackage(rowsFile([{ a: 1 }]))).rejects.toThrow(/line 1: not a row .*\n {2}CodeContests: name/);
    const file = rowsFile([]);
    writeFileSync(file, Buffer.from([0x7b, 0xff, 0x7d]));
    await expect(readPackage(file)).rejects.toThrow("line 1: byte 1: expected UTF-8");
    writeFileSync(file, gzipSync(textOf(rows)).subarray(0, 50));
    await expect(readPackage(file)).rejects.toThrow(/rows\.jsonl: cannot be read: unexpected end of file/);
  });

  test("two rows with the same id", async () => {
    const { errors } = await read(`${rowsFile([codeContestsRow(), codeContestsRow()])}#1_A. Adding`);
    expect(errors).toEqual(["line 2: has the same id as line 1: name one by its line"]);
  });

  test("--format is for packages", async () => {
    await expect(readPackage(rowsFile([codeContestsRow()]), { format: "icpc" })).rejects.toThrow("--format icpc");
  });
});

describe("CodeContests", () => {
  test("a row is a problem with its tests and with submissions whose verdicts are known", async () => {
    const { problem, errors, warnings, tests } = await read(rowsFile([codeContestsRow()]));
    expect(errors).toEqual([]);
    expect(problem).toMatchObject({
      id: "1_A.-Adding",
      statement: "Add two numbers.\n\n\nNote\n\nNothing.",
      timeLimit: { kind: "known", ms: 2500 },
      limits: { memoryLimitBytes: 268_435_456 },
      maxScore: 100,
    });
    expect(tests).toEqual([
      ["public/001", "1 2\n", "3\n"],
      ["private/001", "2 2\n", "4\n"],
      ["private/002", "0 0\n", "0\n"],
      ["generated/001", "5 5\n", "10\n"],
    ]);
    expect(problem?.testcases.map(({ kind }) => kind)).toEqual(["sample", "secret", "secret", "secret"]);
    expect(problem?.submissions).toMatchObject([
      { path: "solutions/0001.cpp", content: { language: "cpp17" }, expected: ["AC"] },
      { path: "solutions/0002.py", content: { language: "python3" }, expected: ["AC"] },
      { path: "incorrect_solutions/0001.java", expected: ["WA", "TLE", "MLE", "OLE", "RTE", "CE"] },
    ]);
    expect(warnings).toContain("2 passed over: in Python 2");
    expect(warnings).toContain("has no checkers");
  });

  test("numbers are tolerated only where the answer has decimal fractions", async () => {
    const row = codeContestsRow({ private_tests: { input: ["a", "b"], output: ["0.5\n", "1000000000000000001"] } });
    const { problem } = await read(rowsFile([row]));
    expect(problem?.testcases.map(({ comparison }) => comparison?.absoluteTolerance)).toEqual([
      undefined,
      1e-5,
      undefined,
      undefined,
    ]);
  });

  test("a statement that allows several answers is warned of, and missing images", async () => {
    const description = "If there are multiple answers, print any of them. <image>";
    const { warnings } = await read(rowsFile([codeContestsRow({ description })]));
    expect(warnings).toContain("seems to allow several answers");
    expect(warnings).toContain("images are not in the data set");
  });

  test("all mistakes are told with line and key", async () => {
    const changes = {
      time_limit: null,
      memory_limit_bytes: 0,
      input_file: "input.txt",
      private_tests: { input: ["1"], output: [] },
      solutions: { language: [9], solution: ["x"] },
      name: undefined,
    };
    const { errors } = await read(`${rowsFile([liveCodeBenchRow(), codeContestsRow(changes)])}#2`);
    expect(errors).toEqual([
      "line 2: name: missing, expected string",
      "line 2: private_tests: expected as many outputs as inputs",
      expect.stringContaining("line 2: solutions.language.0: "),
      "line 2: time_limit: missing: without this limit nothing can be judged",
      "line 2: memory_limit_bytes: missing: without this limit nothing can be judged",
      "line 2: input_file: input and output in named files are not judged here, only standard input and output",
    ]);
  });

  test("a row with no secret tests is refused", async () => {
    const none = { input: [], output: [] };
    const { errors } = await read(rowsFile([codeContestsRow({ private_tests: none, generated_tests: none })]));
    expect(errors.join()).toContain("an empty test suite accepts everything");
  });
});

describe("LiveCodeBench", () => {
  const tests = [{ input: "1\n", output: "1.50\n", testtype: "stdin" }];
  const zipped = (data: string | Uint8Array) => deflateSync(data).toString("base64");

  test("a row is a problem, with the limits of the set's own harness", async () => {
    const { problem, errors, warnings } = await read(rowsFile([liveCodeBenchRow()]));
    expect(errors).toEqual([]);
    expect(problem).toMatchObject({ id: "abc001_a", name: "Echo", timeLimit: { kind: "known", ms: 6000 } });
    expect(problem?.testcases.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
      "public/001 sample",
      "private/001 secret",
      "private/002 secret",
    ]);
    expect(warnings).toContain("no limits");
  });

  test.each([
    ["a list", tests],
    ["JSON", JSON.stringify(tests)],
    ["compressed JSON", zipped(JSON.stringify(tests))],
    ["compressed JSON in a string", zipped(JSON.stringify(JSON.stringify(tests)))],
  ])("private tests as %s", async (_, encoded) => {
    const { problem, errors } = await read(rowsFile([liveCodeBenchRow({ private_test_cases: encoded })]));
    expect(errors).toEqual([]);
    expect(problem?.testcases.at(-1)?.comparison?.absoluteTolerance).toBe(0);
  });

  test.each([
    [zipped(Buffer.from([0x80, 4, 0x95])), "pickled, and reading a pickle runs what is in it"],
    ["!", "expected a list in JSON"],
    ["AAAA", "line 1: private_test_cases: not what zlib compresses to"],
    [
      JSON.stringify([{ input: 1, output: "", testtype: "stdin" }]),
      "line 1: private_test_cases.0.input: expected string, received number",
    ],
    [
      JSON.stringify([{ input: "[1]", output: "1", testtype: "functional" }]),
      "functional tests are not judged here, only stdin: they call a function",
    ],
    ["[]", "an empty test suite accepts everything"],
  ])("private tests that are refused: %s", async (encoded, message) => {
    const { problem, errors } = await read(rowsFile([liveCodeBenchRow({ private_test_cases: encoded })]));
    expect(problem).toBeUndefined();
    expect(errors).toEqual([expect.stringContaining(message)]);
  });
});

describe("open-r1 ioi", () => {
  const rows = [
    ioiRow(),
    ioiRow({ subtask: "01-all", score: 100, test_names: ["0-01", "1-01"] }),
    ioiRow({ id: "other" }),
    ioiRow({ year: 2023, id: "older" }),
  ];
  const tests = [ioiTest("0-01"), ioiTest("1-01"), ioiTest("1-01", { year: 2020 }), ioiTest("x", { problem_id: "y" })];

  function taskFile(taskRows: readonly object[], testRows: readonly object[] | undefined): string {
    const file = rowsFile(taskRows, "ioi.jsonl");
    if (testRows) writeFileSync(file.replace(".jsonl", ".tests.jsonl.gz"), gzipSync(textOf(testRows)));
    return file;
  }

  test.each(["adding", "2024/adding"])("the rows of %s make one problem with their subtasks", async (key) => {
    const { problem, errors, tests: data } = await read(`${taskFile(rows, tests)}#${key}`);
    expect(errors).toEqual([]);
    expect(problem?.subtasks).toMatchObject([
      { id: "00-samples", maxScore: 0, testcaseIds: ["0-01"] },
      { id: "01-all", maxScore: 100, testcaseIds: ["0-01", "1-01"] },
    ]);
    expect(problem?.testcases.map(({ id, kind }) => `${id} ${kind}`)).toEqual(["0-01 sample", "1-01 secret"]);
    expect(data?.[0]).toEqual(["0-01", "0-01\n", "1\n"]);
    expect(problem?.support.isRequired).toBe(true);
    expect(
      problem?.support.byLanguage
        .get("cpp17")
        ?.files.map(({ name }) => name)
        .sort(),
    ).toEqual(["adding.h", "grader.cpp"]);
  });

  test("a line is one subtask", async () => {
    const { problem } = await read(`${taskFile(rows, tests)}#2`);
    expect(problem?.subtasks.map(({ id }) => id)).toEqual(["01-all"]);
  });

  test("Communication takes its number of processes from the grader's configuration", async () => {
    const grader_files = [
      ["graders/manager.cpp", "int main() {}"],
      ["graders/stub.cpp", "int main() {}"],
      ["graders/grader_config.json", '{"task_type_parameters_Communication_num_processes": 2}'],
    ];
    const row = ioiRow({ task_type: "Communication", grader_files, score: 100 });
    const { problem, errors } = await read(taskFile([row], tests));
    expect(errors).toEqual([]);
    expect(problem?.task).toMatchObject({ kind: "communication", processes: 2 });
    const bare = ioiRow({ task_type: "Communication", grader_files: grader_files.slice(0, 2), score: 100 });
    expect((await read(taskFile([bare], tests))).errors.join()).toContain("how many processes");
  });

  test("what is missing or contradicts itself is told", async () => {
    expect((await read(taskFile([ioiRow()], undefined))).errors.join()).toContain("expected them in");
    expect((await read(taskFile([ioiRow()], [ioiTest("9")]))).errors.join()).toContain("no tests 0-01 of 2024/adding");
    const twice = [ioiTest("0-01"), ioiTest("0-01")];
    expect((await read(taskFile([ioiRow()], twice))).errors.join()).toContain("line 2: a second test 0-01");
    const differing = [ioiRow(), ioiRow({ time_limit: 2 })];
    expect((await read(taskFile(differing, tests))).errors.join()).toContain("line 2: time_limit: not the same");
  });

  test("a path among the graders cannot leave the folder", async () => {
    const row = ioiRow({ grader_files: [["../../medalist-was-here", "x"]] });
    expect((await read(taskFile([row], tests))).errors.join()).toContain("leads out of the archive");
  });
});
