import fc from "fast-check";
import { expect, test } from "vitest";
import { splitWords } from "../../../../../src/problem/format/tps/words.ts";

test.each([
  ["gen 1  2\t3", ["gen", "1", "2", "3"]],
  ["  ", []],
  [`gen "a b" 'c "d"' e\\ f`, ["gen", "a b", 'c "d"', "e f"]],
  [`a""b '' "\\"\\\\\\n"`, ["ab", "", '"\\\\n']],
  ["x#1 # 2", ["x#1", "#", "2"]],
  ["gen 'open", undefined],
  ['gen "open\\"', undefined],
  ["gen \\", undefined],
])("%j has the words %j", (line, words) => {
  expect(splitWords(line)).toEqual(words);
});

test("quoted words come back as they were", () => {
  const word = fc.string().filter((text) => !text.includes("'"));
  fc.assert(
    fc.property(fc.array(word), (words) => {
      expect(splitWords(words.map((text) => `'${text}'`).join(" "))).toEqual(words);
    }),
  );
});

test("any line is split or refused", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("'", '"', "\\", " ", "a", "\n") }), (line) => void splitWords(line)),
  );
});
