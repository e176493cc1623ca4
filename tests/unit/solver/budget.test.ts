import { expect, test } from "vitest";
import type { LoggedEvent, RunEvent } from "../../../src/run-log/event.ts";
import { Budget } from "../../../src/solver/budget.ts";

const NO_LIMITS = { budgetTokens: undefined, budgetUsd: undefined, price: undefined };
const SPENT = { inputTokens: 60, outputTokens: 40 };

test("tokens count in and out, but not those from a cache", () => {
  const budget = new Budget({ ...NO_LIMITS, budgetTokens: 200 }, []);
  budget.spend(SPENT);
  budget.spend({ ...SPENT, isFromCache: true });
  expect(budget.isSpent).toBe(false);
  budget.spend(SPENT);
  expect(budget.isSpent).toBe(true);
});

test("USD follow from tokens and price", () => {
  const price = { inputUsdPerMillion: 10_000, outputUsdPerMillion: 10_000 };
  const budget = new Budget({ ...NO_LIMITS, budgetUsd: 2, price }, []);
  budget.spend(SPENT);
  expect(budget.isSpent).toBe(false);
  budget.spend(SPENT);
  expect(budget.isSpent).toBe(true);
});

test("what is under way counts as answers so far lead to expect, until it is given back", () => {
  const budget = new Budget({ ...NO_LIMITS, budgetTokens: 350 }, []);
  budget.spend(SPENT);
  const reserved = [budget.reserve("x".repeat(240)), budget.reserve("x".repeat(240))];
  expect(budget.isAllUnderWay).toBe(false);
  const last = budget.reserve("x".repeat(240));
  expect([budget.isAllUnderWay, budget.isSpent]).toEqual([true, false]);
  for (const one of [...reserved, last]) budget.giveBack(one);
  expect(budget.isAllUnderWay).toBe(false);
});

test("minutes count over all sessions, without the time between them", () => {
  const event = (body: RunEvent, atMs: number): LoggedEvent => ({ part: "run", sequence: 1, atMs, event: body });
  const logged = [
    event({ type: "run-resumed" }, 1_000),
    event({ type: "run-interrupted", reason: "" }, 41_000),
    event({ type: "run-resumed" }, 900_000),
    event({ type: "run-interrupted", reason: "" }, 910_000),
  ];
  let nowMs = 2_000_000;
  const budget = new Budget({ ...NO_LIMITS, budgetMs: 60_000 }, logged, { nowMs: () => nowMs });
  expect(budget.isSpent).toBe(false);
  nowMs += 9_999;
  expect(budget.isSpent).toBe(false);
  nowMs += 1;
  expect(budget.isSpent).toBe(true);
});
