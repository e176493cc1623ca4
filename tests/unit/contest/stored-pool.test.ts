import { describe, expect, test } from "vitest";
import { scoresAfterEach } from "../../../src/contest/simulate-pool.ts";
import { type StoredPool, storedPools, unjudged } from "../../../src/contest/stored-pool.ts";
import { learnedFrom, leaveOneOut, meanScore } from "../../../src/contest/train-scorer.ts";
import { tuneO1Ioi } from "../../../src/contest/tune-weights.ts";
import type { RunEvent } from "../../../src/run-log/event.ts";
import { STRATEGIES } from "../../../src/selection/index.ts";
import { O1_IOI_WEIGHTS, o1Ioi } from "../../../src/selection/o1-ioi.ts";
import { aJudgement } from "../../support/judgements.ts";
import { aPoolOf, storedPoolOf } from "../../support/made-pools.ts";
import { aStartedProblem, logged, PROBLEM, runStarted } from "../../support/run-events.ts";
import { A_STORY, truth } from "../../support/run-stories.ts";
import { entrantOf } from "../../tables/entrants.ts";
import { csvOf, strategiesText, strategyRows } from "../../tables/strategy-rows.ts";

describe("a finished run", () => {
  const [pool] = storedPools(logged([...A_STORY, truth(0, aJudgement(100))]), () => "int main() {}");
  if (!pool) throw new Error("no problem in the story");

  test("gives what a strategy would have seen before its first submission, and the truth beside it", () => {
    expect(pool.problem.id).toBe(PROBLEM);
    expect(pool.view.submissions).toEqual([]);
    expect(pool.view.candidates.map(({ id, compiles }) => [id, compiles])).toEqual([
      ["c0001", true],
      ["c0002", true],
      ["c0004", false],
    ]);
    expect([...pool.truth].map(([id, { score }]) => [id, score]).sort()).toEqual([
      ["c0001", 100],
      ["c0002", 0],
    ]);
    expect(unjudged(pool)).toBe(0);
  });

  test("is replayed by any strategy: the scores after each submission, until it is solved", () => {
    expect(scoresAfterEach(STRATEGIES["public-filter"], pool, { submissionLimit: 5, seed: 1 })).toEqual([100]);
    const random = [1, 2, 3, 4, 5, 6].map((seed) =>
      scoresAfterEach(STRATEGIES.random, pool, { submissionLimit: 5, seed }),
    );
    expect(random).toContainEqual([0, 100]);
    expect(random).toContainEqual([100]);
  });

  test("says how many submissions were made before each of its rounds, and how they combine under rules", () => {
    const inRounds = A_STORY.flatMap((event): RunEvent[] =>
      event.type === "submission-judged"
        ? [event, { type: "round-finished", problem: PROBLEM, round: event.number - 1 }]
        : [event],
    );
    const text = () => "int main() {}";
    expect(pool.roundStarts).toEqual([0]);
    expect(storedPools(logged(inRounds), text)[0]?.roundStarts).toEqual([0, 1, 2]);
    expect(pool.view.combining).toBe("subtasks");
    expect(storedPools(logged(inRounds), text, "ioi-2013")[0]?.view.combining).toBe("submission");
    const apart = A_STORY.map((event) =>
      event.type === "run-started" ? runStarted({ problems: [aStartedProblem({ subtasksAddUp: false })] }) : event,
    );
    expect(storedPools(logged(apart), text)[0]?.view.combining).toBe("submission");
  });

  test("a candidate whose truth is missing is counted, and a simulation that meets it says so", () => {
    const missing = { ...pool, truth: new Map([["c0001", aJudgement(0)]]) };
    expect(unjudged(missing)).toBe(1);
    expect(() => scoresAfterEach(STRATEGIES.random, missing, { submissionLimit: 5, seed: 1 })).toThrow(
      "nobody judged c0002",
    );
  });
});

describe("training", () => {
  const pools = ["a", "b", "c"].map((id) => stored(id, 0.9));

  test("what was learned on other problems finds what passes no more samples, by what tells there", () => {
    const trial = { submissionLimit: 1, seeds: 3 };
    const carried = leaveOneOut(pools, learnedFrom, STRATEGIES["public-filter"], trial);
    expect(carried.map(({ problem, trained }) => [problem, trained])).toEqual([
      ["a", 100],
      ["b", 100],
      ["c", 100],
    ]);
    for (const { untrained } of carried) expect(untrained).toBeLessThan(100);
  });

  test("of one problem alone nothing is said of how it carries over", () => {
    const trial = { submissionLimit: 1, seeds: 3 };
    expect(leaveOneOut([stored("a", 0.9)], learnedFrom, STRATEGIES["public-filter"], trial)).toEqual([]);
  });

  test("tuned weights are never worse than the usual ones where they were tuned", () => {
    const search = { submissionLimit: 2, seeds: 2, tries: 10, seed: 1 };
    const tricky = [stored("a", 0.1)];
    const tuned = tuneO1Ioi(tricky, search);
    const usual = meanScore(o1Ioi(O1_IOI_WEIGHTS), tricky, search);
    expect(meanScore(o1Ioi(tuned), tricky, search)).toBeGreaterThanOrEqual(usual);
    expect(tuneO1Ioi(tricky, search)).toEqual(tuned);
  });
});

test("the table stands between chance and the oracle, and its figures are there as CSV", () => {
  const rows = strategyRows([stored("a", 0.9)], new Map([["random", entrantOf(STRATEGIES.random)]]), 20);
  const at = (strategy: string, limit: number | string) =>
    rows.find((row) => row.strategy === strategy && row.limit === limit);
  // 3 of 13 are right.
  expect(at("by chance, closed form", 1)?.score).toBeCloseTo(300 / 13);
  expect(at("oracle", 1)).toMatchObject({ score: 100, efficiency: 1 });
  expect(at("random", "all")).toMatchObject({ score: 100, halfWidth: 0, efficiency: undefined });
  const random = at("random", 5);
  expect(Math.abs((random?.score ?? 0) - (at("by chance, closed form", 5)?.score ?? 0))).toBeLessThan(35);
  expect(strategiesText(rows)).toContain("oracle");
  expect(csvOf(rows).split("\n")[1]).toMatch(/^"by chance, closed form",1,23\.07/);
});

/** Ten candidates that are wrong and three that are right, told apart by what a model thinks of them. */
function stored(id: string, modelScore: number): StoredPool {
  const pool = aPoolOf(
    [
      { name: "wrong", count: 10, worth: {}, parts: { modelScore: 1 - modelScore } },
      { name: "right", count: 3, worth: { all: 100 }, parts: { modelScore } },
    ],
    [{ id: "all", maxScore: 100, contains: [] }],
  );
  return storedPoolOf(pool, id);
}
