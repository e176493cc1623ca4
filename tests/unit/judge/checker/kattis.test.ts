import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kattis } from "../../../../src/judge/checker/kattis.ts";
import { CRASHES, crashed, ended, inShort, PATHS } from "./checker-runs.ts";

const NONE = {};
const UNBOUNDED = { maxPoints: Number.POSITIVE_INFINITY };
const OF_20 = { maxPoints: 20 };

const score = (text: string) => ({ files: { "score.txt": text } });
const multiplier = (text: string) => ({ files: { "score_multiplier.txt": text } });

test("it is called with input, answer and feedback folder, and reads the output", () => {
  expect(kattis.argv(PATHS, ["float_tolerance", "1e-6"])).toEqual([
    "/w/judge/input",
    "/w/judge/answer",
    "/w/feedback/",
    "float_tolerance",
    "1e-6",
  ]);
  expect(kattis.stdin).toBe("output");
});

describe("without points", () => {
  test("42 accepts, 43 rejects", () => {
    expect(inShort(kattis.judge(ended(42), NONE))).toBe("AC 1");
    expect(inShort(kattis.judge(ended(43), NONE))).toBe("WA 0");
  });

  test.each([0, 1, 2, 3, 7, 41, 44, 139, 255])("exit code %i is a judge error that says what was expected", (code) => {
    const verdict = inShort(kattis.judge(ended(code, { stderr: "Traceback: oops" }), NONE));
    expect(verdict).toContain(`JE the checker exited with ${code}; expected of kattis is exit code 42 or 43`);
    expect(verdict).toContain("Traceback: oops");
  });

  test("an exit code that testlib would use names testlib, too, and a score CMS", () => {
    expect(inShort(kattis.judge(ended(1), NONE))).toContain("(of testlib it would be exit code 0 for right");
    expect(inShort(kattis.judge(ended(0, { stdout: "1.0\n" }), NONE))).toContain(
      "(of cms it would be exit code 0, and",
    );
  });

  test.each(CRASHES)("a crash is a judge error, whatever it left: %j", (outcome) => {
    const feedback = new Map([["score.txt", "20"]]);
    expect(inShort(kattis.judge(crashed(outcome, { feedback }), OF_20))).toMatch(/^JE the checker (was ended|came to)/);
  });

  test.each(["score.txt", "score_multiplier.txt"])("%s is a judge error", (name) => {
    expect(inShort(kattis.judge(ended(42, { files: { [name]: "1" } }), NONE))).toBe(
      `JE the checker accepts, but leaves ${name}: none expected, as the testcase has no points of its own`,
    );
  });

  test("on a sample, points are not looked at", () => {
    expect(inShort(kattis.judge(ended(42, score("much")), { kind: "sample" }))).toBe("AC 1");
    expect(inShort(kattis.judge(ended(43, score("0")), { kind: "sample" }))).toBe("WA 0");
  });
});

describe("with a maximum of points", () => {
  const rows: readonly [what: string, left: Parameters<typeof ended>[1], expected: string][] = [
    ["nothing", {}, "AC 1"],
    ["all points", score("20\n"), "AC 1 with 20 points"],
    ["some points", score(" 5.0 "), "PAC 0.25 with 5 points"],
    ["points in scientific notation", score("+1.e+1"), "PAC 0.5 with 10 points"],
    ["no points, which is still accepted", score("0"), "PAC 0 with 0 points"],
    ["minus zero", score("-0.0"), "PAC 0 with 0 points"],
    ["a share", multiplier(".5"), "PAC 0.5 with 10 points"],
    ["the whole share", multiplier("1"), "AC 1 with 20 points"],
    ["no share", multiplier("0"), "PAC 0 with 0 points"],
  ];
  test.each(rows)("%s", (_, left, expected) => {
    expect(inShort(kattis.judge(ended(42, left), OF_20))).toBe(expected);
  });

  test.each(["", "20.5", "-1", "nan", "inf", "1e400", "0x10", "5 6", "five", "5,0", "."])(
    "%j in score.txt is a judge error",
    (text) =>
      expect(inShort(kattis.judge(ended(42, score(text)), OF_20))).toMatch(/^JE .* score\.txt: expected a number/),
  );

  test.each(["", "1.01", "-0.1", "nan", "100%"])("%j in score_multiplier.txt is a judge error", (text) =>
    expect(inShort(kattis.judge(ended(42, multiplier(text)), OF_20))).toMatch(/^JE .* expected a number from 0 to 1/),
  );

  test("both files are a judge error", () => {
    const files = { "score.txt": "1", "score_multiplier.txt": "1" };
    expect(inShort(kattis.judge(ended(42, { files }), OF_20))).toMatch(/^JE .* leaves both/);
  });

  test.each(["score.txt", "score_multiplier.txt"])("%s is a judge error where it rejects", (name) => {
    expect(inShort(kattis.judge(ended(43, { files: { [name]: "0" } }), OF_20))).toBe(
      `JE the checker rejects, but leaves ${name}: expected only where it accepts`,
    );
  });

  test("whatever it leaves, the share is from 0 to 1, and a whole one alone is AC", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double().map(String)), fc.boolean(), (text, isShare) => {
        const verdict = kattis.judge(ended(42, isShare ? multiplier(text) : score(text)), OF_20);
        if (verdict.kind === "failed") return;
        expect(verdict.check.score).toBeGreaterThanOrEqual(0);
        expect(verdict.check.score).toBeLessThanOrEqual(1);
        expect(verdict.check.verdict).toBe(verdict.check.score === 1 ? "AC" : "PAC");
      }),
    );
  });
});

describe("without a maximum of points", () => {
  test("they are needed, and any from 0 will do", () => {
    expect(inShort(kattis.judge(ended(42, score("12345.5")), UNBOUNDED))).toBe("AC 1 with 12345.5 points");
    expect(inShort(kattis.judge(ended(42, score("0")), UNBOUNDED))).toBe("AC 1 with 0 points");
    expect(inShort(kattis.judge(ended(42), UNBOUNDED))).toMatch(/^JE .* leaves no score\.txt/);
    expect(inShort(kattis.judge(ended(42, score("-1")), UNBOUNDED))).toMatch(/^JE .* expected a number from 0/);
    expect(inShort(kattis.judge(ended(42, multiplier("1")), UNBOUNDED))).toMatch(/^JE .* expected is score\.txt/);
  });

  test("the legacy format asks for none, and knows negative ones", () => {
    const legacy = { ...UNBOUNDED, pointsRequired: false };
    expect(inShort(kattis.judge(ended(42), legacy))).toBe("AC 1");
    expect(inShort(kattis.judge(ended(42, score("-7.5")), legacy))).toBe("AC 1 with -7.5 points");
    expect(inShort(kattis.judge(ended(42, score("many")), legacy))).toMatch(/^JE /);
  });
});

describe("another pass", () => {
  test("is asked for by accepting; its points come later", () => {
    expect(inShort(kattis.judge(ended(42, { files: { "nextpass.in": "" } }), UNBOUNDED))).toBe("AC 1, next");
  });

  test("is not asked for by rejecting", () => {
    expect(inShort(kattis.judge(ended(43, { files: { "nextpass.in": "1" } }), NONE))).toMatch(
      /^JE .* rejects, but leaves nextpass\.in/,
    );
  });
});

describe("the message", () => {
  const messageOf = (left: Parameters<typeof ended>[1]) => {
    const verdict = kattis.judge(ended(43, left), NONE);
    return verdict.kind === "checked" ? verdict.check.message : "";
  };

  test("is for the judge before it is for the team, and standard error where there is neither", () => {
    const files = { "judgemessage.txt": "token 3 differs\n", "teammessage.txt": "no\n" };
    expect(messageOf({ files, stderr: "debug" })).toBe("token 3 differs");
    expect(messageOf({ files: { ...files, "judgemessage.txt": "\n" }, stderr: "debug" })).toBe("no");
    expect(messageOf({ stderr: "debug" })).toBe("debug");
    expect(messageOf({})).toBe("");
  });

  test("is one line of at most 300 characters that no terminal obeys, whatever it says", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 3000, size: "max" }),
        fc.constantFrom(42, 43, 1),
        (text, code) => {
          const verdict = kattis.judge(ended(code, { files: { "judgemessage.txt": text } }), NONE);
          const message = verdict.kind === "failed" ? verdict.message : verdict.check.message;
          expect([...message].length).toBeLessThanOrEqual(300);
          expect(message).not.toMatch(/[\p{C}\n\r]/u);
        },
      ),
    );
    expect(messageOf({ stderr: `a\n\tb\x1b[31m${"x".repeat(400)}` })).toBe(`a b?[31m${"x".repeat(291)}…`);
  });
});
