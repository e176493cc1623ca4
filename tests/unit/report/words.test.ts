import { describe, expect, test } from "vitest";
import { duration, mebibytes, oneLine, plural, points, table } from "../../../src/report/words.ts";

test.each([
  [0, "0 ms"],
  [999.4, "999 ms"],
  [999.6, "1.0 s"],
  [1000, "1.0 s"],
  [59_940, "59.9 s"],
  [59_960, "1 min 0 s"],
  [61_000, "1 min 1 s"],
  [3_599_600, "1 h 0 min"],
  [5_400_000, "1 h 30 min"],
])("%d ms are %s", (ms, text) => {
  expect(duration(ms)).toBe(text);
});

test.each([
  [100, "100"],
  [362.14, "362.14"],
  [33.333333, "33.33"],
  [0.1 + 0.2, "0.30"],
  [0, "0"],
])("%d points are %s", (score, text) => {
  expect(points(score)).toBe(text);
});

test.each([
  [0, "0 samples"],
  [1, "1 sample"],
  [10_000, "10,000 samples"],
])("%i of them are %s", (count, text) => {
  expect(plural(count, "sample")).toBe(text);
});

test("memory is told in MiB", () => {
  expect(mebibytes(256 * 1024 * 1024)).toBe("256 MiB");
});

test.each([
  ["fits", 4, "fits"],
  ["does not fit", 5, "does…"],
  ["  a \n\t b\r\n", 10, "a b"],
  ["\x1b[31mred\x07", 20, "?[31mred?"],
  ["\u{1f600}\u{1f600}\u{1f600}", 2, "\u{1f600}…"],
  ["a\u202eb\u200bc\ud83d", 10, "a?b?c?"],
  ["", 5, ""],
])("%j on one line of %i columns is %j", (text, width, line) => {
  expect(oneLine(text, width)).toBe(line);
});

describe("a table", () => {
  test("has its columns side by side, numbers to the right", () => {
    const rows = [
      ["#", "name", "why"],
      ["10", "x", "because"],
    ];
    expect(table(rows, [true, false, false], 40)).toEqual([" #  name  why", "10  x     because"]);
  });

  test("gives way where a column is too wide, the widest first", () => {
    const rows = [["n".repeat(50), "short", "why ".repeat(20)]];
    const [line = ""] = table(rows, [false, false, false], 40);
    expect(line).toBe(`${"n".repeat(20)}…  short  why why w…`);
    expect(line.length).toBe(40);
  });

  test("of no rows is empty", () => {
    expect(table([], [false, false], 40)).toEqual([]);
  });
});
