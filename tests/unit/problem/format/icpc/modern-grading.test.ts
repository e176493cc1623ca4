import { describe, expect, test } from "vitest";
import { type Changes, errorsOf, problemOf, readFixture } from "./read-fixture.ts";

const yaml = (folder: string, text: string): Changes => ({ [`data/${folder}/test_group.yaml`]: text });

describe("a scoring problem of 2025-09", () => {
  test("has its groups as subtasks", async () => {
    const { subtasks, scoring, maxScore, testcases } = await problemOf("icpc-groups");
    expect(maxScore).toBe(100);
    expect(scoring).toMatchObject({ kind: "subtasks", aggregation: "sum" });
    expect(subtasks.map(({ id, maxScore: most, aggregation, requires }) => [id, most, aggregation, requires])).toEqual([
      ["secret/1-best", 20, "all", ["sample"]],
      ["secret/2-sum", 40, "sum", ["sample", "secret/1-best"]],
      ["secret/3-min", 40, "min", undefined],
    ]);
    expect(testcases.map(({ id, maxPoints }) => [id.replace(/\d$/, ""), maxPoints])).toEqual([
      ["sample/", undefined],
      ["secret/1-best/", undefined],
      ["secret/1-best/", undefined],
      ...Array.from({ length: 4 }, () => ["secret/2-sum/", 10]),
      ...Array.from({ length: 2 }, () => ["secret/3-min/", 40]),
    ]);
  });

  const flat = {
    "data/secret/1-best/test_group.yaml": undefined,
    "data/secret/2-sum/test_group.yaml": undefined,
    "data/secret/3-min/test_group.yaml": undefined,
    "submissions/submissions.yaml": undefined,
    "submissions/partial": undefined,
  };

  test("without groups is one group, secret", async () => {
    const { subtasks, maxScore, testcases } = await problemOf("icpc-groups", {
      ...flat,
      ...yaml("secret", "max_score: 80\nrequire_pass: sample\n"),
    });
    expect(maxScore).toBe(80);
    expect(subtasks).toMatchObject([{ id: "secret", maxScore: 80, aggregation: "sum", requires: ["sample"] }]);
    expect(testcases[1]?.maxPoints).toBe(10);
  });

  test("may be without a highest score", async () => {
    const { subtasks, maxScore, testcases } = await problemOf("icpc-groups", {
      ...flat,
      ...yaml("secret", "max_score: unbounded\nscore_aggregation: min\n"),
    });
    expect([maxScore, subtasks[0]?.maxScore, testcases[1]?.maxPoints]).toEqual([Infinity, Infinity, Infinity]);
  });

  test("lets every part require what secret requires", async () => {
    const { subtasks } = await problemOf("icpc-groups", yaml("secret", "require_pass: sample\n"));
    expect(subtasks.map(({ requires }) => requires)).toEqual([["sample"], ["sample", "secret/1-best"], ["sample"]]);
  });

  test("whose groups give less than secret could is worth what they give, with a warning", async () => {
    const { problem, warnings } = await readFixture("icpc-groups", {
      ...yaml("secret", "max_score: 120\n"),
    });
    expect(problem?.maxScore).toBe(100);
    expect(warnings).toEqual([
      "data/secret/test_group.yaml: max_score: 120, but the groups' scores add up to 100: nobody gets more",
    ]);
  });

  const errors: readonly (readonly [what: string, changes: Changes, error: string | RegExp])[] = [
    [
      "scores that add up to more",
      yaml("secret", "max_score: 90\n"),
      /^data\/secret\/test_group\.yaml: max_score: 90, but .* add up to 100$/,
    ],
    [
      "a group without a highest score",
      yaml("secret/1-best", ""),
      /^data\/secret\/1-best\/test_group\.yaml: max_score: a group that is passed or not/,
    ],
    [
      "an unbounded group in a bounded problem",
      yaml("secret/3-min", "score_aggregation: min\n"),
      /^data\/secret\/3-min\/test_group\.yaml: max_score: expected a number/,
    ],
    [
      "a score that is no whole number",
      yaml("secret/3-min", "max_score: 1.5\n"),
      /^data\/secret\/3-min\/test_group\.yaml: max_score: /,
    ],
    [
      "a required group that is not there",
      yaml("secret/3-min", "max_score: 40\nrequire_pass: secret/0\n"),
      /require_pass: there is no test group "secret\/0"/,
    ],
    [
      "a required group that comes later",
      yaml("secret/1-best", "max_score: 20\nrequire_pass: secret/3-min\n"),
      /require_pass: secret\/3-min does not come before secret\/1-best$/,
    ],
    [
      "a required group that has a share of points",
      yaml("secret/3-min", "max_score: 40\nrequire_pass: [secret/2-sum]\n"),
      /require_pass: secret\/2-sum must have score_aggregation: pass-fail$/,
    ],
    [
      "secret that requires a group",
      yaml("secret", "require_pass: secret/1-best\n"),
      /^data\/secret\/test_group\.yaml: require_pass: data\/secret may only require sample/,
    ],
    [
      "a pass-fail secret over groups that are not",
      yaml("secret", "score_aggregation: pass-fail\n"),
      /^data\/secret\/2-sum\/test_group\.yaml: score_aggregation: expected pass-fail/,
    ],
    [
      "points for the sample",
      yaml("sample", "max_score: 5\n"),
      "data/sample/test_group.yaml: max_score: not for data/sample",
    ],
    [
      "a group in a group",
      yaml("secret/3-min/a", "max_score: 5\n"),
      /^data\/secret\/3-min\/a: a folder without testcases$/,
    ],
    [
      "a testcase beside groups",
      { "data/secret/1.in": "4\n", "data/secret/1.ans": "2\n" },
      /^data\/secret\/1\.in: data\/secret has test groups/,
    ],
    [
      "a folder that is no group",
      { "data/secret/9/1.in": "4\n", "data/secret/9/1.ans": "2\n" },
      "data/secret/9: no test_group.yaml, though other folders have one",
    ],
    [
      "a group too deep",
      {
        "data/secret/3-min/a/1.in": "4\n",
        "data/secret/3-min/a/1.ans": "2\n",
        "data/secret/3-min/a/test_group.yaml": "args: []\n",
      },
      "data/secret/3-min/a/test_group.yaml: test groups are only directly in data/secret",
    ],
  ];
  test.each(errors)("with %s is refused", async (_, changes, error) => {
    const found = await errorsOf("icpc-groups", changes);
    expect(found).toContainEqual(typeof error === "string" ? error : expect.stringMatching(error));
  });
});

describe("arguments and files of a testcase", () => {
  test("reach the submission, the validators and the checker", async () => {
    const { testcases } = await problemOf("icpc-expectations");
    const byId = new Map(testcases.map((testcase) => [testcase.id, testcase]));
    expect(byId.get("sample/1")).toMatchObject({ args: ["1"], validatorArgs: ["word", "1"] });
    const byArgument = byId.get("secret/by-argument/1-easy");
    expect(byArgument?.args).toEqual(["3"]);
    expect(byArgument?.validatorArgs).toEqual(new Map([["input_validators/word.py", ["word", "3"]]]));
    expect(byId.get("secret/by-file/1-easy")?.files).toMatchObject([{ name: "shift.txt", bytes: 2 }]);
    expect((await problemOf("icpc-checker")).testcases.map(({ checkerArgs }) => checkerArgs)).toEqual([
      ...[undefined, undefined, undefined],
      ["different"],
    ]);
  });

  test("are those of the nearest file that gives any", async () => {
    const { testcases } = await problemOf("icpc-groups", {
      ...yaml("secret", "output_validator_args: [all]\nargs: [a, b]\n"),
      "data/secret/3-min/1.yaml": "args: [c]\n",
    });
    const byId = new Map(testcases.map((testcase) => [testcase.id, [testcase.checkerArgs, testcase.args]]));
    expect(byId.get("sample/1")).toEqual([undefined, undefined]);
    expect(byId.get("secret/1-best/1")).toEqual([["all"], ["a", "b"]]);
    expect(byId.get("secret/3-min/1")).toEqual([["partial"], ["c"]]);
    expect(byId.get("secret/3-min/2")).toEqual([["partial"], ["a", "b"]]);
  });

  test("may be made of constants", async () => {
    const { testcases } = await problemOf("icpc-expectations", {
      "data/sample/test_group.yaml": 'args: ["{{letters}}"]\n',
    });
    expect(testcases[0]?.args).toEqual(["26"]);
  });

  test("for a validator that is not run here are told", async () => {
    const { warnings } = await readFixture("icpc-expectations", {
      "data/secret/test_group.yaml": "input_validator_args: {other: [word]}\n",
    });
    expect(warnings).toEqual([
      expect.stringMatching(
        /^data\/secret\/test_group\.yaml: arguments for the input validator other, which is not run here$/,
      ),
    ]);
  });
});
