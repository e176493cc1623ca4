import { describe, expect, test } from "vitest";
import { pairedInterval } from "../../../src/report/paired-bootstrap.ts";

describe("the interval of a difference over problems, by hand", () => {
  test("where all problems differ alike there is nothing to vary", () => {
    expect(pairedInterval([5, 5, 5])).toEqual({ low: 15, high: 15 });
  });

  // 0, 10 and 20 with chances of 1/4, 1/2 and 1/4.
  test("two problems, one of which differs by 10", () => {
    expect(pairedInterval([0, 10])).toEqual({ low: 0, high: 20 });
  });

  // It is drawn 0 to 4 times; 4 times in one of 256 cases, 3 times or more in 13 of them: 5.1 %, so that 97.5 % are up to 3.
  test("four problems, one of which differs by 10", () => {
    expect(pairedInterval([0, 0, 0, 10])).toEqual({ low: 0, high: 30 });
    expect(pairedInterval([0, 0, 0, -10])).toEqual({ low: -30, high: 0 });
  });

  // A sum of a hundred independent draws of -1 and 1: standard deviation 10.
  test("a hundred problems, half of them better and half worse", () => {
    const interval = pairedInterval(Array.from({ length: 100 }, (_, index) => (index % 2 === 0 ? 1 : -1)));
    expect(Math.abs((interval?.low ?? 0) + 19.6)).toBeLessThan(2);
    expect(Math.abs((interval?.high ?? 0) - 19.6)).toBeLessThan(2);
  });

  test("the same differences have the same interval", () => {
    expect(pairedInterval([3, 1, 4, 1, 5])).toEqual(pairedInterval([3, 1, 4, 1, 5]));
  });

  test("one problem has none", () => {
    expect(pairedInterval([10])).toBeUndefined();
  });
});
