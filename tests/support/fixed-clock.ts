import type { Clock } from "../../src/domain/clock.ts";

/** 2024-09-01, 12:00 UTC: the first day of the IOI 2024. */
export const TEST_START_MS = Date.UTC(2024, 8, 1, 12);

/** Goes on by a second each time that it is read. */
export function tickingClock(startMs = TEST_START_MS): Clock {
  let nowMs = startMs - 1000;
  return {
    nowMs: () => {
      nowMs += 1000;
      return nowMs;
    },
  };
}
