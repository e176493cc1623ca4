import type { Clock } from "../domain/clock.ts";
import { isProblemEvent, type LoggedEvent } from "../run-log/event.ts";

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

/**
 * Where the clock of a day's problems stood at the last thing that is known of it: it began before their first event, and
 * runs on while the run does, whatever is logged, but not between two parts of it.
 */
export function stoodAtMs(problems: ReadonlySet<string>, logged: readonly LoggedEvent[]): number {
  let stoodMs: number | undefined;
  let lastAtMs: number | undefined;
  for (const { event, atMs, part } of logged) {
    if (part !== "run") continue;
    const isOwn = isProblemEvent(event) && problems.has(event.problem);
    const passedMs = event.type === "run-resumed" ? 0 : Math.max(0, atMs - (lastAtMs ?? atMs));
    if (isOwn || stoodMs !== undefined) stoodMs = (stoodMs ?? 0) + passedMs;
    if (isOwn && "atMs" in event) stoodMs = Math.max(stoodMs ?? 0, event.atMs);
    lastAtMs = atMs;
  }
  return stoodMs ?? 0;
}
