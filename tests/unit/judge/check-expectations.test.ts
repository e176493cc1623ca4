import { describe, expect, test } from "vitest";
import type { Expectation } from "../../../src/domain/expectation.ts";
import type { Judgement } from "../../../src/domain/judgement.ts";
import type { Verdict } from "../../../src/domain/verdict.ts";
import { unmetExpectations } from "../../../src/judge/check-expectations.ts";
import { aTestcaseJudgement } from "../../support/judgements.ts";

const PROBLEM = { maxScore: 100, scoring: { kind: "subtasks", aggregation: "all", precision: undefined } } as const;
const ALL = { name: "", testcaseIds: ["1", "2", "3"] };

function judgement(verdicts: readonly Verdict[], changes: Partial<Judgement> = {}): Judgement {
  const verdict = verdicts.find((each) => each !== "AC") ?? "AC";
  return {
    ...{ verdict, score: verdict === "AC" ? 100 : 0, maxScore: 100, subtasks: [] },
    compile: { ok: true, cached: false, log: "", wallMs: 1 },
    testcases: verdicts.map((each, index) =>
      aTestcaseJudgement({ id: String(index + 1), verdict: each, message: "why" }),
    ),
    ...changes,
  };
}

const unmet = (expectation: Expectation, got: Judgement) => unmetExpectations(PROBLEM, [expectation], got);

describe("what is permitted", () => {
  const permitted = (verdicts: readonly ("AC" | "WA")[]): Expectation => ({ kind: "permitted", where: ALL, verdicts });

  test("holds where every testcase ends so", () => {
    expect(unmet(permitted(["AC", "WA"]), judgement(["AC", "WA", "AC"]))).toEqual([]);
  });

  test("names the first testcase that ends otherwise, and why", () => {
    expect(unmet(permitted(["AC"]), judgement(["AC", "TLE", "WA"]))).toEqual(["expected AC, got TLE on 2: why"]);
  });

  test("a part of the points is accepted for those who know nothing else", () => {
    expect(unmet(permitted(["AC"]), judgement(["AC", "PAC"]))).toEqual([]);
  });

  test("a compile error is not met by testcases that were never run", () => {
    const failed = judgement([], { verdict: "CE", compile: { ok: false, cached: false, log: "line 3", wallMs: 1 } });
    expect(unmet(permitted(["AC"]), failed)).toEqual(["expected AC, got CE: line 3"]);
  });
});

describe("what is required", () => {
  const required: Expectation = {
    kind: "required",
    where: { name: "big", testcaseIds: ["2", "3"] },
    verdicts: ["TLE"],
  };

  test("one testcase of those named is enough", () => {
    expect(unmet(required, judgement(["AC", "AC", "TLE"]))).toEqual([]);
  });

  test("one elsewhere is not", () => {
    expect(unmet(required, judgement(["TLE", "AC", "AC"]))).toEqual([
      "expected TLE at least once in big, got AC on all 2",
    ]);
  });

  test("what came instead is told", () => {
    expect(unmet(required, judgement(["AC", "WA", "AC"]))).toEqual([
      "expected TLE at least once in big, got first WA on 2: why",
    ]);
  });
});

test("a score may be of all, or of a subtask, and a range", () => {
  const subtasks = [{ id: "a", score: 15, maxScore: 30 }];
  const got = judgement(["AC", "WA"], { score: 40, subtasks });
  expect(unmet({ kind: "score", subtaskId: undefined, atLeast: 30, atMost: 50 }, got)).toEqual([]);
  expect(unmet({ kind: "score", subtaskId: "a", atLeast: 15, atMost: 15 }, got)).toEqual([]);
  expect(unmet({ kind: "score", subtaskId: "a", atLeast: 30, atMost: 30 }, got)).toEqual([
    "expected 30 points in a, got 15, first WA on 2: why",
  ]);
  expect(unmet({ kind: "score", subtaskId: "b", atLeast: 0, atMost: 30 }, got)).toEqual([
    "expected 0 to 30 points in b, got none, first WA on 2: why",
  ]);
});

test("a verdict is of the whole submission", () => {
  const wrong: Expectation = { kind: "verdict", verdicts: ["WA", "RTE"] };
  expect(unmet(wrong, judgement(["AC", "RTE"]))).toEqual([]);
  expect(unmet(wrong, judgement(["AC", "TLE"]))).toEqual(["expected WA or RTE, got TLE, first TLE on 2: why"]);
});

test("a message must be said about one of the testcases", () => {
  const message: Expectation = { kind: "message", where: ALL, text: "hy" };
  expect(unmet(message, judgement(["WA"]))).toEqual([]);
  expect(unmet({ ...message, text: "never" }, judgement(["WA"]))).toHaveLength(1);
});

test("a judge error meets no expectation", () => {
  const anything: Expectation = {
    kind: "permitted",
    where: ALL,
    verdicts: ["AC", "WA", "TLE", "RTE", "MLE", "OLE", "PAC", "CE"],
  };
  expect(unmet(anything, judgement(["AC", "JE"], { verdict: "JE" }))).toEqual([
    expect.stringContaining("got JE, first JE on 2: why"),
  ]);
});
