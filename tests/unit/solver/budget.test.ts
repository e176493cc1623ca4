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

test("an answer whose tokens nobody counted is taken to be as long as those that were, never free", () => {
  const budget = new Budget({ ...NO_LIMITS, budgetTokens: 300 }, []);
  for (const spending of [SPENT, {}, { inputTokens: 60 }]) {
    expect(budget.isSpent).toBe(false);
    budget.spend(spending);
  }
  expect(budget.isSpent).toBe(true);
  const blind = new Budget({ ...NO_LIMITS, budgetTokens: 2_001 }, []);
  blind.spend({});
  expect(blind.isSpent).toBe(false);
  blind.spend({});
  expect(blind.isSpent).toBe(true);
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

test("a problem and a subtask have limits of their own, and what is spent there is spent in the whole", () => {
  const each = (budgetTokens: number) => ({ budgetTokens, budgetUsd: undefined });
  const budget = new Budget({ ...NO_LIMITS, budgetTokens: 500, eachProblem: each(300), eachSubtask: each(200) }, []);
  const spentIn = () => [
    budget.ofSubtask("a", "1").isSpent,
    budget.ofSubtask("a", "2").isSpent,
    budget.ofProblem("a").isSpent,
    budget.ofProblem("b").isSpent,
    budget.isSpent,
  ];
  budget.ofSubtask("a", "1").spend(SPENT);
  expect(spentIn()).toEqual([false, false, false, false, false]);
  budget.ofSubtask("a", "1").spend(SPENT);
  expect(spentIn()).toEqual([true, false, false, false, false]);
  budget.ofSubtask("a", undefined).spend(SPENT);
  expect(spentIn()).toEqual([true, true, true, false, false]);
  budget.ofProblem("b").spend(SPENT);
  budget.ofSubtask("b", "1").spend(SPENT);
  expect(spentIn()).toEqual([true, true, true, true, true]);
});

test("what an earlier part of the run has spent counts for its problem and its subtask", () => {
  const answered = (problem: string, subtask?: string): LoggedEvent => {
    const texts = { prompt: "00", answer: "00", finishReason: "stop", wallMs: 1 } as const;
    const question = {
      problem,
      purpose: "candidate",
      sample: 0,
      ...(subtask === undefined ? {} : { subtask }),
    } as const;
    return { part: "run", sequence: 1, atMs: 0, event: { type: "model-answered", ...question, ...texts, ...SPENT } };
  };
  const limits = { ...NO_LIMITS, eachSubtask: { budgetTokens: 200, budgetUsd: undefined } };
  const budget = new Budget(limits, [answered("a", "1"), answered("a", "1"), answered("a"), answered("b", "1")]);
  expect(budget.ofSubtask("a", "1").isSpent).toBe(true);
  expect(budget.ofSubtask("b", "1").isSpent).toBe(false);
  expect(budget.ofProblem("a").isSpent).toBe(false);
});
