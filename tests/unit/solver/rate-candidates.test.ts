import { expect, test } from "vitest";
import type { PublicProblem } from "../../../src/domain/problem.ts";
import type { EventOf } from "../../../src/run-log/event.ts";
import { Budget } from "../../../src/solver/budget.ts";
import { PoolState } from "../../../src/solver/pool-state.ts";
import { rateCandidates, scoreIn } from "../../../src/solver/rate-candidates.ts";
import { MemoryLog } from "../../support/memory-log.ts";
import { PROBLEM } from "../../support/run-events.ts";
import { scriptedModel } from "../../support/scripted-model.ts";

const PUBLIC = {
  ...{ id: PROBLEM, name: "Adding", statement: "Add.", sampleInteractions: [], samples: [], subtasks: [] },
  limits: { timeLimitMs: 1000, memoryLimitBytes: 64 * 1024 * 1024 },
  task: { kind: "batch" },
} as unknown as PublicProblem;

test.each([
  ["It overflows.\n20", 0.2],
  ["Right.\n**100**\n", 1],
  ["85 / 100", 0.85],
  ["7 %", 0.07],
  ["101", undefined],
  ["likely, 90 I would say", undefined],
  ["90\nbut who knows", undefined],
  ["", undefined],
])("%j is a rating of %s", (text, score) => {
  expect(scoreIn(text)).toBe(score);
});

test("each candidate is rated once, counted in the budget; an answer without a number is unusable", async () => {
  const log = new MemoryLog();
  const state = new PoolState();
  for (const [sample, call] of ["right()", "wrong()"].entries()) {
    const source = log.keep(`int main() { ${call}; }`);
    const question = { problem: PROBLEM, purpose: "candidate", sample } as const;
    state.apply({
      type: "candidate-extracted",
      ...question,
      candidate: `c000${sample + 1}`,
      language: "cpp20",
      source,
    });
  }
  const model = scriptedModel((prompt) => (prompt.includes("right()") ? "Well done.\n90" : "Who knows."));
  const budget = new Budget({ budgetTokens: 60, budgetUsd: undefined, price: undefined }, []);
  const rated: EventOf<"candidate-rated">[] = [];
  const deps = { log, state, model, budget, readText: log.text, round: 0 };
  const rate = () =>
    rateCandidates(
      PUBLIC,
      ["c0001", "c0002"],
      { seed: 1, concurrency: 1 },
      {
        ...deps,
        onRated: (rating) => rated.push(rating),
      },
    );
  await rate();
  expect(rated).toEqual([{ type: "candidate-rated", problem: PROBLEM, candidate: "c0001", score: 0.9, sample: 0 }]);
  expect(log.of("candidate-rated")).toEqual(rated);
  expect(log.of("answer-unusable")).toMatchObject([{ purpose: "rating", sample: 1, reason: "no rating" }]);
  expect(budget.isSpent).toBe(true);
  expect(model.asked).toHaveLength(2);
});
