import { describe, expect, test } from "vitest";
import { zipOf } from "../../source/zip-archive.ts";
import { expected } from "./expected.ts";
import { errorsOf, problemOf, readFixture } from "./read-fixture.ts";

const CRASHES = ["RTE", "MLE", "OLE"];

describe("folders of the legacy format", () => {
  test("say how the submission as a whole ends, or that a failure is there that another may come before", async () => {
    const of = (path: string) => expected("icpc-legacy-float", path);
    expect(await of("accepted/divides.py")).toMatchObject({
      ...{ expected: ["AC"], expectations: [["verdict", "AC"]], timeLimitBound: "lower" },
    });
    expect((await of("wrong_answer/rounds_down.py")).expectations).toEqual([["verdict", "WA"]]);
    expect(await of("time_limit_exceeded/is_wrong_first.py")).toMatchObject({
      expected: ["TLE"],
      expectations: [
        ["required", "", "TLE"],
        ["verdict", "TLE WA"],
      ],
      timeLimitBound: "upper",
    });
    expect((await of("run_time_error/hoards.cpp")).expectations).toEqual([
      ["required", "", "RTE MLE OLE"],
      ["verdict", "RTE MLE OLE WA TLE"],
    ]);
    expect((await of("compile_error/does_not_compile.cpp")).expectations).toEqual([["verdict", "CE"]]);
  });

  test("mean the verdict of the groups where groups are graded", async () => {
    const of = (path: string) => expected("icpc-legacy-groups", path);
    expect((await of("time_limit_exceeded/spins.py")).expectations).toEqual([["verdict", "TLE"]]);
    expect(await of("partially_accepted/overflows.cpp")).toMatchObject({
      expected: ["PAC"],
      expectedScore: 40,
      expectations: [
        ["verdict", "PAC"],
        ["score", undefined, 40, 40],
      ],
    });
  });

  test("partially_accepted is for scoring problems", async () => {
    expect(await errorsOf("icpc-legacy-float", { "submissions/partially_accepted/a.py": "" })).toEqual([
      "submissions/partially_accepted/a.py: partially_accepted is only for problems of type scoring",
    ]);
  });
});

describe("a tag in the source", () => {
  const tagged = (tag: string) => ({ "submissions/accepted/tagged.py": `# @EXPECTED_RESULTS@: ${tag}\n` });

  test("goes before the folder, and is any of its results", async () => {
    for (const fixture of ["icpc-legacy-float", "pass-fail"])
      expect(await expected(fixture, "accepted/tagged.py", tagged("WRONG-ANSWER, TIMELIMIT"))).toMatchObject({
        expected: ["WA", "TLE"],
        expectations: [["verdict", "WA TLE"]],
      });
  });

  test("makes a folder known that is not", async () => {
    expect((await expected("icpc-legacy-float", "mixed/either_way.py")).expected).toEqual(["WA", "TLE"]);
  });

  test("bounds the time limit where it is the only one", async () => {
    expect(await expected("pass-fail", "accepted/tagged.py", tagged("TIMELIMIT"))).toMatchObject({
      timeLimitBound: "upper",
    });
    expect(await expected("pass-fail", "accepted/tagged.py", tagged("CORRECT"))).toMatchObject({
      timeLimitBound: "lower",
    });
  });

  test("may leave it to a person, with a warning", async () => {
    const { problem, warnings } = await readFixture("pass-fail", tagged("CHECK-MANUALLY"));
    expect(problem?.submissions.find(({ path }) => path.endsWith("tagged.py"))?.expectations).toEqual([]);
    expect(warnings).toContainEqual(expect.stringContaining("to be looked at by a person"));
  });

  test("is refused where it is no result", async () => {
    expect(await errorsOf("pass-fail", tagged("FINE"))).toEqual([
      'submissions/accepted/tagged.py: @EXPECTED_RESULTS@: no result is called "FINE"',
    ]);
  });
});

describe("folders of 2025-09", () => {
  test.each([
    ["accepted/shifts.py", ["AC"], [["permitted", "", "AC"]], "lower"],
    ["rejected/spins_or_crashes.py", ["WA", "TLE", ...CRASHES], [["required", "", "RTE MLE OLE TLE WA"]], undefined],
    [
      "time_limit_exceeded/spins_at_the_end.cpp",
      ["TLE"],
      [
        ["permitted", "", "AC TLE"],
        ["required", "", "TLE"],
      ],
      "upper",
    ],
    [
      "run_time_error/needs_an_argument.cpp",
      CRASHES,
      [
        ["permitted", "", "AC RTE MLE OLE"],
        ["required", "", "RTE MLE OLE"],
      ],
      "lower",
    ],
    [
      "brute_force/waits_for_the_file.py",
      ["TLE", ...CRASHES],
      [
        ["permitted", "", "AC RTE MLE OLE TLE"],
        ["required", "", "RTE MLE OLE TLE"],
      ],
      undefined,
    ],
  ])("%s", async (path, verdicts, expectations, timeLimitBound) => {
    const found = await expected("icpc-expectations", path);
    expect([found.expected, found.expectations, found.timeLimitBound]).toEqual([
      verdicts,
      expectations,
      timeLimitBound,
    ]);
  });
});

describe("answers that are handed in", () => {
  test("are folders of files called as the testcases", async () => {
    const { submissions, task } = await problemOf("icpc-submit-answer");
    expect(task.kind).toBe("answers");
    const counted = submissions.find(({ path }) => path === "submissions/accepted/counted")?.content;
    expect(counted && "answers" in counted ? [...counted.answers.keys()] : []).toEqual([
      "sample/0",
      "secret/1",
      "secret/2",
    ]);
  });

  test("may be a zip of them", async () => {
    const zip = zipOf([
      { name: "1.out", content: "6\n" },
      { name: "2.out", content: "15\n" },
    ]);
    const { submissions } = await problemOf("icpc-submit-answer", { "submissions/accepted/zipped.zip": zip });
    const content = submissions.find(({ path }) => path.endsWith("zipped.zip"))?.content;
    expect(content && "answers" in content ? [...content.answers.keys()] : []).toEqual(["secret/1", "secret/2"]);
    expect(await errorsOf("icpc-submit-answer", { "submissions/accepted/broken.zip": "PK" })).toEqual([
      expect.stringMatching(/submissions\/accepted\/broken\.zip.* no archive/),
    ]);
  });

  test("are refused where no testcase is called so", async () => {
    expect(await errorsOf("icpc-submit-answer", { "submissions/accepted/counted/7.out": "" })).toEqual([
      expect.stringMatching(/^submissions\/accepted\/counted\/7\.out: expected an output called after a testcase/),
    ]);
  });
});
