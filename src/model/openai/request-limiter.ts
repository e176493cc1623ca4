import { pause } from "../../domain/pause.ts";
import { Places } from "../places.ts";

export interface RequestLimits {
  readonly concurrency: number;
  readonly requestsPerMinute: number | undefined;
  readonly tokensPerMinute: number | undefined;
}

interface Admitted {
  readonly atMs: number;
  tokens: number;
}

const MINUTE_MS = 60_000;

/** Lets no more requests go to a server than it takes: at a time, in any minute, and none while it wants to be left alone. */
export class RequestLimiter {
  /** Requests so far. */
  admitted = 0;
  readonly #limits: RequestLimits;
  readonly #windowMs: number;
  readonly #places: Places;
  /** One at a time asks to be let in: nobody is overtaken. */
  readonly #door = new Places(1);
  /** Of the last minute, oldest first. */
  #recent: Admitted[] = [];
  #heldUntilMs = 0;

  constructor(limits: RequestLimits, windowMs: number = MINUTE_MS) {
    this.#limits = limits;
    this.#windowMs = windowMs;
    this.#places = new Places(limits.concurrency);
  }

  /** A place among those under way, until it is disposed of. */
  place(signal?: AbortSignal): Promise<Disposable> {
    return this.#places.take(signal);
  }

  /** Waits until another request may go, of about so many tokens; who knows better later says so. */
  async admit(tokens: number, signal?: AbortSignal): Promise<(tokens: number) => void> {
    using _first = await this.#door.take(signal);
    for (let waitMs = this.#waitMs(tokens); waitMs > 0; waitMs = this.#waitMs(tokens)) await pause(waitMs, signal);
    const entry = { atMs: performance.now(), tokens };
    this.#recent.push(entry);
    this.admitted++;
    return (used) => {
      entry.tokens = used;
    };
  }

  /** The server told us to come back later: that holds for every request. */
  holdFor(ms: number): void {
    this.#heldUntilMs = Math.max(this.#heldUntilMs, performance.now() + ms);
  }

  #waitMs(tokens: number): number {
    const nowMs = performance.now();
    if (nowMs < this.#heldUntilMs) return this.#heldUntilMs - nowMs;
    const { requestsPerMinute = Number.POSITIVE_INFINITY, tokensPerMinute = Number.POSITIVE_INFINITY } = this.#limits;
    this.#recent = this.#recent.filter(({ atMs }) => nowMs - atMs < this.#windowMs);
    const spent = this.#recent.reduce((sum, entry) => sum + entry.tokens, 0);
    const [oldest] = this.#recent;
    // A request that is larger than a minute's tokens goes when nothing else was asked in that minute.
    if (!oldest || (this.#recent.length < requestsPerMinute && spent + tokens <= tokensPerMinute)) return 0;
    return Math.max(1, oldest.atMs + this.#windowMs - nowMs);
  }
}
