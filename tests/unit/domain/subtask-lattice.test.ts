import { expect, test } from "vitest";
import { containedSubtasks } from "../../../src/domain/subtask-lattice.ts";

test("a subtask contains those whose testcases are all its own; samples and empty ones are no part of it", () => {
  const contained = containedSubtasks([
    { id: "samples", maxScore: 0, testcaseIds: ["1"] },
    { id: "small", maxScore: 10, testcaseIds: ["1", "2"] },
    { id: "line", maxScore: 20, testcaseIds: ["3"] },
    { id: "medium", maxScore: 30, testcaseIds: ["1", "2", "4"] },
    { id: "full", maxScore: 40, testcaseIds: ["4", "3", "2", "1"] },
    { id: "empty", maxScore: 5, testcaseIds: [] },
  ]);
  expect(Object.fromEntries(contained)).toEqual({
    small: [],
    line: [],
    medium: ["small"],
    full: ["small", "line", "medium"],
  });
});
