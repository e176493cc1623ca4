import { expect, test } from "vitest";
import { printableLines } from "../../../../../src/report/html/client/printable-lines.ts";

test("what cannot be seen, or turns text around, is named; tabs stay", () => {
  const { lines } = printableLines("a\tb\u001b[2J\r\n\u202eright to left\u2069\n");
  expect(lines).toEqual(["a\tb␛[2J", "⟨U+202E⟩right to left⟨U+2069⟩"]);
});

test("an endless line and endless lines are cut, and what is left out is counted", () => {
  const { lines, left } = printableLines(`${"x".repeat(1_000_000)}\n${"y\n".repeat(5_000)}`);
  expect(lines).toHaveLength(3_000);
  expect(lines[0]).toBe(`${"x".repeat(1_000)} … 999,000 more`);
  expect(left).toBe(999_000 + 2 * 2_001);
});
