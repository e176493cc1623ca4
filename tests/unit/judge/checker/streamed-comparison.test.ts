import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Comparison } from "../../../../src/domain/comparison.ts";
import { LONGEST_NUMBER_BYTES } from "../../../../src/judge/checker/byte-reader.ts";
import { compareByDefault } from "../../../../src/judge/checker/default-comparison.ts";

const LENIENT: Comparison = {
  caseSensitive: false,
  spaceSensitive: false,
  absoluteTolerance: undefined,
  relativeTolerance: undefined,
};
const TOLERANT: Comparison = { ...LENIENT, absoluteTolerance: 0.01, relativeTolerance: 0.01 };

const comparison: fc.Arbitrary<Comparison> = fc.record({
  caseSensitive: fc.boolean(),
  spaceSensitive: fc.boolean(),
  absoluteTolerance: fc.constantFrom(undefined, 0.1),
  relativeTolerance: fc.constantFrom(undefined, 0.1),
});

/** Texts that agree for a while, in tokens and white space of every kind. */
const token = fc.oneof(
  fc.constantFrom("1", "1.0", "1.05", "a", "A", "1e400", "x".repeat(60)),
  fc.stringMatching(/^[!-~]{1,9}$/),
);
const space = fc.constantFrom(" ", "\n", "\r\n", "  ", "\t");
const text = fc.array(fc.tuple(token, space), { maxLength: 12 }).map((pairs) => pairs.flat().join(""));
const change = fc.tuple(fc.nat(200), fc.constantFrom("", " ", "\n", "0", "z"));

describe("bytes in chunks compare as they do in one piece", () => {
  const sizes = fc.array(fc.nat(5), { minLength: 1, maxLength: 5 });

  test("however they are cut, in memory or as they come", async () => {
    await fc.assert(
      fc.asyncProperty(text, change, comparison, fc.tuple(sizes, sizes), async (answer, [at, put], flags, [a, b]) => {
        const output = answer.slice(0, at) + put + answer.slice(at + 1);
        const got = Buffer.from(output);
        const want = Buffer.from(answer);
        const whole = compareByDefault(got, want, flags);
        expect(compareByDefault(cut(got, a), cut(want, b), flags)).toEqual(whole);
        expect(await compareByDefault(cut(got, a), coming(cut(want, b)), flags)).toEqual(whole);
        expect(await compareByDefault(coming(cut(got, a)), coming(cut(want, b)), flags)).toEqual(whole);
      }),
    );
  });

  test("at once where all of them are in memory", () => {
    expect(compareByDefault([Buffer.from("1 "), Buffer.from("2\n")], Buffer.from("1 2"), LENIENT).verdict).toBe("AC");
    expect(compareByDefault([], [], LENIENT).verdict).toBe("AC");
    expect(compareByDefault([], Buffer.from("1"), LENIENT).verdict).toBe("WA");
  });
});

describe("a token that is longer than the chunks", () => {
  const long = (last: string) => [...Array(100).fill(Buffer.alloc(10_000, "x")), Buffer.from(last)];

  test("is compared to its end", async () => {
    expect((await compareByDefault(long("y"), coming(long("Y\n")), LENIENT)).verdict).toBe("AC");
    const { verdict, message } = await compareByDefault(long("z"), coming(long("Y\n")), TOLERANT);
    expect(verdict).toBe("WA");
    expect(message).toBe(
      `expected "${"x".repeat(40)}…", got "${"x".repeat(40)}…" (token 1, line 1 of the answer, from byte 1000001 on)`,
    );
  });

  test("may be a number where it is no longer than numbers are", async () => {
    const digits = (count: number) => Buffer.from(`1.${"0".repeat(count - 2)}`);
    const compareWithOne = (number: Uint8Array) =>
      compareByDefault(coming(cut(number, [1000])), coming([Buffer.from("1")]), TOLERANT);
    expect((await compareWithOne(digits(LONGEST_NUMBER_BYTES))).verdict).toBe("AC");
    expect((await compareWithOne(digits(LONGEST_NUMBER_BYTES + 1))).verdict).toBe("WA");
    expect(compareByDefault(digits(LONGEST_NUMBER_BYTES + 1), Buffer.from("1"), TOLERANT).verdict).toBe("WA");
  });
});

describe("a source that comes", () => {
  test("is let go of where the rest of it does not matter", async () => {
    const endless = new Endless();
    expect((await compareByDefault(Buffer.from("1 2 3"), endless, LENIENT)).verdict).toBe("WA");
    expect(endless.isOpen).toBe(false);
    expect(endless.chunks).toBeLessThan(10);
  });

  test("that fails is no verdict", async () => {
    async function* failing() {
      yield Buffer.from("1 ");
      throw new Error("the disk is gone");
    }
    await expect(async () => compareByDefault(Buffer.from("1 2"), failing(), LENIENT)).rejects.toThrow(
      "the disk is gone",
    );
  });
});

class Endless implements AsyncIterable<Uint8Array> {
  isOpen = false;
  chunks = 0;

  async *[Symbol.asyncIterator]() {
    this.isOpen = true;
    try {
      for (;;) {
        this.chunks++;
        yield Buffer.from("1 ");
      }
    } finally {
      this.isOpen = false;
    }
  }
}

function cut(bytes: Uint8Array, sizes: readonly number[]): Uint8Array[] {
  const chunks: Uint8Array[] = [];
  const isEndless = sizes.every((size) => size === 0);
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = isEndless ? 1 : (sizes[turn % sizes.length] ?? 1);
    chunks.push(bytes.subarray(at, at + size));
    at += size;
  }
  return chunks;
}

async function* coming(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield chunk;
}
