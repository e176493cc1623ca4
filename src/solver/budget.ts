import { type Clock, systemClock } from "../domain/clock.ts";
import { type Answer, costUsd, type Price, type Usage } from "../model/language-model.ts";
import { TokenEstimate } from "../model/token-estimate.ts";
import type { LoggedEvent } from "../run-log/event.ts";

export interface BudgetLimits {
  readonly budgetTokens: number | undefined;
  readonly budgetUsd: number | undefined;
  /** From the first event on, but for the time between sessions. */
  readonly budgetMs?: number | undefined;
  readonly price: Price | undefined;
}

type Spending = Partial<Usage> & Pick<Answer, "isFromCache">;

/** What a question under way is expected to take. */
export interface Reserved {
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** What the solver may spend in a run, over all of its problems: what is under way is counted as it is expected to be. */
export class Budget {
  readonly #limits: BudgetLimits;
  readonly #estimate = new TokenEstimate();
  readonly #clock: Clock;
  readonly #fromMs: number;
  #spent: Reserved = { inputTokens: 0, outputTokens: 0 };
  #cachedInputTokens = 0;
  #reserved: Reserved = { inputTokens: 0, outputTokens: 0 };

  constructor(limits: BudgetLimits, logged: readonly LoggedEvent[], clock: Clock = systemClock) {
    this.#limits = limits;
    this.#clock = clock;
    this.#fromMs = clock.nowMs() - timeOfSessions(logged);
    for (const { event } of logged) if (event.type === "model-answered") this.spend(event);
  }

  spend({ inputTokens, cachedInputTokens = 0, outputTokens, isFromCache }: Spending): void {
    if (isFromCache) return;
    this.#estimate.learn({ inputTokens, outputTokens, reasoningTokens: undefined }, 1, 0);
    this.#spent = sum(this.#spent, { inputTokens: inputTokens ?? 0, outputTokens: outputTokens ?? 0 });
    this.#cachedInputTokens += cachedInputTokens;
  }

  /** To be given back when the answer, or none, is there. */
  reserve(prompt: string): Reserved {
    const inputTokens = this.#estimate.ofInput(prompt);
    const reserved = { inputTokens, outputTokens: this.#estimate.ofOutput() };
    this.#reserved = sum(this.#reserved, reserved);
    return reserved;
  }

  giveBack({ inputTokens, outputTokens }: Reserved): void {
    this.#reserved = sum(this.#reserved, { inputTokens: -inputTokens, outputTokens: -outputTokens });
  }

  get isSpent(): boolean {
    return this.#isOver(this.#spent);
  }

  /** Or will be, when what is under way comes out as expected. */
  get isAllUnderWay(): boolean {
    return this.#isOver(sum(this.#spent, this.#reserved));
  }

  #isOver({ inputTokens, outputTokens }: Reserved): boolean {
    const { budgetTokens, budgetUsd, budgetMs, price } = this.#limits;
    if (budgetMs !== undefined && this.#clock.nowMs() - this.#fromMs >= budgetMs) return true;
    if (budgetTokens !== undefined && inputTokens + outputTokens >= budgetTokens) return true;
    const usage = { inputTokens, outputTokens, cachedInputTokens: this.#cachedInputTokens, reasoningTokens: undefined };
    const usd = costUsd(usage, price);
    return budgetUsd !== undefined && usd !== undefined && usd >= budgetUsd;
  }
}

/** Each from its beginning to the last that it logged. */
function timeOfSessions(logged: readonly LoggedEvent[]): number {
  let total = 0;
  let last: number | undefined;
  for (const { part, event, atMs } of logged) {
    if (part !== "run") continue;
    if (last !== undefined && event.type !== "run-resumed") total += atMs - last;
    last = atMs;
  }
  return total;
}

function sum(a: Reserved, b: Reserved): Reserved {
  return { inputTokens: a.inputTokens + b.inputTokens, outputTokens: a.outputTokens + b.outputTokens };
}
