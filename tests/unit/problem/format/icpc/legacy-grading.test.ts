import { describe, expect, test } from "vitest";
import type { TestGroup } from "../../../../../src/domain/scoring-rule.ts";
import { type Changes, errorsOf, problemOf, readFixture } from "./read-fixture.ts";

async function rootOf(name: string, changes: Changes = {}): Promise<TestGroup> {
  const { scoring } = await problemOf(name, changes);
  if (scoring.kind !== "groups") throw new Error("not graded by groups");
  return scoring.root;
}

function group(root: TestGroup, id: string): TestGroup | undefined {
  if (root.id === id) return root;
  return root.items.flatMap((item) => (typeof item === "string" ? [] : (group(item, id) ?? [])))[0];
}

describe("a legacy scoring problem", () => {
  test("is graded by the flags of its folders", async () => {
    const root = await rootOf("icpc-legacy-groups");
    expect(root).toMatchObject({
      id: "",
      ignoresSample: true,
      onReject: "continue",
      range: [0, 100],
      scoreMode: "sum",
    });
    expect(group(root, "sample")).toMatchObject({ verdictMode: "first-error", ignoresSample: false, acceptScore: 0 });
    expect(group(root, "secret")).toMatchObject({ onReject: "continue", acceptsIfAnyAccepted: true });
    expect(group(root, "secret/2-large")).toMatchObject({
      ...{ onReject: "break", scoreMode: "min", verdictMode: "worst-error", acceptScore: 60, rejectScore: 0 },
      ...{ range: [0, 60], acceptsIfAnyAccepted: false, grader: undefined },
      items: ["secret/2-large/1", "secret/2-large/2"],
    });
  });

  test("has the folders of secret as subtasks, with what they give at most", async () => {
    const { subtasks, maxScore } = await problemOf("icpc-legacy-groups");
    expect(maxScore).toBe(100);
    expect(subtasks.map(({ id, maxScore: most }) => [id, most])).toEqual([
      ["secret/1-small", 40],
      ["secret/2-large", 60],
    ]);
  });

  test("counts no sample that is ignored", async () => {
    const sample = { "data/sample/testdata.yaml": "accept_score: 7\nrange: 0 7\ngrader_flags: sum\n" };
    expect((await problemOf("icpc-legacy-groups", sample)).maxScore).toBe(100);
  });

  test("inherits what a folder does not say, the sample too", async () => {
    const root = await rootOf("icpc-legacy-groups", {
      "data/testdata.yaml": "accept_score: 5\nreject_score: -1\ngrader_flags: max always_accept\n",
      "data/sample/testdata.yaml": undefined,
      "data/secret/testdata.yaml": "grader_flags: avg\nrange: -inf +inf\n",
      "data/secret/1-small/testdata.yaml": undefined,
      "data/secret/2-large/testdata.yaml": "grader_flags: min first_error\non_reject: continue\n",
      "submissions/partially_accepted": undefined,
    });
    const inherited = { acceptScore: 5, rejectScore: -1, range: [-Infinity, Infinity] };
    expect(group(root, "sample")).toMatchObject({ ...inherited, scoreMode: "max", verdictMode: "always-accept" });
    expect(group(root, "secret/1-small")).toMatchObject({ ...inherited, scoreMode: "avg", verdictMode: "worst-error" });
    const own = { scoreMode: "min", verdictMode: "first-error", onReject: "continue" };
    expect(group(root, "secret/2-large")).toMatchObject({ ...inherited, ...own });
  });

  test("breaks off and counts the sample where nothing is said", async () => {
    const nothing = { "data/testdata.yaml": undefined, "data/sample/testdata.yaml": undefined };
    const changes = { ...nothing, "data/secret/testdata.yaml": "grader_flags: ''\n" };
    const root = await rootOf("icpc-legacy-groups", changes);
    expect(root).toMatchObject({ onReject: "break", ignoresSample: false, acceptScore: 1, scoreMode: "sum" });
    expect((await problemOf("icpc-legacy-groups", changes)).maxScore).toBe(101);
  });

  test("takes an old problem.yaml's grading for all folders", async () => {
    const yaml = "name: x\ntype: scoring\ngrading: {on_reject: grade, accept_score: 3, objective: min}\n";
    const changes = { "problem.yaml": yaml, "data/sample/testdata.yaml": "grader_flags: sum\n" };
    const ranges = {
      "data/secret/1-small/testdata.yaml": "grader_flags: min\n",
      "data/secret/2-large/testdata.yaml": "grader_flags: min\n",
    };
    const problem = await problemOf("icpc-legacy-groups", { ...changes, ...ranges });
    expect(problem.maxScore).toBe(Infinity);
    expect(problem.scoring).toMatchObject({ objective: "min", root: { acceptScore: 3, onReject: "continue" } });
  });

  test("takes points of its output validator where it says so, and a grader of its own", async () => {
    const changes = {
      "problem.yaml": "name: x\ntype: scoring\nvalidation: custom score\n",
      "output_validators/v.py": "",
      "graders/sums.py": "",
      "data/secret/testdata.yaml": "grading: custom\ngrader_flags: one two\nrange: 0 50\non_reject: continue\n",
      "data/secret/1-small/testdata.yaml": "grading: default\ngrader_flags: min\nrange: 0 40\n",
    };
    const { testcases, scoring, maxScore } = await problemOf("icpc-legacy-groups", changes);
    expect(maxScore).toBe(100);
    expect(testcases[1]).toMatchObject({ maxPoints: Infinity, pointsRequired: false });
    const secret = scoring.kind === "groups" ? group(scoring.root, "secret") : undefined;
    expect(secret?.grader).toMatchObject({ program: { path: "graders/sums.py" }, flags: ["one", "two"] });
  });

  const errors: readonly (readonly [what: string, changes: Changes, error: string | RegExp])[] = [
    [
      "scores that are more than the range",
      { "data/secret/2-large/testdata.yaml": "accept_score: 70\ngrader_flags: min\nrange: 0 60\n" },
      "data/secret/2-large/testdata.yaml: range: 0 to 60, but data/secret/2-large gives 70 when all is accepted",
    ],
    [
      "a range that is none",
      { "data/secret/2-large/testdata.yaml": "accept_score: 60\ngrader_flags: min\nrange: 60\n" },
      /^data\/secret\/2-large\/testdata\.yaml: range: expected two numbers/,
    ],
    [
      "a flag that the grader does not have",
      { "data/secret/1-small/testdata.yaml": "accept_score: 40\ngrader_flags: min median\nrange: 0 40\n" },
      'data/secret/1-small/testdata.yaml: grader_flags: the default grader has no flag "median"',
    ],
    [
      "a grader that is missing",
      { "data/secret/1-small/testdata.yaml": "grading: custom\ngrader_flags: ''\nrange: 0 40\n" },
      "data/secret/1-small/testdata.yaml: grading: custom: there is no program in graders/ to grade with",
    ],
    [
      "an inherited ignore_sample",
      { "data/sample/testdata.yaml": "accept_score: 0\n" },
      "data/sample: grader_flags: ignore_sample is for the root alone: give this folder flags of its own",
    ],
    [
      "samples that are ignored and break off",
      { "data/testdata.yaml": "grader_flags: ignore_sample\nrange: 0 100\n" },
      /^data\/testdata\.yaml: grader_flags: ignore_sample needs on_reject: continue/,
    ],
    [
      "points without type scoring",
      { "problem.yaml": "name: x\nvalidation: custom score\n", "output_validators/v.py": "" },
      /score: only for problems of type scoring/,
    ],
    [
      "a validator that is not asked for",
      { "output_validators/v.py": "" },
      /^output_validators\/: holds a program, but problem\.yaml has validation: default/,
    ],
    [
      "no validator though one is asked for",
      { "problem.yaml": "name: x\ntype: scoring\nvalidation: custom\n" },
      /^output_validator\/: missing: validation: custom/,
    ],
  ];
  test.each(errors)("with %s is refused", async (_, changes, error) => {
    const found = await errorsOf("icpc-legacy-groups", changes);
    expect(found).toContainEqual(typeof error === "string" ? error : expect.stringMatching(error));
  });
});

describe("a legacy pass-fail problem", () => {
  test("needs no groups where every folder breaks off at what is rejected", async () => {
    const { scoring, subtasks } = await problemOf("icpc-legacy-float", {
      "data/secret/testdata.yaml": "on_reject: break\ngrader_flags: first_error\n",
    });
    expect(scoring).toMatchObject({ kind: "subtasks" });
    expect(subtasks.map(({ id }) => id)).toEqual(["all"]);
  });

  test("is graded by its flags where they change the verdict, and accepted is 100", async () => {
    const flags = { "data/secret/testdata.yaml": "on_reject: continue\ngrader_flags: accept_if_any_accepted\n" };
    const { scoring, maxScore } = await problemOf("icpc-legacy-float", flags);
    expect(maxScore).toBe(100);
    expect(scoring).toMatchObject({ kind: "groups", root: { acceptScore: 100, rejectScore: 100, scoreMode: "max" } });
  });

  test("passes over what is for scoring", async () => {
    const { warnings, problem } = await readFixture("icpc-legacy-float", {
      "data/testdata.yaml": "accept_score: 5\nfuel: 1\n",
    });
    expect(problem).toBeDefined();
    expect(warnings).toEqual([
      "data/testdata.yaml: fuel: not a key of the format legacy; passed over",
      "data/testdata.yaml: accept_score: only for problems of type scoring; passed over",
    ]);
  });
});

describe("testdata.yaml in newer packages", () => {
  const modern = (version: string) => ({
    "problem.yaml": `problem_format_version: ${version}\nname: Counting Coins\nuuid: 1\ntype: scoring\n`,
  });

  test("is read in drafts, which had it still", async () => {
    const { scoring } = await problemOf("icpc-legacy-groups", modern("2023-07-draft"));
    expect(scoring.kind).toBe("groups");
  });

  test("is refused in 2025-09 where it says anything", async () => {
    const errors = await errorsOf("icpc-legacy-groups", modern("2025-09"));
    expect(errors).toContain("data/secret/testdata.yaml: the format 2025-09 has test_group.yaml instead");
    expect(await errorsOf("pass-fail", { "data/secret/testdata.yaml": "# accept_score: 5\n" })).toEqual([]);
  });
});
