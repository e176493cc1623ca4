import { UsageError } from "../domain/errors.ts";
import type { EventOf } from "../run-log/event.ts";
import type { BudgetLimits } from "../solver/budget.ts";
import { modelPrice } from "./model-price.ts";
import type { RunOptions } from "./run-options.ts";

type Started = EventOf<"run-started">;

const FURTHER_BUDGETS = [
  "budgetMinutes",
  "problemBudgetTokens",
  "problemBudgetUsd",
  "subtaskBudgetTokens",
  "subtaskBudgetUsd",
] as const satisfies (keyof RunOptions)[];

/** What a run keeps of them, beside those of the whole run in tokens and USD. */
export function budgetOptions(options: RunOptions): Started["settings"] {
  const given = FURTHER_BUDGETS.flatMap((name) =>
    options[name] === undefined ? [] : [[name, options[name]] as const],
  );
  return Object.fromEntries(given);
}

export function budgetLimits({ budgetTokens, budgetUsd, price, settings }: Started): BudgetLimits {
  const limit = (name: (typeof FURTHER_BUDGETS)[number]) => {
    const value = settings[name];
    return typeof value === "number" ? value : undefined;
  };
  const minutes = limit("budgetMinutes");
  return {
    ...{ budgetTokens, budgetUsd, price, budgetMs: minutes === undefined ? undefined : minutes * 60_000 },
    eachProblem: { budgetTokens: limit("problemBudgetTokens"), budgetUsd: limit("problemBudgetUsd") },
    eachSubtask: { budgetTokens: limit("subtaskBudgetTokens"), budgetUsd: limit("subtaskBudgetUsd") },
  };
}

export function refuseUnknownPrice(label: string, options: RunOptions): void {
  const { budgetUsd, problemBudgetUsd, subtaskBudgetUsd, resume } = options;
  const isInUsd = (budgetUsd ?? problemBudgetUsd ?? subtaskBudgetUsd) !== undefined;
  if (isInUsd && !resume && !modelPrice(label, options))
    throw new UsageError(`a budget in USD needs --price: the cost of ${label} is not known`);
}
