import { expect, test } from "vitest";
import { ContestClock, stoodAtMs } from "../../../src/contest/contest-clock.ts";
import type { RunEvent } from "../../../src/run-log/event.ts";
import { logged, modelAnswered, PROBLEM, runStarted } from "../../support/run-events.ts";
import { made } from "../../support/run-stories.ts";

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

test("a run that goes on has its contest's clock where it stood: all time under way counts, none between", () => {
  const own = new Set([PROBLEM]);
  // Ten seconds from one event to the next.
  const first = logged([runStarted(), modelAnswered(0), modelAnswered(1)], 1_000_000);
  expect(stoodAtMs(own, first)).toBe(20_000);
  const later: RunEvent[] = [{ type: "run-resumed" }, modelAnswered(2)];
  const resumed = [...first, ...logged(later, 9_000_000)];
  expect(stoodAtMs(own, resumed)).toBe(30_000);
  // The clock of the contest may have been moved forward: a submission says where it stood.
  const submitted = [...resumed, ...logged([made(300, 0)], 9_020_000)];
  expect(stoodAtMs(own, submitted)).toBe(300_000);
  const after = [...submitted, ...logged([{ type: "run-interrupted", reason: "Ctrl-C" }], 9_025_000)];
  expect(stoodAtMs(own, after)).toBe(305_000);
});

test("the clock of a second day begins when the first is over", () => {
  const other = { ...modelAnswered(0), problem: "other" };
  const events = logged([runStarted(), other, other, modelAnswered(0)]);
  expect(stoodAtMs(new Set([PROBLEM]), events)).toBe(10_000);
  expect(stoodAtMs(new Set([PROBLEM]), events.slice(0, -1))).toBe(0);
});
