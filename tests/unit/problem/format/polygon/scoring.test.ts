import { expect, test } from "vitest";
import { descriptorWith, readFixture } from "./fixture.ts";

test("a complete group counts as a whole, another by its tests, split where they differ in points", async () => {
  const { problem } = await readFixture("polygon-checker");
  expect(problem?.subtasks).toEqual([
    { id: "0", maxScore: 0, testcaseIds: ["01"], aggregation: "sum" },
    { id: "1", maxScore: 30, testcaseIds: ["02", "03"], aggregation: "all", requires: ["0"] },
    { id: "2", maxScore: 40, testcaseIds: ["04", "05"], aggregation: "sum" },
    { id: "3 (10 a test)", maxScore: 10, testcaseIds: ["06"], aggregation: "sum", requires: ["1"] },
    { id: "3 (20 a test)", maxScore: 20, testcaseIds: ["07"], aggregation: "sum", requires: ["1"] },
  ]);
  expect(problem?.scoring).toEqual({ kind: "subtasks", aggregation: "sum", precision: undefined });
});

test("who depends on a group that was split depends on all parts of it", async () => {
  const { problem } = await readFixture(
    "polygon-checker",
    descriptorWith(
      ['<dependency group="0"/>', '<dependency group="3"/>'],
      ['<dependency group="1"/>', '<dependency group="2"/>'],
    ),
  );
  expect(problem?.subtasks.find(({ id }) => id === "1")?.requires).toEqual(["3 (10 a test)", "3 (20 a test)"]);
});

test("a checker may give as many points as the test has", async () => {
  const { problem } = await readFixture("polygon-checker");
  expect(problem?.testcases.map(({ maxPoints }) => maxPoints)).toEqual([0, 30, undefined, 20, 20, 10, 20]);
});

test("points from the checker are percents where the package says so", async () => {
  const { problem } = await readFixture("polygon-grader");
  expect(problem?.testcases.map(({ maxPoints }) => maxPoints)).toEqual([100, 100]);
  expect(problem?.subtasks).toEqual([{ id: "all", maxScore: 100, testcaseIds: ["1", "2"], aggregation: "sum" }]);
});

test("a problem without points is solved or not", async () => {
  const { problem } = await readFixture("polygon-interactive");
  expect(problem?.subtasks).toEqual([
    { id: "all", maxScore: 100, testcaseIds: ["01", "02", "03", "04"], aggregation: "all" },
  ]);
  expect(problem?.testcases[0]).not.toHaveProperty("maxPoints");
});

test("points of a group without points in its tests are shared equally", async () => {
  const { problem } = await readFixture(
    "polygon-checker",
    descriptorWith(
      ['group="2" method="generated" points="20.0"', 'group="2" method="generated"'],
      ['name="2" points-policy', 'name="2" points="50" points-policy'],
    ),
  );
  expect(problem?.subtasks[2]).toMatchObject({ id: "2", maxScore: 50, aggregation: "sum" });
  expect(problem?.testcases.map(({ maxPoints }) => maxPoints)).toEqual([0, 30, undefined, 25, 25, 10, 20]);
});

test("groups that contradict themselves are named", async () => {
  const { errors } = await readFixture(
    "polygon-checker",
    descriptorWith(
      ['<dependency group="0"/>', '<dependency group="3"/><dependency group="9"/>'],
      ['name="2"', 'name="1"'],
    ),
  );
  expect(errors).toEqual([
    "problem.xml:33: groups/group: a second group 1",
    "problem.xml:30: group 1 depends on 9, which is no group",
    "problem.xml:28: group 1 depends on itself",
    "problem.xml:33: group 1 depends on itself",
    "problem.xml:34: group 3 depends on itself",
    "problem.xml:21: test: there is no group 2",
    "problem.xml:22: test: there is no group 2",
  ]);
});

test("points that do not add up, empty groups and groups without description are warned of", async () => {
  const { warnings } = await readFixture(
    "polygon-checker",
    descriptorWith(
      ['name="1" points="30.0"', 'name="1" points="25"'],
      ["<groups>", '<groups><group name="8" points-policy="each-test"/>'],
    ),
  );
  expect(warnings).toEqual([
    "problem.xml:26: group 8 has no tests",
    "problem.xml:28: group 1 has 25 points, its tests 30: the group's count",
  ]);
  const bare = { "problem.xml": (xml: string) => xml.replace(/<groups>[\s\S]*<\/groups>/, "") };
  const { problem, warnings: undescribed } = await readFixture("polygon-checker", bare);
  expect(undescribed).toEqual(["problem.xml:11: the groups are not described: each of their tests counts by itself"]);
  expect(problem?.maxScore).toBe(100);
});

test("a group comes after those that it depends on", async () => {
  const { problem } = await readFixture(
    "polygon-checker",
    descriptorWith(
      ['<dependency group="0"/>', '<dependency group="3"/>'],
      ['<dependency group="1"/>', '<dependency group="2"/>'],
    ),
  );
  expect(problem?.subtasks.map(({ id }) => id)).toEqual(["0", "2", "3 (10 a test)", "3 (20 a test)", "1"]);
});

test("points that only the checker knows have no maximum, and tags that say wrong cannot be checked", async () => {
  const { problem, warnings } = await readFixture("polygon-grader", {
    ...descriptorWith(['points="50.0"', 'points="0.0"'], [' treat-points-from-checker-as-percent="true"', ""]),
    "files/check.py": (text: string) => `${text}# quitp\n`,
  });
  expect(problem?.maxScore).toBe(Number.POSITIVE_INFINITY);
  expect(problem?.subtasks).toMatchObject([{ id: "all", aggregation: "sum" }]);
  expect(problem?.testcases.map(({ maxPoints }) => maxPoints)).toEqual([Infinity, Infinity]);
  expect(warnings).toEqual([
    "solutions/squares.cpp: its tag wrong-answer is not checked: points without a maximum are never wrong",
    "solutions/prints-by-itself.cpp: its tag rejected is not checked: points without a maximum are never wrong",
  ]);
});

test("a checker that gives no points makes a problem without points in its tests one that is solved or not", async () => {
  const { problem } = await readFixture("polygon-grader", descriptorWith(['points="50.0"', 'points="0.0"']));
  expect(problem?.subtasks).toMatchObject([{ maxScore: 100, aggregation: "all" }]);
});
