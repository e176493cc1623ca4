import { describe, expect, test } from "vitest";
import type { Comparison } from "../../../../../src/domain/comparison.ts";
import { parseComparisonFlags } from "../../../../../src/problem/format/icpc/comparison-flags.ts";

describe("flags of the default output validator", () => {
  const cases: readonly (readonly [flags: string, comparison: Partial<Comparison>])[] = [
    ["", {}],
    ["case_sensitive", { caseSensitive: true }],
    ["space_change_sensitive", { spaceSensitive: true }],
    ["float_tolerance 1e-6", { absoluteTolerance: 1e-6, relativeTolerance: 1e-6 }],
    ["float_absolute_tolerance 0.01", { absoluteTolerance: 0.01 }],
    ["float_relative_tolerance 0", { relativeTolerance: 0 }],
    ["float_tolerance 1e-6 float_tolerance 0.000001", { absoluteTolerance: 1e-6, relativeTolerance: 1e-6 }],
    [
      "float_absolute_tolerance 1e-9 float_relative_tolerance 1E-4",
      { absoluteTolerance: 1e-9, relativeTolerance: 1e-4 },
    ],
    [
      "space_change_sensitive case_sensitive float_tolerance 1",
      { caseSensitive: true, spaceSensitive: true, absoluteTolerance: 1, relativeTolerance: 1 },
    ],
  ];
  test.each(cases)("%j", (flags, comparison) => {
    expect(parse(flags)).toEqual({
      caseSensitive: false,
      spaceSensitive: false,
      absoluteTolerance: undefined,
      relativeTolerance: undefined,
      ...comparison,
    });
  });
});

test.each([
  ["ignore_case", 'no flag "ignore_case"'],
  ["CASE_SENSITIVE", 'no flag "CASE_SENSITIVE"'],
  ["1e-6", 'no flag "1e-6"'],
  ["float_tolerance", "float_tolerance must be followed by a number from 0, got nothing"],
  ["float_tolerance case_sensitive", "got case_sensitive"],
  ["float_absolute_tolerance -1", "got -1"],
  ["float_relative_tolerance nan", "got nan"],
  ["float_relative_tolerance inf", "got inf"],
  ["float_tolerance 1 float_tolerance 2", "float_tolerance 2 contradicts the tolerance 1 before it"],
  ["float_tolerance 1 float_absolute_tolerance 2", "float_absolute_tolerance 2 contradicts the tolerance 1 before it"],
  ["float_relative_tolerance 1 float_tolerance 2", "float_tolerance 2 contradicts the tolerance 1 before it"],
])("%j is refused: %s", (flags, message) => {
  expect(() => parse(flags)).toThrow(message);
});

function parse(flags: string): Comparison {
  return parseComparisonFlags(flags.split(" ").filter((flag) => flag !== ""));
}
