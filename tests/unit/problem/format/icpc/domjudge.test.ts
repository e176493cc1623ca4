import { describe, expect, test } from "vitest";
import { parseSeconds } from "../../../../../src/problem/format/icpc/domjudge-ini.ts";
import { readExpectedTags } from "../../../../../src/problem/format/icpc/expected-tags.ts";
import { readFixture } from "./read-fixture.ts";

describe("the results that a source expects", () => {
  test.each([
    ["// @EXPECTED_RESULTS@: CORRECT", ["AC"]],
    ["# @EXPECTED_RESULTS@: ACCEPTED\r\nprint(1)", ["AC"]],
    ["/* @EXPECTED_RESULTS@: WRONG-ANSWER, TIMELIMIT */", ["WA", "TLE"]],
    ["@EXPECTED_RESULTS@: WRONG_ANSWER,TIME_LIMIT_EXCEEDED", ["WA", "TLE"]],
    ["@EXPECTED_RESULTS@: no-output", ["WA"]],
    ["@EXPECTED_RESULTS@: RUN-ERROR, MEMORY-LIMIT", ["RTE", "MLE"]],
    ["@EXPECTED_RESULTS@: RUN_TIME_ERROR", ["RTE", "MLE"]],
    ["@EXPECTED_RESULTS@: OUTPUT-LIMIT, COMPILER-ERROR", ["OLE", "CE"]],
    ["@EXPECTED_RESULTS@: COMPILE_ERROR", ["CE"]],
    ["@EXPECTED_RESULTS@: CHECK-MANUALLY", []],
    ["EXPECTED_RESULTS: CORRECT", undefined],
  ])("%j", (source, verdicts) => {
    expect(readExpectedTags([source])).toEqual({ verdicts, score: undefined, unknown: [] });
  });

  test("may stand in any of its files, and be unknown", () => {
    const tags = readExpectedTags(["int main() {}", "// @EXPECTED_RESULTS@: WRONG-ANSWER, MAYBE"]);
    expect(tags).toEqual({ verdicts: ["WA"], score: undefined, unknown: ["MAYBE"] });
  });

  test("come with a score", () => {
    expect(readExpectedTags(["# @EXPECTED_SCORE@: 37.5\n"]).score).toBe(37.5);
  });
});

test.each([
  ["2", 2],
  ["0.5", 0.5],
  ["5/2", 2.5],
  ["5 / 1", 5],
  [".5", 0.5],
  ["0", undefined],
  ["1/0", undefined],
  ["-1", undefined],
  ["2s", undefined],
  ["", undefined],
])("%j seconds are %s", (text, seconds) => {
  expect(parseSeconds(text)).toBe(seconds);
});

describe("domjudge-problem.ini", () => {
  const ini = (text: string) => readFixture("icpc-include", { "domjudge-problem.ini": text });

  test("has the time limit, quoted or not, among other things", async () => {
    for (const text of [
      "timelimit=2.5",
      "; a comment\n[problem]\ntimelimit = '5/2'\nexternalid=adder\n",
      'timelimit="2.5"\r\n',
    ])
      expect((await ini(text)).problem?.timeLimit).toEqual({ kind: "known", ms: 2500 });
  });

  test("has arguments of the comparison", async () => {
    const { problem } = await ini("timelimit=1\nspecial_compare_args='float_tolerance 1e-3'");
    expect(problem?.task).toMatchObject({ checker: { comparison: { absoluteTolerance: 1e-3 } } });
  });

  test("is refused where it names programs that are not in the package, or makes no sense", async () => {
    expect((await ini("timelimit=soon\nspecial_run=run_x\nnonsense")).errors).toEqual([
      "domjudge-problem.ini: line 3: expected key=value",
      "domjudge-problem.ini: special_run: the package does not hold this program: put it into output_validators/",
      'domjudge-problem.ini: timelimit: expected a number of seconds, got "soon"',
    ]);
  });
});

describe("a package as DOMjudge has them", () => {
  test("may lack a statement, and secret testcases", async () => {
    const { problem, warnings } = await readFixture("icpc-legacy-float", {
      problem_statement: undefined,
      "data/secret": undefined,
    });
    expect(problem).toMatchObject({ name: "Sharing Syrup", statement: "" });
    expect(warnings).toEqual([
      "data/secret: no testcases: the samples are all there is",
      "statement/: no problem.en.tex, problem.en.md or problem.en.pdf",
    ]);
  });

  test("may have its statement beside problem.yaml", async () => {
    const { problem } = await readFixture("icpc-legacy-float", {
      problem_statement: undefined,
      "problem.html": "<h1>Syrup</h1><p>Share it.</p>",
    });
    expect(problem?.statement).toContain("Share it.");
  });

  test("may ask for several passes", async () => {
    const yaml = "name: Passes\nvalidation: custom multi-pass\nlimits:\n  validation_passes: 26\n";
    const { problem, warnings } = await readFixture("icpc-legacy-float", {
      "problem.yaml": yaml,
      "output_validators/check.py": "",
    });
    expect(problem?.task).toMatchObject({ kind: "batch", passes: 26 });
    expect(warnings).toEqual(["problem.yaml: validation: multi-pass: not of the format legacy; read as DOMjudge does"]);
  });
});
