import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ToldSubmission } from "../../../src/domain/feedback.ts";
import { isFullScore } from "../../../src/domain/scoring.ts";
import { STRATEGY_NAMES } from "../../../src/selection/index.ts";
import { oracle } from "../../../src/selection/oracle.ts";
import { simulate } from "../../../src/selection/simulate.ts";
import { aPoolOf, feedbackOf, type MadePool } from "../../support/made-pools.ts";
import { someStrategies } from "../../support/strategies.ts";

const SUBTASKS = [
  { id: "small", maxScore: 30, contains: [] },
  { id: "line", maxScore: 20, contains: [] },
  { id: "all", maxScore: 50, contains: ["small", "line"] },
];

const NAMES = [...someStrategies().map(([name]) => name), "oracle"];

test("every strategy that there is stands below", () => {
  expect([...NAMES].sort()).toEqual([...STRATEGY_NAMES].sort());
});

describe.each(NAMES)("%s, whatever is in the pool", (name) => {
  test("stays within the limit and the pool, submits nothing twice, ends, and does the same again with the same seed", () => {
    check(name, (pool, limit, submissions, again) => {
      const ids = submissions.map(({ candidate }) => candidate);
      expect(ids.length).toBeLessThanOrEqual(limit);
      expect(new Set(ids).size).toBe(ids.length);
      expect(pool.view.candidates.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
      expect(again()).toEqual(submissions);
      const isOver = submissions.some(({ feedback }) => feedback.verdict === "AC");
      const open = compiling(pool).filter(({ subtask }) => subtask === undefined || !isSolved(subtask, submissions));
      if (!isOver && !isSolvedTogether(submissions) && ids.length < limit && open.length > 0 && name !== "o1-ioi")
        expect(open.filter(({ id }) => !ids.includes(id))).toEqual([]);
    });
  });

  test("submits nothing that does not compile, unless nothing does", () => {
    check(name, (pool, _, submissions) => {
      const good = new Set(compiling(pool).map(({ id }) => id));
      for (const { candidate } of submissions) expect(good).toContain(candidate);
    });
  });

  test("does not go on with a subtask or a problem that is solved", () => {
    check(name, (pool, _, submissions) => {
      const subtaskOf = new Map(pool.view.candidates.map(({ id, subtask }) => [id, subtask]));
      for (const [index, { candidate }] of submissions.entries()) {
        const before = submissions.slice(0, index);
        expect(isSolvedTogether(before)).toBe(false);
        const subtask = subtaskOf.get(candidate);
        if (subtask !== undefined) expect(isSolved(subtask, before)).toBe(false);
      }
    });
  });

  test("says why", () => {
    check(name, ({ view }, _, submissions) => {
      for (const index of submissions.keys()) {
        const choice = strategyOf(name, { view, truth: new Map() }).choose(
          { ...view, submissions: submissions.slice(0, index) },
          () => 0.5,
        );
        expect(choice?.why.length).toBeGreaterThan(8);
      }
    });
  });
});

function check(
  name: string,
  property: (pool: MadePool, limit: number, told: ToldSubmission[], again: () => ToldSubmission[]) => void,
): void {
  fc.assert(
    fc.property(aPool, fc.integer({ min: 1, max: 12 }), fc.nat(1000), (pool, submissionLimit, seed) => {
      const run = () => {
        const feedback = (id: string) => feedbackOf(pool, id);
        return simulate(strategyOf(name, pool), pool.view, { submissionLimit, seed, feedbackOf: feedback });
      };
      property(pool, submissionLimit, run(), run);
    }),
    { numRuns: 40 },
  );
}

function strategyOf(name: string, pool: MadePool) {
  const found = [...someStrategies(), ["oracle", oracle(pool.truth)] as const].find(([own]) => own === name);
  if (!found) throw new Error(`no strategy ${name}`);
  return found[1];
}

const aBehaviour = fc.record({
  name: fc.constantFrom("a", "b", "c", "d"),
  count: fc.nat(4),
  worth: fc.record({ small: fc.constantFrom(0, 15, 30), line: fc.constantFrom(0, 20), all: fc.constantFrom(0, 50) }),
  parts: fc.record({
    compiles: fc.boolean(),
    samplesPassed: fc.nat(3),
    round: fc.nat(2),
    subtask: fc.constantFrom(undefined, "small", "line", "all"),
    outputTokens: fc.option(fc.nat(100), { nil: undefined }),
    modelScore: fc.option(fc.constantFrom(0, 0.3, 1), { nil: undefined }),
  }),
});

const aPool = fc
  .tuple(fc.array(aBehaviour, { maxLength: 6 }), fc.boolean())
  .map(([behaviours, hasSignatures]) => aPoolOf(behaviours, SUBTASKS, hasSignatures ? 6 : 0));

function compiling({ view }: MadePool) {
  const good = view.candidates.filter(({ compiles }) => compiles);
  return good.length > 0 ? good : view.candidates;
}

function isSolved(subtask: string, told: readonly ToldSubmission[]): boolean {
  const best = told.flatMap(({ feedback }) => (feedback.subtasks ?? []).filter(({ id }) => id === subtask));
  return best.some(({ score, maxScore }) => isFullScore(score, maxScore));
}

function isSolvedTogether(told: readonly ToldSubmission[]): boolean {
  return SUBTASKS.every(({ id }) => isSolved(id, told));
}
