import { describe, expect, test } from "vitest";
import { type Changes, errorsOf, problemOf, readFixture } from "./read-fixture.ts";

const MIB = 1024 * 1024;

describe("a package without mistakes", () => {
  test("is read", async () => {
    const { problem, errors } = await readFixture("pass-fail");
    expect(errors).toEqual([]);
    expect(problem).toMatchObject({
      id: "pass-fail",
      name: "Adding",
      timeLimit: { kind: "known", ms: 2000 },
      limits: {
        memoryLimitBytes: 256 * MIB,
        outputLimitBytes: 8 * MIB,
        codeLimitBytes: 128 * 1024,
        compileTimeLimitMs: 60_000,
        compileMemoryLimitBytes: 2048 * MIB,
        validationTimeLimitMs: 60_000,
        validationMemoryLimitBytes: 2048 * MIB,
        validationOutputLimitBytes: 8 * MIB,
      },
      task: { kind: "batch", passes: 1, checker: { kind: "default", comparison: { caseSensitive: false } } },
      maxScore: 100,
      scoring: { kind: "subtasks" },
      subtasks: [{ id: "all", maxScore: 100, aggregation: "all", testcaseIds: ["sample/1", "secret/1", "secret/2"] }],
    });
    expect(problem?.testcases.map(({ id, kind, input }) => [id, kind, input.bytes])).toEqual([
      ["sample/1", "sample", 4],
      ["secret/1", "secret", 4],
      ["secret/2", "secret", 9],
    ]);
    expect(problem?.submissions.map(({ path, expected }) => [path, expected])).toEqual([
      ["submissions/accepted/adds.py", ["AC"]],
      ["submissions/wrong_answer/subtracts.cpp", ["WA"]],
    ]);
    expect(problem?.inputValidators.map(({ path, protocol }) => [path, protocol])).toEqual([
      ["input_validators/two_numbers.py", "kattis"],
    ]);
  });

  test("may have testcases in folders, judged in the order of their names", async () => {
    const { testcases } = await problemOf("pass-fail", {
      "data/secret/1-a.in": "9 9\n",
      "data/secret/1-a.ans": "18\n",
      "data/secret/10/1.in": "8 9\n",
      "data/secret/10/1.ans": "17\n",
    });
    expect(testcases.map(({ id }) => id)).toEqual(["sample/1", "secret/1", "secret/1-a", "secret/10/1", "secret/2"]);
  });

  test.each(["2023-07-draft", "2023-07", "2025-09-draft", "2025-09", "draft"])(
    "may be of version %s",
    async (version) => {
      const yaml = `problem_format_version: ${version}\nname: Adding\nuuid: 1\nlimits: {time_limit: 1}\n`;
      expect((await problemOf("pass-fail", { "problem.yaml": yaml })).timeLimit).toEqual({ kind: "known", ms: 1000 });
    },
  );
});

describe("the time limit", () => {
  const legacy = (limits: string, more: Changes = {}) =>
    problemOf("icpc-legacy-float", { "problem.yaml": `name: x\nlimits: {${limits}}\n`, ...more });

  test("follows from the submissions where nothing is said, by the multipliers of the version", async () => {
    const measured = { kind: "measured", acToTimeLimit: 5, timeLimitToTle: 2, resolutionMs: 1000 };
    expect((await problemOf("icpc-legacy-float")).timeLimit).toEqual(measured);
    expect((await legacy("time_multiplier: 3, time_safety_margin: 4")).timeLimit).toEqual({
      ...{ ...measured, acToTimeLimit: 3, timeLimitToTle: 4 },
    });
    expect((await problemOf("icpc-expectations")).timeLimit).toEqual({
      ...{ kind: "measured", acToTimeLimit: 2, timeLimitToTle: 1.5, resolutionMs: 500 },
    });
  });

  test("stands in problem.yaml, else in DOMjudge's files", async () => {
    const known = (ms: number) => ({ kind: "known", ms });
    expect((await legacy("memory: 64", { ".timelimit": "3\n" })).timeLimit).toEqual(known(3000));
    const both = { ".timelimit": "3\n", "domjudge-problem.ini": "timelimit=2" };
    expect((await legacy("memory: 64", both)).timeLimit).toEqual(known(2000));
    expect((await legacy("time_limit: 1.1", both)).timeLimit).toEqual(known(1100));
    expect((await problemOf("icpc-interactive")).timeLimit).toEqual(known(1500));
  });

  test.each(["", "soon", "0", "-1"])("is no %j", async (text) => {
    expect(await errorsOf("icpc-legacy-float", { ".timelimit": text })).toEqual([
      ".timelimit: expected a number of seconds",
    ]);
  });
});

describe("flags of the comparison", () => {
  test("hold for a folder and what is below it, or for a testcase alone", async () => {
    const { task, testcases } = await problemOf("pass-fail", {
      "data/secret/test_group.yaml": "output_validator_args: [float_tolerance, 1e-3]\n",
      "data/secret/2.yaml": "output_validator_args: [case_sensitive]\n",
    });
    expect(task).toMatchObject({ checker: { comparison: { absoluteTolerance: undefined } } });
    expect(testcases.map(({ comparison }) => [comparison?.absoluteTolerance, comparison?.caseSensitive])).toEqual([
      [undefined, undefined],
      [1e-3, false],
      [undefined, true],
    ]);
  });

  test("of the legacy format are those of the problem and of the folder", async () => {
    const { task, testcases } = await problemOf("icpc-legacy-float", {
      "data/secret/testdata.yaml": "output_validator_flags: case_sensitive\n",
    });
    expect(task).toMatchObject({ checker: { comparison: { absoluteTolerance: 1e-6, caseSensitive: false } } });
    expect(testcases[1]?.comparison).toMatchObject({ absoluteTolerance: 1e-6, caseSensitive: true });
  });

  test("are refused where they are unknown, with the file that has them", async () => {
    const group = { "data/secret/test_group.yaml": "output_validator_args: [ignore_case]\n" };
    expect(await errorsOf("pass-fail", group)).toEqual([
      'data/secret/test_group.yaml: output validator arguments: the default output validator has no flag "ignore_case"',
    ]);
  });
});

describe("a mistake is told with file, place and what was expected", () => {
  const yaml = (text: string): Changes => ({ "problem.yaml": text });
  const head = "problem_format_version: 2025-09\nname: Adding\nuuid: 1\n";
  const cases: readonly (readonly [what: string, changes: Changes, error: string | RegExp])[] = [
    ["no answer", { "data/secret/2.ans": undefined }, "data/secret/2.in: its answer data/secret/2.ans is missing"],
    ["no input", { "data/secret/2.in": undefined }, "data/secret/2.ans: an answer without its input data/secret/2.in"],
    ["no secret testcases", { "data/secret": undefined }, /^data\/secret: no testcases/],
    ["a folder without testcases", { "data/secret/a/b.txt": "" }, "data/secret/a: a folder without testcases"],
    [
      "a testcase called as a folder",
      { "data/secret/1/2.in": "3 4\n", "data/secret/1/2.ans": "7\n" },
      "data/secret/1: a testcase and a folder have the same name",
    ],
    ["a testcase elsewhere", { "data/1.in": "" }, "data/1.in: testcases are in data/sample and data/secret"],
    ["broken YAML", yaml("name: [Adding"), /^problem\.yaml: not YAML: /],
    ["a key twice", yaml("name: Adding\nname: Adding\n"), /^problem\.yaml: not YAML: .*unique/],
    ["YAML that is a list", yaml("- a\n"), /^problem\.yaml: the whole file: /],
    [
      "a time limit with a unit",
      yaml(`${head}limits: {time_limit: "2s"}`),
      /^problem\.yaml: limits\.time_limit: .*number/,
    ],
    ["a time limit of 0", yaml(`${head}limits: {time_limit: 0}`), /^problem\.yaml: limits\.time_limit: /],
    ["memory that is no number", yaml(`${head}limits: {memory: much}`), /^problem\.yaml: limits\.memory: /],
    [
      "an unknown version",
      yaml("problem_format_version: 2031-01\n"),
      /^problem\.yaml: problem_format_version: .*2025-09/,
    ],
    ["an unknown key", yaml(`${head}speed: 5\n`), "problem.yaml: speed: not a key of the format 2025-09"],
    [
      "an unknown limit",
      yaml(`${head}limits: {fuel: 5}\n`),
      "problem.yaml: limits.fuel: not a key of the format 2025-09",
    ],
    ["an unknown type", yaml(`${head}type: fast\n`), /^problem\.yaml: type: expected pass-fail, .*got "fast"$/],
    [
      "two types at odds",
      yaml(`${head}type: [pass-fail, scoring]\n`),
      /^problem\.yaml: type: .*both pass-fail and scoring$/,
    ],
    ["no interactor", yaml(`${head}type: interactive\n`), /^output_validator\/: missing: interactive problems/],
    ["no multi-pass validator", yaml(`${head}type: multi-pass\n`), /^output_validator\/: missing: multi-pass problems/],
    ["passes without multi-pass", yaml(`${head}limits: {validation_passes: 3}\n`), /validation_passes: only for/],
    [
      "submissions that write files",
      yaml(`${head}allow_file_writing: true\n`),
      /^problem\.yaml: allow_file_writing: true: /,
    ],
    ["a static validator", { "static_validator/v.py": "" }, "static_validator/: static validators are not run here"],
    [
      "a static score",
      { "data/secret/test_group.yaml": "static_validation_score: 5\n" },
      "data/secret/test_group.yaml: static_validation_score: static validators are not run here",
    ],
    [
      "points in a pass-fail problem",
      { "data/secret/test_group.yaml": "max_score: 5\n" },
      "data/secret/test_group.yaml: max_score: only for problems of type scoring",
    ],
    [
      "an unknown key of a testcase",
      { "data/secret/1.yaml": "hints: none\n" },
      "data/secret/1.yaml: hints: not a key of the format 2025-09",
    ],
    [
      "several output validators",
      { "output_validator/a.py": "", "output_validator/b.py": "" },
      "output_validator/: a.py, b.py: several output validators; expected one",
    ],
    ["no accepted submission", { "submissions/accepted": undefined }, /^submissions\/accepted: no accepted submission/],
    ["no statement", { statement: undefined }, /^statement\/: no problem\.en\.tex/],
    [
      "an answer too much in a name",
      { "data/secret/a.files/b/c": "", "data/secret/a.in": "1 1\n", "data/secret/a.ans": "2\n" },
      /^data\/secret\/a\.files\/b\/c: folders/,
    ],
    ["an included folder", { "include/cpp/v/v.h": "" }, /^include\/cpp\/v\/v\.h: included files in folders/],
  ];
  test.each(cases)("%s", async (_, changes, error) => {
    const errors = await errorsOf("pass-fail", changes);
    expect(errors).toEqual([typeof error === "string" ? error : expect.stringMatching(error)]);
  });

  test.each([
    "problem.yaml",
    "data/secret/test_group.yaml",
    "submissions/submissions.yaml",
    "statement/problem.en.md",
    "domjudge-problem.ini",
  ])("%s that is no UTF-8", async (path) => {
    const errors = await errorsOf("pass-fail", { [path]: Buffer.from([0x6e, 0x3a, 0x20, 0xff]) });
    expect(errors).toEqual([expect.stringMatching(new RegExp(`^${path}: .*UTF-8`))]);
  });

  test("and all of them at once", async () => {
    const { problem, errors } = await readFixture("pass-fail", {
      "data/secret/2.ans": undefined,
      "submissions/accepted": undefined,
      statement: undefined,
    });
    expect(problem).toBeUndefined();
    expect(errors).toHaveLength(3);
  });
});

describe("what does not change the judging is a warning", () => {
  const cases: readonly (readonly [what: string, changes: Changes, warning: string])[] = [
    ["an input twice", { "data/secret/2.in": "2 3\n" }, "secret/2: the same input as "],
    ["data that nothing is known of", { "data/invalid_answers/1.in": "" }, "data/invalid_answers: neither sample nor"],
    [
      "a description in another language",
      { "input_validators/two.ctd": "" },
      "input_validators/two.ctd: not run: there is no Checktestdata here",
    ],
    ["no input validator", { input_validators: undefined }, "input_validators/: no input validator"],
    [
      "a language that is not here",
      { "submissions/accepted/a.scala": "" },
      "submissions: not judged: accepted/a.scala (no Scala here)",
    ],
    [
      "Python 2",
      { "submissions/accepted/a.py": "#!/usr/bin/python2\n" },
      "submissions: not judged: accepted/a.py (no Python 2 here)",
    ],
    ["an unknown folder", { "submissions/funny/a.py": "" }, "submissions/funny/a.py: passed over: "],
    [
      "a name that the format passes over",
      { "data/secret/a b.in": "1 1\n" },
      "data/secret/a b.in: passed over, as its name has other",
    ],
  ];
  test.each(cases)("%s", async (_, changes, warning) => {
    const first = changes["data/secret/2.in"] === undefined ? {} : { "data/secret/1.in": "2 3\n" };
    const { problem, warnings } = await readFixture("pass-fail", { ...first, ...changes });
    expect(problem).toBeDefined();
    expect(warnings).toContainEqual(expect.stringContaining(warning));
  });
});
