import { describe, expect, test } from "vitest";
import { testlib } from "../../../../src/judge/checker/testlib.ts";
import { CRASHES, crashed, ended, inShort, PATHS } from "./checker-runs.ts";

const NONE = {};
const OF_20 = { maxPoints: 20 };

test("it is called with input, output and answer", () => {
  expect(testlib.argv(PATHS, ["--group", "1"])).toEqual([
    "/w/judge/input",
    "/w/judge/output",
    "/w/judge/answer",
    "--group",
    "1",
  ]);
  expect(testlib.stdin).toBe("empty");
});

describe("the exit code is the verdict", () => {
  test.each([
    [0, "ok 3 numbers\n", "AC 1"],
    [1, "wrong answer 1st numbers differ\n", "WA 0"],
    [2, "wrong output format Unexpected end of file\n", "WA 0"],
    [4, "wrong output format Extra information\n", "WA 0"],
    [8, "unexpected eof\n", "WA 0"],
  ])("%i, %j: %s", (code, stderr, expected) => {
    expect(inShort(testlib.judge(ended(code, { stderr }), NONE))).toBe(expected);
    expect(inShort(testlib.judge(ended(code, { stderr }), OF_20))).toBe(expected);
  });

  test("what it says is the message, and a presentation error is said", () => {
    const said = testlib.judge(ended(1, { stderr: "wrong answer expected 3, found 4\n" }), NONE);
    expect(said).toMatchObject({ check: { message: "wrong answer expected 3, found 4" } });
    const format = testlib.judge(ended(2, { stderr: "wrong output format Expected integer\n" }), NONE);
    expect(format).toMatchObject({ check: { message: "presentation error: wrong output format Expected integer" } });
  });

  test("3 is a failure of the checker's own", () => {
    expect(inShort(testlib.judge(ended(3, { stderr: "FAIL the jury has the worse answer\n" }), NONE))).toBe(
      "JE the checker says that it failed (exit code 3); it says: FAIL the jury has the worse answer",
    );
  });

  test.each([6, 9, 15, 117, 134, 139, 255])("%i is none of its codes: a judge error", (code) => {
    const verdict = inShort(testlib.judge(ended(code), NONE));
    expect(verdict).toContain(`JE the checker exited with ${code}; expected of testlib is exit code 0 for right`);
  });

  test.each(CRASHES)("a crash is a judge error: %j", (outcome) => {
    expect(inShort(testlib.judge(crashed(outcome, { stderr: "ok\n" }), NONE))).toMatch(/^JE the checker (was|came)/);
  });
});

describe("points", () => {
  test.each([5, 7])("exit code %i gives them out of what the testcase has", (code) => {
    const give = (stderr: string) => inShort(testlib.judge(ended(code, { stderr }), OF_20));
    expect(give("points 5.0 good\n")).toBe("PAC 0.25 with 5 points");
    expect(give("points 20 \n")).toBe("AC 1 with 20 points");
    expect(give("points 0 bad\n")).toBe("WA 0 with 0 points");
  });

  test.each(["points 20.5", "points -1", "points nan", "points inf", "points", "5", "", "half points 5"])(
    "%j is a judge error",
    (stderr) =>
      expect(inShort(testlib.judge(ended(7, { stderr }), OF_20))).toMatch(
        /^JE .* expected "points <number from 0 to 20>" on standard error/,
      ),
  );

  test("without a maximum any from 0 will do", () => {
    const unbounded = { maxPoints: Number.POSITIVE_INFINITY };
    expect(inShort(testlib.judge(ended(7, { stderr: "points 1000" }), unbounded))).toBe("AC 1 with 1000 points");
    expect(inShort(testlib.judge(ended(7, { stderr: "points -1" }), unbounded))).toMatch(/^JE /);
  });

  test("where the testcase is worth nothing, whatever is given is all of it", () => {
    expect(inShort(testlib.judge(ended(7, { stderr: "points 3" }), { maxPoints: 0 }))).toBe("AC 1 with 0 points");
  });

  test("where the testcase has none of its own, giving some is a judge error", () => {
    expect(inShort(testlib.judge(ended(7, { stderr: "points 1" }), NONE))).toMatch(
      /^JE the checker gives points: none/,
    );
  });
});

describe("partially correct outputs", () => {
  test.each([
    [30, "partially correct (30) nearly\n", "PAC 0.3"],
    [46, "partially correct (30) nearly\n", "PAC 0.3"],
    [80, "partially correct (30) nearly\n", "PAC 0.3"],
    [42, "partially correct (26) \n", "PAC 0.26"],
    [100, "partially correct (100) \n", "AC 1"],
    [0, "partially correct (0) \n", "WA 0"],
    [1, "partially correct (1) \n", "PAC 0.01"],
    [16, "", "WA 0"],
    [66, "", "PAC 0.5"],
    [116, "", "AC 1"],
  ])("exit code %i, %j: %s", (code, stderr, expected) => {
    expect(inShort(testlib.judge(ended(code, { stderr }), NONE))).toBe(expected);
  });

  test("that are said to be so in two ways are a judge error", () => {
    expect(inShort(testlib.judge(ended(17, { stderr: "partially correct (30)" }), NONE))).toMatch(/^JE /);
    expect(inShort(testlib.judge(ended(150, { stderr: "partially correct (150)" }), NONE))).toMatch(/^JE /);
  });
});

describe("a checker of another protocol is a judge error", () => {
  test.each([42, 43])("Kattis: %i is no share", (code) => {
    const verdict = inShort(testlib.judge(ended(code), NONE));
    expect(verdict).toContain("expected of testlib is");
    expect(verdict).toContain("(of kattis it would be exit code 42 or 43)");
  });

  test.each(["0\n", "1\n", "0.500000000000\n"])("CMS: %j with exit code 0 is not accepted", (stdout) => {
    const verdict = inShort(testlib.judge(ended(0, { stdout, stderr: "Output isn't correct\n" }), NONE));
    expect(verdict).toContain("JE the checker exited with 0");
    expect(verdict).toContain("(of cms it would be");
  });

  test("but one of testlib may print what it likes", () => {
    expect(inShort(testlib.judge(ended(0, { stdout: "17\n", stderr: "ok\n" }), NONE))).toBe("AC 1");
  });
});
