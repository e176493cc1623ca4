import { expect, test } from "vitest";
import { markSubtask } from "../../../src/solver/mark-subtask.ts";

const TABLE = `Text.

## Subtasks

| # | points | $N$ | order |
|--|:-:|---|---|
| 1 | 10 | $|N| \\le 9$ | any |
| 2 | 90 | | any |

| 1 | 2 |
|---|---|
| 2 | 1 |`;

test("a table below a heading: the row of the subtask is its constraint, the other rows are marked", () => {
  const { constraint, statement } = markSubtask(TABLE, ["1", "2"], "2");
  expect(constraint).toBe("points: 90; order: any");
  expect(statement.split("\n").filter((line) => line.includes("not asked for"))).toHaveLength(1);
  expect(statement).toMatch(/^\| 1 \| 10 .*\*\(not asked for\)\* \|$/m);
});

test.each([
  ["words", "- **Subtask 1** (10 points): $N \\le 5$.\n- **Subtask 2** (20 points): none.", "10 points): $N \\le 5$."],
  [
    "numbers below a heading",
    "## Subtasks\n\n1. (10 points) $N \\le 5$\n   and more\n2. (20 points) none",
    "10 points) $N \\le 5$ and more",
  ],
  ["groups", "Group 1: small.\n\nGroup 2: large.", "small."],
])("a list: %s", (_, statement, says) => {
  const marked = markSubtask(statement, ["group1", "group2"], "group1");
  expect(marked.constraint).toContain(says.replace("(", ""));
  expect(marked.statement.match(/not asked for/g)).toHaveLength(1);
  expect(marked.statement).toMatch(/(20 points.*none|large).*not asked for/);
});

test.each([
  ["nothing of subtasks", "Add two numbers.\n\n1. first\n2. second"],
  ["a subtask that is not there", "Subtask 1: x\n\nSubtask 7: y"],
  ["one that comes twice", "Subtask 1: x\n\nSubtask 2: y\n\nAs in subtask 1: z\n\nSubtask 1: again"],
])("where it says %s, it stays as it is", (_, statement) => {
  expect(markSubtask(statement, ["1", "2"], "1")).toEqual({ constraint: undefined, statement });
});
