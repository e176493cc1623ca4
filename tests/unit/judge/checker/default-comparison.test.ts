import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Comparison } from "../../../../src/domain/comparison.ts";
import { compareByDefault } from "../../../../src/judge/checker/default-comparison.ts";

const LENIENT: Comparison = {
  caseSensitive: false,
  spaceSensitive: false,
  absoluteTolerance: undefined,
  relativeTolerance: undefined,
};
const CASE: Comparison = { ...LENIENT, caseSensitive: true };
const SPACE: Comparison = { ...LENIENT, spaceSensitive: true };

type Row = readonly [what: string, output: string, answer: string, verdict: "AC" | "WA"];

describe("without flags", () => {
  const rows: readonly Row[] = [
    ["the same", "1 2 3\n", "1 2 3\n", "AC"],
    ["another token", "1 2 4\n", "1 2 3\n", "WA"],
    ["no final newline", "1 2 3", "1 2 3\n", "AC"],
    ["DOS line ends", "1\r\n2\r\n", "1\n2\n", "AC"],
    ["tabs, form feeds, vertical tabs, blank lines", "\n\n1\t\f2\v\n\n3  \n\n", "1 2 3\n", "AC"],
    ["other lines", "1\n2\n3\n", "1 2 3\n", "AC"],
    ["another case", "yes NO\n", "YES no\n", "AC"],
    ["a character after Z that differs in bit 5 alone", "[\n", "{\n", "WA"],
    ["a character before A that differs in bit 5 alone", "@\n", "`\n", "WA"],
    ["a token too many", "1 2 3 4\n", "1 2 3\n", "WA"],
    ["a token too few", "1 2\n", "1 2 3\n", "WA"],
    ["the first part of a token", "12\n", "123\n", "WA"],
    ["more than the token", "1234\n", "123\n", "WA"],
    ["tokens run together", "12\n", "1 2\n", "WA"],
    ["no output", "", "1\n", "WA"],
    ["white space alone", " \n\n", "1\n", "WA"],
    ["an empty answer, no output", "", "", "AC"],
    ["an empty answer, white space", " \n", "", "AC"],
    ["an empty answer, some output", "0\n", "", "WA"],
    ["1.0 for 1: without a tolerance numbers are words", "1.0\n", "1\n", "WA"],
    ["01 for 1", "01\n", "1\n", "WA"],
    ["+1 for 1", "+1\n", "1\n", "WA"],
    ["-0 for 0", "-0\n", "0\n", "WA"],
    ["a null byte is part of a token", "1\0\n", "1\n", "WA"],
    ["a null byte is no white space", "1\x002\n", "1 2\n", "WA"],
    ["a non-breaking space is no white space", "1\u00a02\n", "1 2\n", "WA"],
    ["letters beyond ASCII have no case", "É\n", "é\n", "WA"],
    ["a byte-order mark is part of a token", "\ufeff1\n", "1\n", "WA"],
  ];
  test.each(rows)("%s", (_, output, answer, verdict) => {
    expect(compare(output, answer, LENIENT)).toMatchObject({ verdict, score: verdict === "AC" ? 1 : 0 });
  });

  test("bytes that are no UTF-8 are compared as bytes", () => {
    const comparing = (output: number[], answer: number[]) =>
      compareByDefault(Uint8Array.from(output), Uint8Array.from(answer), LENIENT).verdict;
    expect(comparing([0xff, 0xfe], [0xff, 0xfe])).toBe("AC");
    expect(comparing([0xff, 0xfe], [0xff, 0xfd])).toBe("WA");
    expect(comparing([0xc3], [0xe9])).toBe("WA");
  });
});

describe("case_sensitive", () => {
  const rows: readonly Row[] = [
    ["the same", "Yes\n", "Yes\n", "AC"],
    ["another case", "yes\n", "Yes\n", "WA"],
    ["white space still does not count", "Yes   No", "Yes\nNo\n", "AC"],
  ];
  test.each(rows)("%s", (_, output, answer, verdict) => {
    expect(compare(output, answer, CASE).verdict).toBe(verdict);
  });
});

describe("space_change_sensitive", () => {
  const rows: readonly Row[] = [
    ["the same", "1 2\n3\n", "1 2\n3\n", "AC"],
    ["another case", "A b\n", "a B\n", "AC"],
    ["two blanks", "1  2\n", "1 2\n", "WA"],
    ["a tab for a blank", "1\t2\n", "1 2\n", "WA"],
    ["a blank at the end of a line", "1 2 \n", "1 2\n", "WA"],
    ["a blank before all", " 1 2\n", "1 2\n", "WA"],
    ["no final newline", "1 2", "1 2\n", "WA"],
    ["a final newline too many", "1 2\n\n", "1 2\n", "WA"],
    ["DOS line ends", "1 2\r\n", "1 2\n", "WA"],
    ["another token", "1 3\n", "1 2\n", "WA"],
    ["a token too many", "1 2\n3\n", "1 2\n", "WA"],
    ["a token too few", "1\n", "1 2\n", "WA"],
    ["nothing for nothing", "", "", "AC"],
    ["a newline for nothing", "\n", "", "WA"],
  ];
  test.each(rows)("%s", (_, output, answer, verdict) => {
    expect(compare(output, answer, SPACE).verdict).toBe(verdict);
  });
});

describe("tolerances", () => {
  type ToleranceRow = readonly [flags: Partial<Comparison>, output: string, answer: string, verdict: "AC" | "WA"];
  const absolute = { absoluteTolerance: 0.01 };
  const relative = { relativeTolerance: 0.01 };
  const both = { absoluteTolerance: 0.01, relativeTolerance: 0.01 };
  const rows: readonly ToleranceRow[] = [
    [absolute, "1.0", "1", "AC"],
    [absolute, "1.009", "1", "AC"],
    [absolute, "0.991", "1", "AC"],
    [absolute, "1.011", "1", "WA"],
    [absolute, "1000.02", "1000", "WA"],
    [{ absoluteTolerance: 0.5 }, "1.5", "1", "AC"],
    [{ absoluteTolerance: 0 }, "1.00", "1", "AC"],
    [{ absoluteTolerance: 0 }, "1.01", "1", "WA"],
    [relative, "1009", "1000", "AC"],
    [relative, "1011", "1000", "WA"],
    [relative, "-1009", "-1000", "AC"],
    [relative, "1000", "-1000", "WA"],
    [relative, "0.00001", "0", "WA"],
    [relative, "0.0", "0", "AC"],
    [relative, "990.099", "1000", "AC"],
    [both, "0.005", "0", "AC"],
    [both, "1005", "1000", "AC"],
    [both, "1020", "1000", "WA"],
    [absolute, "3.14000000e-2", "0.0314", "AC"],
    [absolute, "+1.", ".1E+1", "AC"],
    [absolute, "1e", "1", "WA"],
    [absolute, ".", "0", "WA"],
    [absolute, "1,0", "1", "WA"],
    [absolute, "1.0x", "1", "WA"],
    [absolute, "one", "1", "WA"],
    [absolute, "1", "one", "WA"],
    [absolute, "YES 2.001", "yes 2", "AC"],
    [{ ...absolute, caseSensitive: true }, "YES", "yes", "WA"],
    [{ ...absolute, spaceSensitive: true }, "1.001\n", "1\n", "AC"],
    [{ ...absolute, spaceSensitive: true }, "1.001", "1\n", "WA"],
    [absolute, "0x10", "16", "WA"],
    [absolute, "0x10", "0x10", "AC"],
    [absolute, "1_000", "1000", "WA"],
    [absolute, "nan", "1", "WA"],
    [absolute, "NaN", "nan", "AC"],
    [absolute, "nan", "inf", "WA"],
    [absolute, "inf", "inf", "AC"],
    [absolute, "-inf", "inf", "WA"],
    [absolute, "infinity", "inf", "WA"],
    [both, "inf", "1e300", "WA"],
    [both, "1e999", "1e300", "WA"],
    [both, "1e300", "1e999", "WA"],
    [both, "1e999", "1e999", "AC"],
    [both, "1.001e300", "1e300", "AC"],
    [{ absoluteTolerance: 1e-9 }, "12345678901234567890123456789012.5", "12345678901234567890123456789012.5", "AC"],
    [{ relativeTolerance: 1e-9 }, `1${"0".repeat(40)}.0`, "1e40", "AC"],
    [absolute, "1\0", "1", "WA"],
    [absolute, "1.\n", "1", "AC"],
    [absolute, "1e+400", "1e400", "WA"], // no double holds it: a word
    [both, "1.7e308", "-1.7e308", "WA"],
    [{ relativeTolerance: 1.5 }, "1.7e308", "-1.7e308", "WA"], // 2 would be right, though both overflow
    [{ absoluteTolerance: 0 }, "1e-400", "0", "AC"], // the nearest double is 0
    [{ relativeTolerance: 0.01 }, "1e-323", "5e-324", "WA"],
    [{ relativeTolerance: 0.5 }, "1.2e-310", "1e-310", "AC"],
    [{ absoluteTolerance: 0 }, "1e00000000000000000000000000001", "10", "AC"],
    [{ absoluteTolerance: 0 }, `${"1".repeat(30)}.${"2".repeat(30)}`, `${"1".repeat(30)}.${"2".repeat(29)}3`, "AC"],
    [{ relativeTolerance: 1e-9 }, `0.${"0".repeat(30)}1`, "1e-31", "AC"],
  ];
  test.each(rows)("%j: %s for %s is %s", (flags, output, answer, verdict) => {
    expect(compare(output, answer, { ...LENIENT, ...flags }).verdict).toBe(verdict);
  });
});

describe("messages", () => {
  test.each([
    ["1 2\n3\n", "1 2\n4\n", 'expected "4", got "3" (token 3, line 2 of the answer)'],
    ["1\n", "1\n2\n", 'the output ends before token 2 (line 2 of the answer), expected "2"'],
    ["1\n2\n", "1\n", `the output goes on after the answer's last token: "2"`],
  ])("%j for %j: what is wrong, and where", (output, answer, message) => {
    expect(compare(output, answer, LENIENT).message).toBe(message);
  });

  test("a difference in white space is told with its place", () => {
    expect(compare("1 2\n3  4\n", "1 2\n3 4\n", SPACE).message).toBe("white space before token 4 (line 2) differs");
  });

  test("a token is shown to its fortieth byte", () => {
    const { message } = compare("x".repeat(41), "y".repeat(40), LENIENT);
    expect(message).toBe(`expected "${"y".repeat(40)}", got "${"x".repeat(40)}…" (token 1, line 1 of the answer)`);
  });

  test("hold nothing that a terminal obeys, and stay short, whatever is compared", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.uint8Array({ maxLength: 200 }), (output, answer) => {
        const { message } = compareByDefault(output, answer, LENIENT);
        expect(message).toMatch(/^[\x20-\x7e…]*$/);
        expect(message.length).toBeLessThan(160);
      }),
    );
    expect(compare("\x1b[31mred\x07\u009b", "x", LENIENT).message).toContain('got "?[31mred???"');
  });
});

describe("for any output", () => {
  const comparison: fc.Arbitrary<Comparison> = fc.record({
    caseSensitive: fc.boolean(),
    spaceSensitive: fc.boolean(),
    absoluteTolerance: fc.constantFrom(undefined, 0, 1e-6),
    relativeTolerance: fc.constantFrom(undefined, 0, 1e-6),
  });

  test("it agrees with itself", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), comparison, (bytes, flags) => {
        expect(compareByDefault(bytes, Uint8Array.from(bytes), flags).verdict).toBe("AC");
      }),
    );
  });

  test("white space does not count unless it is asked for", () => {
    const token = fc.stringMatching(/^[!-~]{1,6}$/);
    const space = fc.stringMatching(/^[ \t\r\n\v\f]{1,4}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(space, token)), space, comparison, (pairs, end, flags) => {
        const spaced = pairs.map((pair) => pair.join("")).join("") + end;
        const plain = pairs.map(([, word]) => word).join(" ");
        expect(compare(spaced, plain, { ...flags, spaceSensitive: false }).verdict).toBe("AC");
        const strict = compare(spaced, plain, { ...flags, spaceSensitive: true }).verdict;
        expect(strict).toBe(spaced === plain ? "AC" : "WA");
      }),
    );
  });

  test("a changed letter is found wherever it stands", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z ]{1,60}$/), fc.nat(), (text, at) => {
        const index = at % text.length;
        const changed = `${text.slice(0, index)}#${text.slice(index + 1)}`;
        expect(compare(changed, text, LENIENT).verdict).toBe("WA");
      }),
    );
  });
});

function compare(output: string, answer: string, comparison: Comparison) {
  return compareByDefault(Buffer.from(output, "utf8"), Buffer.from(answer, "utf8"), comparison);
}
