import OpenAI from "openai";
import { messageOf } from "../../domain/errors.ts";
import { pause } from "../../domain/pause.ts";
import { CutStream, TimedOut } from "./failures.ts";
import type { RequestLimiter } from "./request-limiter.ts";
import type { OpenAiSettings } from "./settings.ts";

const LONGEST_WAIT_MS = 60_000;
/** A wait that somebody who watches would wonder about. */
const TOLD_FROM_MS = 5_000;

type RetrySettings = Pick<OpenAiSettings, "retries" | "firstWaitMs" | "onNote">;

/** Tries again after a failure that passes, as long after it as the server says; the others wait with it. */
export async function withRetries<T>(
  attempt: () => Promise<T>,
  { retries, firstWaitMs, onNote }: RetrySettings,
  limiter: RequestLimiter,
  signal: AbortSignal | undefined,
): Promise<T> {
  for (let tried = 0; ; tried++) {
    try {
      return await attempt();
    } catch (error) {
      signal?.throwIfAborted();
      if (tried >= retries || !isPassing(error)) throw error;
      const toldMs = toldToWaitMs(error);
      if (toldMs !== undefined) limiter.holdFor(toldMs);
      const waitMs = toldMs ?? Math.min(firstWaitMs * 2 ** tried, LONGEST_WAIT_MS) * spread(limiter.admitted);
      if (waitMs >= TOLD_FROM_MS) onNote(`${messageOf(error)}: tried again in ${Math.ceil(waitMs / 1000)} s`);
      await pause(waitMs, signal);
    }
  }
}

function isPassing(error: unknown): boolean {
  if (error instanceof CutStream || error instanceof TimedOut) return true;
  if (!(error instanceof OpenAI.APIError)) return error instanceof TypeError; // `fetch` says so when a body is cut
  const told = error.headers?.get("x-should-retry");
  if (told === "true" || told === "false") return told === "true";
  const { status, code } = error;
  // An account without money is told like a server with too many requests, and does not pass.
  if (code === "insufficient_quota") return false;
  return status === undefined || status === 408 || status === 409 || status === 429 || status >= 500;
}

/** `Retry-After` in seconds or as a date, and the finer header that some servers send beside it. */
function toldToWaitMs(error: unknown): number | undefined {
  if (!(error instanceof OpenAI.APIError)) return undefined;
  const inMs = error.headers?.get("retry-after-ms");
  const inSeconds = error.headers?.get("retry-after");
  const waitMs = inMs ? Number(inMs) : inSeconds ? fromRetryAfter(inSeconds) : Number.NaN;
  return Number.isNaN(waitMs) ? undefined : Math.max(0, waitMs);
}

function fromRetryAfter(text: string): number {
  return /^[\d.]+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now();
}

/** A different part of a wait for each request, so that not all come back at once. */
function spread(nth: number): number {
  return 0.75 + 0.25 * ((nth * 0.618) % 1);
}
