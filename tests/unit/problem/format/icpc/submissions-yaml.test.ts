import { describe, expect, test } from "vitest";
import { expected } from "./expected.ts";
import { type Changes, errorsOf, problemOf, readFixture } from "./read-fixture.ts";

const YAML = "submissions/submissions.yaml";
const CRASHES = ["RTE", "MLE", "OLE"];

describe("submissions.yaml", () => {
  const says = (text: string, more: Changes = {}): Changes => ({ [YAML]: text, ...more });
  const added = { "submissions/other/a.py": "print(1)\n" };

  test("adds to the folders, for all testcases and for some", async () => {
    expect((await expected("icpc-expectations", "wrong_answer/never_goes_around.py")).expectations).toEqual([
      ["permitted", "", "AC WA"],
      ["required", "", "WA"],
      ["required", "", "WA"],
      ["permitted", "{sample,secret/*/1-easy}", "AC"],
      ["permitted", "secret/by-argument/2-hard", "WA"],
    ]);
    const { submissions } = await problemOf("icpc-expectations");
    const where = submissions
      .flatMap(({ expectations }) => expectations)
      .flatMap((one) => ("where" in one && one.where.name !== "" ? [[one.where.name, one.where.testcaseIds]] : []));
    expect(where).toContainEqual([
      "{sample,secret/*/1-easy}",
      ["sample/1", "secret/by-argument/1-easy", "secret/by-file/1-easy"],
    ]);
  });

  test("replaces what a folder says, key by key, when it names the folder", async () => {
    const of = async (text: string) =>
      (await expected("pass-fail", "wrong_answer/subtracts.cpp", says(text))).expectations;
    expect(await of("wrong_answer: {permitted: [WA]}\n")).toEqual([
      ["permitted", "", "WA"],
      ["required", "", "WA"],
    ]);
    expect(await of("wrong_answer/*: {permitted: [WA]}\n")).toEqual([
      ["permitted", "", "AC WA"],
      ["required", "", "WA"],
      ["permitted", "", "WA"],
    ]);
  });

  test("makes folders of its own", async () => {
    const text = "other: {required: [TLE, RTE], message: slow}\n";
    expect(await expected("pass-fail", "other/a.py", says(text, added))).toMatchObject({
      expected: ["TLE", ...CRASHES],
      expectations: [
        ["required", "", "TLE RTE MLE OLE"],
        ["message", "", "slow"],
      ],
    });
  });

  test.each([
    ["{permitted: [AC]}", "lower"],
    ["{permitted: [AC], use_for_time_limit: false}", undefined],
    ["{permitted: [AC, TLE]}", undefined],
    ["{required: [TLE]}", "upper"],
    ["{required: [TLE, RTE]}", undefined],
    ["{required: [TLE], use_for_time_limit: false}", undefined],
    ["{use_for_time_limit: upper}", "upper"],
    ["{use_for_time_limit: lower}", "lower"],
    ["{secret: {permitted: [AC]}}", undefined],
    ["{secret: {permitted: [AC]}, sample: {permitted: [WA]}}", "lower"],
    ["{sample: {permitted: [AC]}, secret/1: {required: [TLE]}}", "upper"],
  ])("%s bounds the time limit: %s", async (requirement, bound) => {
    const changes = says(`other/a.py: ${requirement}\n`, added);
    expect((await expected("pass-fail", "other/a.py", changes)).timeLimitBound).toBe(bound);
  });

  test("has scores of all and of groups", async () => {
    expect((await expected("icpc-groups", "partial/smallest.py")).expectations).toEqual([
      ["permitted", "", "AC"],
      ["score", undefined, 46.75, 46.75],
      ["score", "secret/1-best", 20, 20],
      ["score", "secret/2-sum", 18.75, 18.75],
      ["score", "secret/3-min", 8, 8],
    ]);
  });

  test("says the language and where a program of several files starts", async () => {
    const { submissions } = await problemOf("icpc-expectations");
    const several = submissions.find(({ path }) => path.endsWith("several_files"));
    expect(several?.content).toMatchObject({
      language: "python3",
      fileName: "start.py",
      others: [{ name: "shift_of.py" }],
    });
    const changes = says("other/a.txt: {language: python3}\n", { "submissions/other/a.txt": "print(1)\n" });
    expect((await expected("pass-fail", "other/a.txt", changes)).content).toMatchObject({ language: "python3" });
  });

  test.each([
    [
      "an unknown verdict",
      "accepted: {permitted: [PAC]}\n",
      /^submissions\/submissions\.yaml: accepted\.permitted\.0: /,
    ],
    [
      "an unknown key",
      "accepted: {verdict: AC}\n",
      "submissions/submissions.yaml: accepted: verdict: neither a key of the format nor a map for testcases of this name",
    ],
    [
      "an unknown testcase",
      "accepted: {secret/9: {permitted: [AC]}}\n",
      "submissions/submissions.yaml: accepted: secret/9: there is no such testcase or test group",
    ],
    [
      "an unknown key for a testcase",
      "accepted: {secret/1: {verdict: [AC]}}\n",
      /^submissions\/submissions\.yaml: accepted: secret\/1: Unrecognized key/,
    ],
    [
      "points in a pass-fail problem",
      "accepted: {score: 50}\n",
      /: accepted: score: only for problems of type scoring$/,
    ],
    [
      "an entry point that is not there",
      "accepted/adds.py: {entrypoint: main.py}\n",
      /entrypoint: there is no file for "main\.py" in it$/,
    ],
    [
      "two permissions at odds",
      "accepted/adds.py: {secret/1: {permitted: [WA]}}\n",
      "submissions/accepted/adds.py: no verdict is permitted on secret/1: two expectations contradict each other",
    ],
    [
      "what is required and not permitted",
      "accepted/adds.py: {required: [WA]}\n",
      "submissions/accepted/adds.py: WA is required, but not permitted anywhere",
    ],
    [
      "what is required of some and not permitted",
      "accepted/adds.py: {sample: {required: [RTE]}}\n",
      "submissions/accepted/adds.py: RTE or MLE or OLE is required, but not permitted in sample",
    ],
  ])("with %s is refused", async (_, text, error) => {
    const errors = await errorsOf("pass-fail", says(text));
    expect(errors).toContainEqual(typeof error === "string" ? error : expect.stringMatching(error));
  });

  test("may not expect more points than there are", async () => {
    const text = "partial/smallest.py: {score: [100.5, 200], secret/3-min: {score: 41}}\n";
    expect(await errorsOf("icpc-groups", says(text))).toEqual([
      "submissions/partial/smallest.py: a score of 100.5 to 200 is expected, but scores are from 0 to 100",
      "submissions/partial/smallest.py: a score of 41 is expected, but scores are from 0 to 40",
    ]);
  });

  test("with a pattern that matches nothing gets a warning", async () => {
    expect((await readFixture("pass-fail", says("slow/*: {required: [TLE]}\n"))).warnings).toContain(
      "submissions/submissions.yaml: slow/*: matches no submission",
    );
  });
});
