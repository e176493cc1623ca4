import { describe, expect, test } from "vitest";
import { feedbackOf } from "../../../src/contest/feedback.ts";
import { aJudgement, aTestcaseJudgement } from "../../support/judgements.ts";

const IDS = ["sample/1", "secret/1", "secret/2"];
const JUDGED = {
  ...aJudgement(40, [{ id: "small", score: 40, maxScore: 40 }]),
  testcases: [
    aTestcaseJudgement({ id: "sample/1" }),
    aTestcaseJudgement({ id: "secret/1" }),
    aTestcaseJudgement({ id: "secret/2", verdict: "TLE", score: 0, message: "the answer is 42" }),
  ],
};

describe("what is told of a judgement", () => {
  test("nothing at all", () => {
    expect(toldAt("none")).toEqual({});
  });

  test("verdict and the first testcase that failed, by its number", () => {
    expect(toldAt("first-failure")).toEqual({
      verdict: "PAC",
      score: 40,
      firstFailure: { testcase: 3, verdict: "TLE" },
    });
  });

  test("scores of the subtasks", () => {
    expect(toldAt("subtasks")).toEqual({
      verdict: "PAC",
      score: 40,
      subtasks: [{ id: "small", score: 40, maxScore: 40 }],
    });
  });

  test("every testcase's verdict, but nothing of what the judge said or saw", () => {
    const told = toldAt("full");
    expect(told.testcases).toEqual([
      { id: "sample/1", verdict: "AC", score: 1 },
      { id: "secret/1", verdict: "AC", score: 1 },
      { id: "secret/2", verdict: "TLE", score: 0 },
    ]);
    expect(JSON.stringify(told)).not.toContain("42");
  });

  test("that a program did not compile, at every level", () => {
    const broken = { ...aJudgement(0), verdict: "CE", testcases: [] } as const;
    expect(feedbackOf(broken, "none", IDS)).toMatchObject({ verdict: "CE", score: 0, subtasks: undefined });
  });
});

function toldAt(level: Parameters<typeof feedbackOf>[1]) {
  const told = feedbackOf(JUDGED, level, IDS);
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)) as Partial<typeof told>;
}
