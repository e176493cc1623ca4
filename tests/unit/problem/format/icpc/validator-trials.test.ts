import { expect, test } from "vitest";
import { EMPTY_FILE } from "../../../../../src/domain/problem.ts";
import { problemOf, readFixture } from "./read-fixture.ts";

test("data for testing validators is no testcase, and takes its arguments from its own folder", async () => {
  const { trials = [], testcases } = await problemOf("icpc-checker", {
    "data/valid_output/test_group.yaml": "output_validator_args: [different]\n",
  });
  expect(trials.map(({ kind, testcase: { id, checkerArgs } }) => [kind, id, checkerArgs])).toEqual([
    ["invalid-input", "invalid_input/space", undefined],
    ["invalid-input", "invalid_input/too-small/one", undefined],
    ["invalid-output", "invalid_output/alike", ["different"]],
    ["invalid-output", "invalid_output/three", undefined],
    ["valid-output", "valid_output/alike", ["different"]],
  ]);
  expect(trials[0]?.testcase.answer).toEqual(EMPTY_FILE);
  expect(testcases.map(({ id }) => id)).toEqual(["sample/1", "secret/1", "secret/2", "secret/3"]);
});

test("outputs for the default comparison are compared as its arguments say", async () => {
  const { trials = [] } = await problemOf("pass-fail", {
    ...{ "data/valid_output/1.in": "1 2\n", "data/valid_output/1.ans": "yes\n", "data/valid_output/1.out": "yes\n" },
    "data/valid_output/1.yaml": "output_validator_args: [case_sensitive]\n",
  });
  expect(trials[0]?.testcase.comparison?.caseSensitive).toBe(true);
});

test("the legacy format has none", async () => {
  const { problem, warnings } = await readFixture("icpc-legacy-float", { "data/invalid_inputs/1.in": "x\n" });
  expect(problem?.trials).toEqual([]);
  expect(warnings).toEqual(["data/invalid_inputs: not of the format legacy; not run"]);
});

test("an output without its answer is an error, and one for an interactive problem is not run", async () => {
  const lone = { "data/invalid_output/1.in": "2\n", "data/invalid_output/1.out": "" };
  expect((await readFixture("icpc-checker", lone)).errors).toEqual([
    "data/invalid_output/1.in: its file data/invalid_output/1.ans is missing",
  ]);
  expect((await readFixture("icpc-interactive-multi-pass", lone)).warnings).toContain(
    "data/invalid_output: not run: outputs cannot be handed in where the judge talks back",
  );
});
