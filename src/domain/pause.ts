import { setTimeout as sleep } from "node:timers/promises";

/** Node's timers take no longer time: what is meant to last longer lasts a day. */
const LONGEST_MS = 24 * 60 * 60_000;

/** Waits, and ends with the signal's reason when that comes first. */
export async function pause(ms: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  try {
    await sleep(Math.min(Math.max(ms, 0), LONGEST_MS), undefined, signal ? { signal } : {});
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  }
}
