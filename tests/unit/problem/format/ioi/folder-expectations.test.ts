import { expect, test } from "vitest";
import { expectedInFolder, subtasksNamedBy } from "../../../../../src/problem/format/ioi/folder-expectations.ts";

const subtasks = [
  { id: "00-samples", maxScore: 0, testcaseIds: ["s"] },
  { id: "01-len64", maxScore: 10, testcaseIds: ["a"] },
  { id: "02-two-peaks", maxScore: 30.5, testcaseIds: ["a", "b"] },
  { id: "13-full", maxScore: 59.5, testcaseIds: ["a", "b", "c"] },
];
const problem = { subtasks, testcases: ["s", "a", "b", "c"].map((id) => ({ id })), precision: 2 };
const everywhere = { name: "all testcases", testcaseIds: ["s", "a", "b", "c"] };

test.each([
  ["sub1.cpp", ["01-len64"]],
  ["subtask_1_2-slow.py", ["01-len64", "02-two-peaks"]],
  ["anna-st13.cpp", ["13-full"]],
  ["subtasks 1-13.cpp", ["01-len64", "13-full"]],
  ["len64.cpp", ["01-len64"]],
  ["Two_Peaks_by_anna.cpp", ["02-two-peaks"]],
  ["best2.cpp", []],
  ["two.cpp", []],
  ["sub12.cpp", []],
  ["samples.cpp", []],
  ["carefully.cpp", []],
])("%s was written for the subtasks %j", (fileName, ids) => {
  expect(subtasksNamedBy(fileName, subtasks).map(({ id }) => id)).toEqual(ids);
});

test("the model solution has full marks", () => {
  expect(expectedInFolder("model_solution", "a.cpp", problem)).toEqual({
    expected: ["AC"],
    expectedScore: 100,
    expectations: [
      { kind: "permitted", where: everywhere, verdicts: ["AC"] },
      { kind: "score", subtaskId: undefined, atLeast: 100, atMost: 100 },
    ],
  });
});

test("a correct solution that names subtasks is right in them", () => {
  const { expectations } = expectedInFolder("correct", "sub2.cpp", problem);
  const where = { name: "subtask 02-two-peaks", testcaseIds: ["a", "b"] };
  expect(expectations).toEqual([{ kind: "permitted", where, verdicts: ["AC"] }]);
});

test("a correct solution that names none earns a subtask, and is shown as one that should be AC", () => {
  const { expected, expectations } = expectedInFolder("correct", "anna.cpp", problem);
  expect(expected).toEqual(["AC"]);
  expect(expectations).toEqual([{ kind: "score", subtaskId: undefined, atLeast: 10, atMost: 100 }]);
});

test("a partially correct one is strictly between nothing and everything", () => {
  const { expectations } = expectedInFolder("partially_correct", "anna.cpp", problem);
  expect(expectations).toEqual([{ kind: "score", subtaskId: undefined, atLeast: 0.01, atMost: 99.99 }]);
});

test.each([
  ["incorrect", ["WA"]],
  ["protocol_violation", ["WA"]],
  ["time_limit", ["TLE"]],
  ["memory_limit", ["MLE"]],
  ["runtime_error", ["RTE"]],
  ["time_limit_and_runtime_error", ["TLE", "RTE"]],
  ["failed", ["WA", "TLE", "MLE", "OLE", "RTE"]],
] as const)("%s stays below full marks and shows %j somewhere", (verdict, verdicts) => {
  expect(expectedInFolder(verdict, "anna.cpp", problem).expectations).toEqual([
    { kind: "score", subtaskId: undefined, atLeast: 0, atMost: 99.99 },
    { kind: "required", where: everywhere, verdicts },
  ]);
});
