import { describe, expect, test } from "vitest";
import { LANGUAGES } from "../../../src/domain/language.ts";
import { compileKey } from "../../../src/judge/compile-program.ts";

const SOURCE = '#include <cstdio>\nint main() {\n  puts("a b");\n}\n';

describe("two programs have one compile key", () => {
  test.each([
    ["DOS line ends", SOURCE.replaceAll("\n", "\r\n")],
    ["no final newline", SOURCE.trimEnd()],
  ])("that differ in %s", (_, source) => {
    expect(keyOf(source)).toBe(keyOf(SOURCE));
  });
});

describe("two programs have two compile keys", () => {
  test.each([
    ["a blank inside a line", SOURCE.replace("a b", "a  b")],
    ["indentation", SOURCE.replace("  puts", "   puts")],
    ["a blank line inside", SOURCE.replace("{\n", "{\n\n")],
    ["a blank line before all", `\n${SOURCE}`],
    ["letter case", SOURCE.replace("puts", "Puts")],
    ["a blank at the end of a line, which strings and Python's line continuations tell", SOURCE.replace("{\n", "{ \n")],
    ["a blank line at the end", `${SOURCE}\n`],
    ["a non-breaking space at the end, which no compiler takes for a blank", `${SOURCE}\u00a0`],
    ["a byte-order mark at the end", `${SOURCE}\ufeff`],
    ["a comment", `${SOURCE}// x\n`],
  ])("that differ in %s", (_, source) => {
    expect(keyOf(source)).not.toBe(keyOf(SOURCE));
  });

  test("where one language's text is another's", () => {
    expect(new Set(LANGUAGES.map((language) => compileKey({ language, source: SOURCE }, "image"))).size).toBe(
      LANGUAGES.length,
    );
  });

  test("where the sandbox image is another", () => {
    expect(compileKey({ language: "cpp20", source: SOURCE }, "sha256:1")).not.toBe(
      compileKey({ language: "cpp20", source: SOURCE }, "sha256:2"),
    );
  });
});

test("the key is fit for a file name", () => {
  expect(keyOf("/../\0")).toMatch(/^[0-9a-f]{64}$/);
});

function keyOf(source: string): string {
  return compileKey({ language: "cpp20", source }, "image");
}
