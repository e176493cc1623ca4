import { setMaxListeners } from "node:events";

/**
 * Yields results as they are there, of at most `limit` pieces of work at a time. `take` gives the next piece whenever
 * there is room, and nothing where there is none just now. The work's signal ends with the caller's, with a failure,
 * and when nobody wants more.
 */
export async function* inParallel<Item, Result>(
  take: () => Item | undefined,
  limit: number,
  work: (item: Item, signal: AbortSignal) => Promise<Result>,
  signal?: AbortSignal,
): AsyncGenerator<Result> {
  const ended: Promise<Result>[] = [];
  let running = 0;
  let wake = () => {};
  using stop = followed(signal);
  const start = (item: Item) => {
    running++;
    const result = work(item, stop.signal);
    const end = () => {
      running--;
      ended.push(result);
      wake();
    };
    result.then(end, end);
  };
  for (;;) {
    stop.signal.throwIfAborted();
    while (running + ended.length < limit) {
      const item = take();
      if (item === undefined) break;
      start(item);
    }
    const next = ended.shift();
    if (next) yield await next;
    else if (running === 0) return;
    else
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
  }
}

interface Followed extends Disposable {
  readonly signal: AbortSignal;
  abort(reason: unknown): void;
}

/** A signal of one's own that ends with another one, or with its scope; the other one keeps no trace of it. */
export function followed(other: AbortSignal | undefined): Followed {
  const controller = new AbortController();
  // All that is under way listens to it: many are no leak.
  setMaxListeners(0, controller.signal);
  const follow = () => controller.abort(other?.reason);
  if (other?.aborted) follow();
  other?.addEventListener("abort", follow, { once: true });
  return {
    signal: controller.signal,
    abort: (reason) => controller.abort(reason),
    [Symbol.dispose]: () => {
      other?.removeEventListener("abort", follow);
      controller.abort(new Error("no longer wanted"));
    },
  };
}
