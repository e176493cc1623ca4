import fc from "fast-check";
import { expect, test } from "vitest";
import { sha256Of } from "../../../src/domain/sha256.ts";

test("one part is hashed as it is", () => {
  // FIPS 180-2, appendix B.1
  expect(sha256Of("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  expect(sha256Of(new Uint8Array([97, 98, 99]))).toBe(sha256Of("abc"));
});

test.each([
  [
    ["ab", "c"],
    ["a", "bc"],
  ],
  [
    ["a", ""],
    ["", "a"],
  ],
  [
    ["a", "b"],
    ["a", "b", ""],
  ],
  [
    ["1:a", "b"],
    ["1", "a1:b"],
  ],
])("%j and %j have different hashes", (one, other) => {
  expect(sha256Of(...one)).not.toBe(sha256Of(...other));
});

test("two lists of parts that are cut from one text elsewhere have different hashes", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 2, maxLength: 12 }), fc.nat(), fc.nat(), (text, i, j) => {
      const [one, other] = [i % (text.length + 1), j % (text.length + 1)];
      fc.pre(one !== other);
      expect(sha256Of(text.slice(0, one), text.slice(one))).not.toBe(sha256Of(text.slice(0, other), text.slice(other)));
    }),
  );
});
