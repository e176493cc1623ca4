import { followed } from "../in-parallel.ts";
import { TimedOut } from "./failures.ts";

export interface TimeLimits {
  readonly timeoutMs: number;
  /** How long there may be no sign of life. */
  readonly silenceMs: number;
}

interface Watch {
  readonly signal: AbortSignal;
  /** There is a sign of life: silence is counted anew. */
  readonly alive: () => void;
}

/** Work that is given up when it takes too long, is silent for too long, or is no longer wanted. */
export async function watched<T>(
  { timeoutMs, silenceMs }: TimeLimits,
  signal: AbortSignal | undefined,
  work: (watch: Watch) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted();
  using stop = followed(signal);
  const whole = setTimeout(() => stop.abort(new TimedOut(`timed out after ${timeoutMs / 1000} s`)), timeoutMs);
  const silence = setTimeout(() => stop.abort(new TimedOut(`timed out: silent for ${silenceMs / 1000} s`)), silenceMs);
  const stopped = new Promise<never>((_, reject) => {
    stop.signal.addEventListener("abort", () => reject(stop.signal.reason), { once: true });
  });
  try {
    // Not all that the client waits for looks at the signal: the end of a body does not.
    return await Promise.race([work({ signal: stop.signal, alive: () => silence.refresh() }), stopped]);
  } finally {
    clearTimeout(whole);
    clearTimeout(silence);
  }
}
