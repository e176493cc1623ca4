import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Comparison } from "../../../src/domain/comparison.ts";
import { isOutputMark, NO_OUTPUT } from "../../../src/domain/output-mark.ts";
import { OutputMark } from "../../../src/judge/output-mark.ts";
import { EXACT } from "../../support/tasks.ts";

const FLOATS: Comparison = { ...EXACT, relativeTolerance: 1e-6, absoluteTolerance: 1e-6 };

test("white space says nothing, what stands between it does", () => {
  expect(markOf("1 2\n3\n")).toBe(markOf("  1\t2 \r\n\n3"));
  expect(markOf("1 2")).not.toBe(markOf("12"));
  expect(markOf("1 2")).not.toBe(markOf("2 1"));
  expect(markOf(" \n")).toBe(NO_OUTPUT);
  expect(isOutputMark(markOf("1"))).toBe(true);
  expect(isOutputMark("TLE")).toBe(false);
});

test("it is the hash of the tokens, each with a blank after it, however long they are", () => {
  const tokens = Array.from({ length: 9000 }, (_, index) => (index % 1000 === 7 ? "x".repeat(40_000) : String(index)));
  const expected = (words: readonly string[]) =>
    createHash("sha256")
      .update(`${words.join(" ")} `)
      .digest("hex")
      .slice(0, 16);
  expect(markOf(tokens.join("\n"))).toBe(expected(tokens));
  const rounded = tokens.map((token) => (token.startsWith("x") ? token : Number(token).toPrecision(5)));
  expect(markOf(tokens.join("\n"), FLOATS)).toBe(expected(rounded));
});

test("case counts where the comparison says so", () => {
  expect(markOf("YES")).not.toBe(markOf("Yes"));
  const anyCase = { ...EXACT, caseSensitive: false };
  expect(markOf("YES", anyCase)).toBe(markOf("Yes", anyCase));
});

describe("with a tolerance", () => {
  test("numbers that differ in digits without meaning are the same", () => {
    expect(markOf("0.333333331", FLOATS)).toBe(markOf("0.33333333", FLOATS));
    expect(markOf("1e3 -0.0", FLOATS)).toBe(markOf("1000.0 0", FLOATS));
    expect(markOf("0.3334", FLOATS)).not.toBe(markOf("0.3333", FLOATS));
  });

  test("of nothing every digit counts", () => {
    const exact = { ...EXACT, relativeTolerance: 0, absoluteTolerance: 0 };
    expect(markOf("0.3334", exact)).not.toBe(markOf("0.33341", exact));
  });

  test("words that only look like numbers stay words", () => {
    expect(markOf("1.0.0", FLOATS)).not.toBe(markOf("1.0", FLOATS));
    expect(markOf("nan", FLOATS)).not.toBe(markOf("0", FLOATS));
    expect(markOf(`${"1".repeat(70)}.00`, FLOATS)).not.toBe(markOf(`${"1".repeat(70)}.0`, FLOATS));
  });
});

test("it does not matter where an output is cut in pieces", () => {
  const output = fc.array(fc.constantFrom("7", "0.50000000001", " ", "\n", "x".repeat(100), "abc"), { maxLength: 20 });
  fc.assert(
    fc.property(output, fc.array(fc.nat(300)), fc.constantFrom(EXACT, FLOATS), (parts, cuts, comparison) => {
      const bytes = Buffer.from(parts.join(""));
      const mark = new OutputMark(comparison);
      let start = 0;
      for (const cut of [...cuts].sort((a, b) => a - b)) {
        mark.take(bytes.subarray(start, cut));
        start = Math.max(start, Math.min(cut, bytes.length));
      }
      mark.take(bytes.subarray(start));
      expect(mark.end()).toBe(markOf(bytes.toString(), comparison));
    }),
  );
});

function markOf(output: string, comparison = EXACT): string {
  const mark = new OutputMark(comparison);
  mark.take(Buffer.from(output));
  return mark.end();
}
