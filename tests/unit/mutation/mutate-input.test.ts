import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { randomFrom } from "../../../src/domain/random.ts";
import { mutateInput } from "../../../src/mutation/mutate-input.ts";

function many(text: string, count = 3000): Set<string> {
  const random = randomFrom(7);
  return new Set(Array.from({ length: count }, () => mutateInput(text, random)));
}

/** Inputs that a strict validator would accept, out of all that were made. */
const share = (inputs: Set<string>, isValid: (text: string) => boolean) =>
  [...inputs].filter(isValid).length / inputs.size;

describe("among the inputs made are many that are valid", () => {
  test("where a number counts the elements of a line", () => {
    const isValid = (text: string) => {
      const [head = "", list = "", ...rest] = text.trimEnd().split("\n");
      const numbers = [head, ...list.split(" ")].map(Number);
      return rest.length === 0 && numbers.every(Number.isInteger) && list.split(" ").length === numbers[0];
    };
    const inputs = many("4\n7 1 9 3\n");
    expect(share(inputs, isValid)).toBeGreaterThan(0.2);
    const lengths = new Set([...inputs].filter(isValid).map((text) => text.split("\n")[0]));
    expect([...lengths]).toEqual(expect.arrayContaining(["2", "3", "5", "6"]));
  });

  test("where a number counts lines, or cases of several lines", () => {
    const isValid = (text: string) => {
      const [count, ...lines] = text.trimEnd().split("\n");
      return lines.length === 2 * Number(count) && lines.every((line) => /^-?\d+ -?\d+$/.test(line));
    };
    const inputs = many("2\n1 2\n3 4\n5 6\n7 8\n");
    expect(share(inputs, isValid)).toBeGreaterThan(0.1);
    expect(new Set([...inputs].filter(isValid).map((text) => text.split("\n")[0])).has("3")).toBe(true);
  });

  test("where a number counts the letters of a word", () => {
    const isValid = (text: string) => {
      const [, length = "", word = ""] = /^(\d+)\n([ab]+)\n$/.exec(text) ?? [];
      return word.length > 0 && word.length === Number(length);
    };
    const words = [...many("3\naba\n")].filter(isValid);
    expect(words).toEqual(expect.arrayContaining(["3\nbba\n", "3\naaa\n"]));
    expect(words.some((text) => text.startsWith("4\n"))).toBe(true);
  });
});

test("any text at all can be changed, and the same seed changes it alike", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), fc.nat(), (text, seed) => {
      const made = mutateInput(text, randomFrom(seed));
      expect(made.endsWith("\n")).toBe(true);
      expect(mutateInput(text, randomFrom(seed))).toBe(made);
    }),
  );
});
