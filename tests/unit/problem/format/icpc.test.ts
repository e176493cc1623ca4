import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { readPackage } from "../../../../src/problem/read-problem.ts";
import { aPackage, PASS_FAIL_PACKAGE } from "../../../support/problem-package.ts";

const MIB = 1024 * 1024;

describe("a package without mistakes", () => {
  test("is read", async () => {
    const { problem, errors, warnings } = await readPackage(PASS_FAIL_PACKAGE);
    expect({ errors, warnings }).toEqual({ errors: [], warnings: [] });
    expect(problem).toMatchObject({
      id: "pass-fail",
      name: "Adding",
      statement: "Add two numbers.\n\n\n\n## Input\n\nTwo whole numbers from 0 to 1000.",
      limits: {
        timeLimitMs: 1500,
        memoryLimitBytes: 256 * MIB,
        outputLimitBytes: 8 * MIB,
        codeLimitBytes: 128 * 1024,
        compileTimeLimitMs: 60_000,
        compileMemoryLimitBytes: 2048 * MIB,
      },
      comparison: { caseSensitive: false, spaceSensitive: false },
      maxScore: 100,
      subtasks: [{ id: "all", maxScore: 100, testcaseIds: ["sample/1", "secret/1", "secret/2"] }],
    });
    expect(problem?.testcases.map(({ id, kind, input }) => [id, kind, input.bytes])).toEqual([
      ["sample/1", "sample", 4],
      ["secret/1", "secret", 4],
      ["secret/2", "secret", 9],
    ]);
    expect(problem?.submissions.map(({ path, language, expected }) => [path, language, expected])).toEqual([
      ["submissions/accepted/adds.py", "python3", ["AC"]],
      ["submissions/wrong_answer/subtracts.cpp", "cpp20", ["WA"]],
    ]);
    expect(problem?.inputValidators.map(({ path }) => path)).toEqual(["input_validators/two_numbers.py"]);
  });

  test("has a hash that its place does not change, and every file of it does", async () => {
    const hashOf = async (folder: string) => (await readPackage(folder)).problem?.packageHash;
    const hash = await hashOf(PASS_FAIL_PACKAGE);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await hashOf(aPackage())).toBe(hash);
    expect(await hashOf(aPackage({ "recorded/1.md": "an answer" }))).toBe(hash);
    expect(await hashOf(aPackage({ "data/secret/2.ans": "1998\n" }))).not.toBe(hash);
    expect(await hashOf(aPackage({ "data/secret/3.in": "3 3\n", "data/secret/3.ans": "6\n" }))).not.toBe(hash);
    expect(await hashOf(aPackage({ "notes.txt": "" }))).not.toBe(hash);
  });

  test("may have testcases in folders below, and links to its own files", async () => {
    const folder = aPackage({ "data/secret/large/1.in": "9 9\n", "data/secret/large/1.ans": "18\n" });
    writeFileSync(join(folder, "data/secret/large/2.in"), "5 4\n");
    symlinkSync("../2.ans", join(folder, "data/secret/large/2.ans"));
    const { problem } = await readPackage(folder);
    expect(problem?.testcases.map(({ id }) => id)).toEqual([
      "sample/1",
      "secret/1",
      "secret/2",
      "secret/large/1",
      "secret/large/2",
    ]);
  });
});

describe("a legacy package", () => {
  const legacy = { statement: undefined, "problem_statement/problem.en.tex": "\\problemname{Adding}\nAdd." };

  test("has its time limit in .timelimit, its flags in validator_flags and its statement in TeX", async () => {
    const folder = aPackage({
      ...legacy,
      ".timelimit": "3\n",
      "problem.yaml":
        "name: Adding\nvalidation: default\nvalidator_flags: float_tolerance 1e-6\nlimits:\n  memory: 64\n",
    });
    const { problem, errors } = await readPackage(folder);
    expect(errors).toEqual([]);
    expect(problem).toMatchObject({
      statement: "\\problemname{Adding}\nAdd.",
      limits: { timeLimitMs: 3000, memoryLimitBytes: 64 * MIB },
      comparison: { absoluteTolerance: 1e-6, relativeTolerance: 1e-6 },
    });
  });

  test.each(["", "soon", "0", "-1"])("with %j in .timelimit has no time limit", async (text) => {
    const { errors } = await readPackage(aPackage({ "problem.yaml": "name: Adding\n", ".timelimit": text }));
    expect(errors).toEqual([".timelimit: expected a number of seconds"]);
  });
});

describe("flags of the comparison", () => {
  const flagged = { caseSensitive: true };
  test.each([
    ["data/test_group.yaml", "output_validator_args: case_sensitive\n"],
    ["data/test_group.yaml", "output_validator_args: [case_sensitive]\n"],
    ["data/secret/test_group.yaml", "output_validator_args: case_sensitive\n"],
    ["data/testdata.yaml", "output_validator_flags: case_sensitive\n"],
    ["data/secret/testdata.yaml", "output_validator_flags: ' case_sensitive '\n"],
    ["data/secret/large/testdata.yaml", "output_validator_flags: case_sensitive\n"],
  ])("stand in %s: %j", async (path, text) => {
    expect((await readPackage(aPackage({ [path]: text }))).problem?.comparison).toMatchObject(flagged);
  });

  test("may be said again, but not be others for other groups", async () => {
    const files = (inner: string) => ({
      "data/testdata.yaml": "output_validator_flags: float_tolerance 1e-6\n",
      "data/secret/testdata.yaml": `output_validator_flags: ${inner}\n`,
    });
    expect((await readPackage(aPackage(files("float_tolerance 1e-6")))).errors).toEqual([]);
    expect((await readPackage(aPackage(files("case_sensitive")))).errors).toEqual([
      "data/secret/testdata.yaml: output validator flags other than in data/testdata.yaml are not read yet",
    ]);
  });
});

describe("a mistake is told with file, place and what was expected", () => {
  type Changes = Readonly<Record<string, string | undefined>>;
  const yaml = (text: string): Changes => ({ "problem.yaml": text });
  const LIMITS = "limits: {time_limit: 1}\n";
  const cases: readonly (readonly [what: string, changes: Changes, error: string | RegExp])[] = [
    ["no answer", { "data/secret/2.ans": undefined }, "data/secret/2.in: its answer data/secret/2.ans is missing"],
    ["no secret testcases", { "data/secret": undefined }, /^data\/secret: no testcases/],
    ["broken YAML", yaml("name: [Adding"), /^problem\.yaml: not YAML: /],
    ["YAML that is a list", yaml("- a\n"), /^problem\.yaml: the whole file: /],
    [
      "a time limit with a unit",
      yaml('limits: {time_limit: "2s"}'),
      /^problem\.yaml: limits\.time_limit: .*expected number/,
    ],
    ["a time limit of 0", yaml("limits: {time_limit: 0}"), /^problem\.yaml: limits\.time_limit: /],
    [
      "no time limit",
      yaml("name: Adding\n"),
      /^problem\.yaml: limits\.time_limit: missing, expected a number of seconds/,
    ],
    ["an empty problem.yaml", yaml(""), /^problem\.yaml: limits\.time_limit: missing/],
    ["memory that is no number", yaml(`limits: {time_limit: 1, memory: much}`), /^problem\.yaml: limits\.memory: /],
    [
      "an unknown version",
      yaml(`problem_format_version: 2031-01\n${LIMITS}`),
      /^problem\.yaml: problem_format_version: /,
    ],
    [
      "scoring",
      yaml(`type: scoring\n${LIMITS}`),
      "problem.yaml: type: scoring problems are not read yet, only pass-fail",
    ],
    ["two types", yaml(`type: [pass-fail, interactive]\n${LIMITS}`), /^problem\.yaml: type: interactive problems/],
    [
      "its own validator",
      yaml(`validation: custom\n${LIMITS}`),
      /^problem\.yaml: validation: "custom" is not read yet/,
    ],
    ["an output validator", { "output_validator/check.py": "" }, "output_validator/: not read yet"],
    ["an unknown flag", { "data/test_group.yaml": "output_validator_args: ignore_all\n" }, /no flag "ignore_all"/],
    ["a broken group file", { "data/test_group.yaml": "a: [" }, /^data\/test_group\.yaml: not YAML: /],
    ["no accepted submission", { "submissions/accepted": undefined }, /^submissions\/accepted: no accepted submission/],
    ["no statement", { statement: undefined }, "statement/: no problem.en.md"],
  ];
  test.each(cases)("%s", async (_, changes, error) => {
    const { problem, errors } = await readPackage(aPackage(changes));
    expect(problem).toBeUndefined();
    expect(errors).toEqual([typeof error === "string" ? error : expect.stringMatching(error)]);
  });

  test.each([
    ["out of the package", "../../secret.txt"],
    ["to an absolute path", "/etc/hostname"],
    ["to nowhere", "none"],
    ["to the folder beside, whose name begins alike", "../adding-2/file"],
    ["to a folder", "data"],
  ])("a link that leads %s", async (_, target) => {
    const folder = aPackage();
    mkdirSync(`${folder}-2`);
    writeFileSync(`${folder}-2/file`, "");
    writeFileSync(join(dirname(dirname(folder)), "secret.txt"), "", { flag: "a" });
    symlinkSync(target, join(folder, "link"));
    const { problem, errors } = await readPackage(folder);
    expect(problem).toBeUndefined();
    expect(errors).toEqual([
      expect.stringMatching(/^link: a link (that leads nowhere or out of the package|to a folder)/),
    ]);
  });

  test("all of them are listed together, a broken problem.yaml included", async () => {
    const { errors } = await readPackage(
      aPackage({
        "problem.yaml": "limits: {time_limit: soon}\nvalidator_flags: 3\n",
        "data/sample/1.ans": undefined,
        "data/secret": undefined,
        "submissions/accepted": undefined,
        statement: undefined,
      }),
    );
    expect(errors.map((error) => error.slice(0, error.indexOf(":", 14)))).toEqual([
      "problem.yaml: validator_flags",
      "problem.yaml: limits.time_limit",
      "data/sample/1.in",
      "data/secret: no testcases",
      "submissions/accepted",
      "statement/: no problem.en.md".slice(0, -1),
    ]);
  });
});

describe("what is odd but can be judged is a warning", () => {
  test.each([
    [
      "the same input twice",
      { "data/secret/3.in": "0 0\n", "data/secret/3.ans": "0\n" },
      "secret/3: the same input as secret/1",
    ],
    [
      "a sample among the secret",
      { "data/secret/3.in": "1 2\n", "data/secret/3.ans": "3\n" },
      "secret/3: the same input as sample/1",
    ],
    ["no samples", { "data/sample": undefined }, "data/sample: no samples"],
    ["a submission in an unknown folder", { "submissions/odd/a.py": "" }, /^submissions\/odd\/a\.py: passed over/],
    [
      "a submission in an unknown language",
      { "submissions/accepted/a.hs": "" },
      /^submissions\/accepted\/a\.hs: passed over/,
    ],
    ["a validator in an unknown language", { "input_validators/a.ctd": "" }, /^input_validators\/a\.ctd: passed over/],
  ])("%s", async (_, changes, warning) => {
    const { problem, errors, warnings } = await readPackage(aPackage(changes));
    expect(errors).toEqual([]);
    expect(problem).toBeDefined();
    expect(warnings).toEqual([typeof warning === "string" ? warning : expect.stringMatching(warning)]);
  });
});
