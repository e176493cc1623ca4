import type { Clock } from "../domain/clock.ts";

/** The contest's time: it runs while the run is under way, and is moved forward where a rule says to wait. */
export class ContestClock {
  readonly #clock: Clock;
  readonly #openedAtMs: number;
  #aheadMs: number;

  /** `aheadMs`: where it stood when an earlier part of the run ended. */
  constructor(clock: Clock, aheadMs: number) {
    this.#clock = clock;
    this.#openedAtMs = clock.nowMs();
    this.#aheadMs = aheadMs;
  }

  /** Milliseconds since the contest began. */
  nowMs(): number {
    return this.#clock.nowMs() - this.#openedAtMs + this.#aheadMs;
  }

  skipTo(ms: number): void {
    this.#aheadMs += Math.max(0, ms - this.nowMs());
  }
}
