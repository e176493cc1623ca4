import { expect, test } from "vitest";
import { ContestClock } from "../../../src/contest/contest-clock.ts";

test("it runs with the machine's clock from where it stood, and is only ever moved forward", () => {
  let nowMs = 1_000_000;
  const clock = new ContestClock({ nowMs: () => nowMs }, 60_000);
  expect(clock.nowMs()).toBe(60_000);
  nowMs += 5_000;
  expect(clock.nowMs()).toBe(65_000);
  clock.skipTo(120_000);
  expect(clock.nowMs()).toBe(120_000);
  clock.skipTo(90_000);
  expect(clock.nowMs()).toBe(120_000);
  nowMs += 1_000;
  expect(clock.nowMs()).toBe(121_000);
});
