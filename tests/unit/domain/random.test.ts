import fc from "fast-check";
import { expect, test } from "vitest";
import { randomFrom, shuffled } from "../../../src/domain/random.ts";

test("the same seed gives the same numbers, here and on every machine", () => {
  const drawn = Array.from({ length: 3 }, randomFrom(1));
  expect(Array.from({ length: 3 }, randomFrom(1))).toEqual(drawn);
  expect(drawn.map((value) => Math.floor(value * 1e6))).toEqual([367_875, 81_613, 820_535]);
});

test("neighbouring seeds give different numbers", () => {
  const firsts = new Set(Array.from({ length: 1000 }, (_, seed) => randomFrom(seed)()));
  expect(firsts.size).toBe(1000);
});

test("every number is in [0, 1)", () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const random = randomFrom(seed);
      return Array.from({ length: 50 }, random).every((value) => value >= 0 && value < 1);
    }),
  );
});

test("numbers are spread evenly", () => {
  const random = randomFrom(7);
  const counts = new Array<number>(10).fill(0);
  for (let i = 0; i < 10_000; i++) {
    const tenth = Math.floor(random() * 10);
    counts[tenth] = (counts[tenth] ?? 0) + 1;
  }
  for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
});

test("shuffling loses nothing, adds nothing and leaves what it was given", () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer(), (items, seed) => {
      const before = [...items];
      const mixed = shuffled(items, randomFrom(seed));
      expect([...mixed].sort(ascending)).toEqual([...items].sort(ascending));
      expect(items).toEqual(before);
    }),
  );
});

test("shuffling gives every order about as often", () => {
  const random = randomFrom(3);
  const counts = new Map<string, number>();
  for (let i = 0; i < 6000; i++) {
    const order = shuffled(["a", "b", "c"], random).join("");
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  expect(counts.size).toBe(6);
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
});

function ascending(a: number, b: number): number {
  return a - b;
}
