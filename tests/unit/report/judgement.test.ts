import { describe, expect, test } from "vitest";
import type { Judgement } from "../../../src/domain/judgement.ts";
import type { VerifiedSubmission } from "../../../src/domain/verification.ts";
import { renderJudgementJson } from "../../../src/report/judgement-json.ts";
import { renderJudgementText } from "../../../src/report/judgement-text.ts";
import { renderVerificationJson, renderVerificationText } from "../../../src/report/verification.ts";
import { aJudgement, aTestcaseJudgement } from "../../support/judgements.ts";

const EVIL = "\x1b[31mx\x07\x9b2J\u202e";

describe("a judged program", () => {
  test("has the JSON that scripts rely on", () => {
    const testcase = aTestcaseJudgement({ id: "1-01", cpuMs: 3.00049, wallMs: 5, peakMemoryBytes: 3_604_480 });
    const judgement: Judgement = { ...aJudgement(43), testcases: [testcase] };
    expect(renderJudgementJson("sphinx", "a.cpp", "cpp20", judgement)).toMatchObject({
      problem: "sphinx",
      submission: "a.cpp",
      language: "cpp20",
      verdict: "PAC",
      score: 43,
      maxScore: 100,
      compile: { ok: true, cached: false, log: "" },
      subtasks: [{ id: "all", score: 43, maxScore: 100 }],
      testcases: [
        { id: "1-01", verdict: "AC", score: 1, cpuMs: 3, wallMs: 5, peakMemoryBytes: 3_604_480, message: "" },
      ],
    });
  });

  test("names the testcases whose times were borderline", () => {
    const near = aTestcaseJudgement({ id: "secret/9", cpuMs: 1950.25, borderline: true });
    const judgement: Judgement = { ...aJudgement(100), testcases: [aTestcaseJudgement(), near] };
    const borderline = renderJudgementText("a.cpp", judgement)
      .split("\n")
      .filter((line) => line.includes("borderline"));
    expect(borderline).toEqual(["  borderline: AC on secret/9 with 1950.3 ms, within a tenth of the time limit"]);
    const { testcases } = renderJudgementJson("p", "a.cpp", "cpp20", judgement);
    expect(testcases.map(({ message }) => message)).toEqual(["", expect.stringContaining("borderline")]);
  });

  test("is told with its verdict and the testcases that failed, the first ten of them", () => {
    const testcases = Array.from({ length: 13 }, (_, index) =>
      aTestcaseJudgement({ id: `secret/${index}`, verdict: index === 0 ? "AC" : "WA", message: "differs" }),
    );
    const text = renderJudgementText("a.cpp", { ...aJudgement(0), testcases });
    expect(text).toContain("a.cpp: WA wrong answer, 0 of 100 points\n  1 of 13 testcases accepted");
    expect(text).toContain("… and 2 more");
    expect(text).toContain("secret/10");
    expect(text).not.toContain("secret/11");
  });

  test("that does not compile shows the compiler's words", () => {
    const compile = { ok: false, cached: false, log: "main.cpp:1: error\nmain.cpp:2: error", wallMs: 9 };
    const text = renderJudgementText("a.cpp", { ...aJudgement(0), verdict: "CE", compile, testcases: [] });
    expect(text).toBe("a.cpp: CE compile error, 0 of 100 points\n  main.cpp:1: error\n  main.cpp:2: error\n");
  });

  test("keeps terminal escapes in names and messages from the terminal", () => {
    const testcases = [aTestcaseJudgement({ id: EVIL, verdict: "WA", message: EVIL })];
    expectPrintable(renderJudgementText(EVIL, { ...aJudgement(0), testcases }));
  });
});

describe("a verified package", () => {
  test("has the JSON that scripts rely on", () => {
    const packages = [aVerifiedPackage([aVerified(true)]), { ...aVerifiedPackage([aVerified(false)]), ok: false }];
    expect(JSON.parse(renderVerificationJson(packages))).toMatchObject({
      ok: false,
      problems: [
        {
          problem: "adding",
          ok: true,
          errors: [],
          warnings: [],
          submissions: [
            {
              path: "submissions/accepted/x.cpp",
              expected: ["AC"],
              expectedScore: null,
              verdict: "AC",
              score: 100,
              ok: true,
            },
          ],
        },
        { ok: false, submissions: [{ ok: false }] },
      ],
    });
  });

  test("tells what disagrees before what agrees", () => {
    const text = renderVerificationText([aVerifiedPackage([aVerified(true), aVerified(false)])]);
    expect(text).toContain("1 of 2 submissions agrees");
    expect(text.indexOf("expected AC, got WA")).toBeLessThan(text.indexOf("12 ms"));
  });

  test("keeps terminal escapes in names and messages from the terminal", () => {
    const bad = { ...aVerified(false), disagreement: EVIL };
    const evil = { problem: EVIL, ok: false, errors: [EVIL], warnings: [EVIL], submissions: [bad] };
    expectPrintable(renderVerificationText([evil]));
  });
});

function expectPrintable(text: string): void {
  expect(text.replaceAll("\n", "")).not.toMatch(/\p{C}/u);
  expect(text).toContain("?[31mx?");
}

function aVerifiedPackage(submissions: readonly VerifiedSubmission[]) {
  return { problem: "adding", ok: true, errors: [], warnings: [], submissions };
}

function aVerified(ok: boolean): VerifiedSubmission {
  return {
    submission: {
      path: "submissions/accepted/x.cpp",
      content: { language: "cpp20", source: "" },
      expected: ["AC"],
      expectedScore: undefined,
      expectations: [],
    },
    judgement: aJudgement(ok ? 100 : 0),
    ok,
    disagreements: ok ? [] : ["expected AC, got WA"],
  };
}
