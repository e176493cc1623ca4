import { describe, expect, test } from "vitest";
import { cms } from "../../../../src/judge/checker/cms.ts";
import { CRASHES, crashed, ended, inShort, PATHS } from "./checker-runs.ts";

const judge = (stdout: string, stderr = "") => cms.judge(ended(0, { stdout, stderr }), {});

test("it is called with input, answer and output, in this order", () => {
  expect(cms.argv(PATHS, [])).toEqual(["/w/judge/input", "/w/judge/answer", "/w/judge/output"]);
  expect(cms.stdin).toBe("empty");
});

describe("the first line of standard output is the score", () => {
  test.each([
    ["1\n", "AC 1"],
    ["1.0", "AC 1"],
    ["1.000000000000\nmore\n", "AC 1"],
    ["0\n", "WA 0"],
    ["-0.0\n", "WA 0"],
    ["0.35\r\n", "PAC 0.35"],
    ["  .5  \n", "PAC 0.5"],
    ["1e-05\n", "PAC 0.00001"],
    ["0.999999999999\n", "PAC 0.999999999999"],
  ])("%j: %s", (stdout, expected) => {
    expect(inShort(judge(stdout))).toBe(expected);
  });

  test.each([
    "",
    "\n1\n",
    "nan\n",
    "inf\n",
    "-0.5\n",
    "1.01\n",
    "100\n",
    "1e400\n",
    "0x1\n",
    "ok\n",
    "1 correct\n",
    "0,5\n",
  ])("%j is a judge error that names both protocols", (stdout) => {
    const verdict = inShort(judge(stdout, "translate:success\n"));
    expect(verdict).toMatch(/^JE the checker prints .*; expected of cms is exit code 0, and a score from 0 to 1/);
    expect(verdict).toContain("of testlib it would be exit code 0 for right");
  });
});

describe("it ends with 0 whatever it found", () => {
  test.each([1, 2, 3, 7, 42, 43])("exit code %i is a judge error, with a score, too", (code) => {
    const verdict = inShort(cms.judge(ended(code, { stdout: "1\n" }), {}));
    expect(verdict).toContain(`JE the checker exited with ${code}; expected of cms is exit code 0`);
  });

  test.each(CRASHES)("a crash is a judge error: %j", (outcome) => {
    expect(inShort(cms.judge(crashed(outcome, { stdout: "1\n" }), {}))).toMatch(/^JE the checker (was|came)/);
  });
});

describe("the message is the first line of standard error", () => {
  test.each([
    ["1", "translate:success\n", "the output is correct"],
    ["0.5", "translate:partial", "the output is partially correct"],
    ["0", "translate:wrong\r\n", "the output is not correct"],
    ["0", "translate:no idea\n", "translate:no idea"],
    ["0", "Too many queries\n", "Too many queries"],
    ["0", "", ""],
  ])("%s, %j: %s", (stdout, stderr, message) => {
    expect(judge(stdout, stderr)).toMatchObject({ check: { message } });
  });

  test("with the reasons that follow", () => {
    expect(judge("0", "Output isn't correct\nline 3 differs\n\n")).toMatchObject({
      check: { message: "Output isn't correct; line 3 differs" },
    });
    expect(judge("0", "translate:wrong\nADMIN_MESSAGE: query 7 repeats\n")).toMatchObject({
      check: { message: "the output is not correct; query 7 repeats" },
    });
  });
});

test("a manager that says by its standard text that it failed is a judge error", () => {
  const run = {
    ...ended(0, { stdout: "0\n", stderr: "Judge Failure; Contact staff!\nno input\n" }),
    role: "manager",
  } as const;
  expect(inShort(cms.judge(run, {}))).toBe(
    "JE the manager says that it failed; it says: Judge Failure; Contact staff!; no input",
  );
});
