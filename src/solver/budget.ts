import { type Answer, costUsd, type Price, type Usage } from "../model/language-model.ts";
import type { LoggedEvent } from "../run-log/event.ts";

export interface BudgetLimits {
  readonly budgetTokens: number | undefined;
  readonly budgetUsd: number | undefined;
  readonly price: Price | undefined;
}

type Spending = Partial<Usage> & Pick<Answer, "isFromCache">;

/** What the solver may spend in a run, over all of its problems. Checked before a question: one under way may exceed it a little. */
export class Budget {
  readonly #limits: BudgetLimits;
  #inputTokens = 0;
  #cachedInputTokens = 0;
  #outputTokens = 0;

  constructor(limits: BudgetLimits, logged: Iterable<LoggedEvent>) {
    this.#limits = limits;
    for (const { event } of logged) if (event.type === "model-answered") this.spend(event);
  }

  spend({ inputTokens, cachedInputTokens, outputTokens, isFromCache }: Spending): void {
    if (isFromCache) return;
    this.#inputTokens += inputTokens ?? 0;
    this.#cachedInputTokens += cachedInputTokens ?? 0;
    this.#outputTokens += outputTokens ?? 0;
  }

  get isSpent(): boolean {
    const { budgetTokens, budgetUsd, price } = this.#limits;
    const tokens = {
      inputTokens: this.#inputTokens,
      cachedInputTokens: this.#cachedInputTokens,
      outputTokens: this.#outputTokens,
      reasoningTokens: undefined,
    };
    if (budgetTokens !== undefined && tokens.inputTokens + tokens.outputTokens >= budgetTokens) return true;
    const spentUsd = costUsd(tokens, price);
    return budgetUsd !== undefined && spentUsd !== undefined && spentUsd >= budgetUsd;
  }
}
