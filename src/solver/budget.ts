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
  /** What each problem may take of it, and each subtask that answers are asked for. */
  readonly eachProblem?: PartLimits;
  readonly eachSubtask?: PartLimits;
}

export interface PartLimits {
  readonly budgetTokens: number | undefined;
  readonly budgetUsd: number | undefined;
}

/** What a part of a budget is about. */
interface Part {
  readonly problem: string;
  readonly subtask?: string;
}

type Spending = Partial<Usage> & Pick<Answer, "isFromCache">;

/** What a question under way is expected to take. */
export interface Reserved {
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/**
 * What the solver may spend in a run, over all of its problems: what is under way is counted as it is expected to be. A
 * problem, and a subtask in it, has a budget within it: what is spent there is spent in the whole as well.
 */
export class Budget {
  readonly #limits: BudgetLimits;
  readonly #estimate = new TokenEstimate();
  readonly #clock: Clock;
  readonly #fromMs: number;
  readonly #logged: readonly LoggedEvent[];
  readonly #within: Budget | undefined;
  readonly #parts = new Map<string, Budget>();
  #spent: Reserved = { inputTokens: 0, outputTokens: 0 };
  #cachedInputTokens = 0;
  #reserved: Reserved = { inputTokens: 0, outputTokens: 0 };

  constructor(
    limits: BudgetLimits,
    logged: readonly LoggedEvent[],
    clock: Clock = systemClock,
    whole?: { readonly within: Budget; readonly part: Part },
  ) {
    this.#limits = limits;
    this.#clock = clock;
    this.#logged = logged;
    this.#within = whole?.within;
    this.#fromMs = clock.nowMs() - timeOfSessions(logged);
    for (const { event } of logged)
      if (event.type === "model-answered" && (!whole || isIn(event, whole.part))) this.#count(event);
  }

  ofProblem(problem: string): Budget {
    return this.#part({ problem }, this.#limits.eachProblem);
  }

  /** `undefined` stands for the whole problem. */
  ofSubtask(problem: string, subtask: string | undefined): Budget {
    const whole = this.ofProblem(problem);
    return subtask === undefined ? whole : whole.#part({ problem, subtask }, this.#limits.eachSubtask);
  }

  #part(part: Part, limits: PartLimits | undefined): Budget {
    const key = JSON.stringify([part.problem, part.subtask]);
    const { price } = this.#limits;
    const none = { budgetTokens: undefined, budgetUsd: undefined };
    const known =
      this.#parts.get(key) ??
      new Budget({ ...(limits ?? none), price }, this.#logged, this.#clock, { within: this, part });
    this.#parts.set(key, known);
    return known;
  }

  spend(spending: Spending): void {
    this.#count(spending);
    this.#within?.spend(spending);
  }

  /** What a server has not counted is taken to be as large as what it has: a budget of unknown tokens ends, too. */
  #count({ inputTokens, cachedInputTokens = 0, outputTokens, isFromCache }: Spending): void {
    if (isFromCache) return;
    this.#spent = sum(this.#spent, {
      inputTokens: inputTokens ?? this.#estimate.ofAnyInput(),
      outputTokens: outputTokens ?? this.#estimate.ofOutput(),
    });
    this.#estimate.learn({ inputTokens, outputTokens, reasoningTokens: undefined }, 1, 0);
    this.#cachedInputTokens += cachedInputTokens;
  }

  /** To be given back when the answer, or none, is there. */
  reserve(prompt: string): Reserved {
    const inputTokens = this.#estimate.ofInput(prompt);
    const reserved = { inputTokens, outputTokens: this.#estimate.ofOutput() };
    this.#hold(reserved);
    return reserved;
  }

  giveBack({ inputTokens, outputTokens }: Reserved): void {
    this.#hold({ inputTokens: -inputTokens, outputTokens: -outputTokens });
  }

  #hold(reserved: Reserved): void {
    this.#reserved = sum(this.#reserved, reserved);
    if (this.#within) this.#within.#hold(reserved);
  }

  get isSpent(): boolean {
    return this.#isOver(this.#spent) || (this.#within?.isSpent ?? false);
  }

  /** Or will be, when what is under way comes out as expected. */
  get isAllUnderWay(): boolean {
    return this.#isOver(sum(this.#spent, this.#reserved)) || (this.#within?.isAllUnderWay ?? false);
  }

  get hasUnderWay(): boolean {
    return this.#reserved.outputTokens > 0;
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

function isIn(event: { readonly problem: string; readonly subtask?: string | undefined }, part: Part): boolean {
  return event.problem === part.problem && (part.subtask === undefined || event.subtask === part.subtask);
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
