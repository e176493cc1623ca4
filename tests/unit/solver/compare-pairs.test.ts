import { describe, expect, test } from "vitest";
import type { PublicProblem } from "../../../src/domain/problem.ts";
import { Budget } from "../../../src/solver/budget.ts";
import { comparePairs, winnerIn } from "../../../src/solver/compare-pairs.ts";
import { PoolState } from "../../../src/solver/pool-state.ts";
import { MemoryLog } from "../../support/memory-log.ts";
import { PROBLEM } from "../../support/run-events.ts";
import { scriptedModel } from "../../support/scripted-model.ts";

const MIB = 1024 * 1024;
const PUBLIC = {
  ...{ id: PROBLEM, name: "Adding", statement: "Add.", sampleInteractions: [], samples: [], subtasks: [] },
  limits: { timeLimitMs: 1000, memoryLimitBytes: 64 * MIB },
  task: { kind: "batch" },
} as unknown as PublicProblem;

describe("what a model says of a pair", () => {
  test.each([
    ["Because.\nA", "first"],
    ["Because.\n**B**\n", "second"],
    ["Program A", "first"],
    ["neither", "neither"],
    ["A is better\nbut I am not sure", "neither"],
    ["", "neither"],
  ] as const)("%j is for %s", (text, winner) => {
    expect(winnerIn(text)).toBe(winner);
  });
});

test("each pair is asked once in its order, counted in the budget, and is an event", async () => {
  const { log, state, deps, model } = aPool((prompt) =>
    prompt.indexOf("right()") < prompt.indexOf("wrong()") ? "A" : "B",
  );
  const pairs = [
    { first: "c0001", second: "c0002", sample: 4 },
    { first: "c0002", second: "c0001", sample: 5 },
  ];
  await comparePairs(PUBLIC, pairs, { seed: 1, concurrency: 2 }, deps);
  expect(log.of("candidates-compared")).toEqual([
    { type: "candidates-compared", problem: PROBLEM, ...pairs[0], winner: "first" },
    { type: "candidates-compared", problem: PROBLEM, ...pairs[1], winner: "second" },
  ]);
  expect(log.of("model-answered").map(({ purpose, sample }) => [purpose, sample])).toEqual([
    ["judge", 4],
    ["judge", 5],
  ]);
  expect(deps.compared).toHaveLength(2);
  expect(deps.budget.isSpent).toBe(true);
  await comparePairs(PUBLIC, pairs, { seed: 1, concurrency: 2 }, { ...deps, state });
  expect(model.asked).toHaveLength(2);
});

function aPool(script: (prompt: string) => string) {
  const log = new MemoryLog();
  const state = new PoolState();
  for (const [sample, call] of ["right()", "wrong()"].entries()) {
    const candidate = `c000${sample + 1}`;
    const source = log.keep(`int main() { ${call}; }`);
    const question = { problem: PROBLEM, purpose: "candidate", sample } as const;
    state.apply({ type: "candidate-extracted", ...question, candidate, language: "cpp20", source });
  }
  const model = scriptedModel(script);
  const budget = new Budget({ budgetTokens: 60, budgetUsd: undefined, price: undefined }, []);
  const compared: unknown[] = [];
  const onCompared = (comparison: unknown) => compared.push(comparison);
  return { log, state, model, deps: { log, state, model, budget, compared, onCompared, readText: log.text, round: 0 } };
}
