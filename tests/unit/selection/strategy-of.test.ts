import { describe, expect, test } from "vitest";
import { STRATEGY_NAMES, strategyOf, wantsOf } from "../../../src/selection/index.ts";
import { O1_IOI_WEIGHTS } from "../../../src/selection/o1-ioi.ts";

const LEARNED = { kind: "learned", model: { bias: 0, weights: [] } } as const;
const TUNED = { kind: "o1-ioi", weights: O1_IOI_WEIGHTS } as const;

describe("a strategy by its name", () => {
  test("the oracle is refused: it is for replays", () => {
    expect(() => strategyOf("oracle", undefined)).toThrow("for replays of finished runs alone");
  });

  test("learned needs what was trained, and for itself", () => {
    expect(() => strategyOf("learned", undefined)).toThrow("needs --trained FILE");
    expect(() => strategyOf("learned", TUNED)).toThrow("needs --trained FILE");
    expect(strategyOf("learned", LEARNED).describe).toContain("trained");
  });

  test("o1-ioi works with its own weights or tuned ones, no other file", () => {
    expect(strategyOf("o1-ioi", undefined).describe).toBe(strategyOf("o1-ioi", TUNED).describe);
    expect(() => strategyOf("o1-ioi", LEARNED)).toThrow("medalist train --tune o1-ioi");
  });

  test("a file that the strategy has no use for is a mistake", () => {
    expect(() => strategyOf("random", LEARNED)).toThrow("random learns nothing");
  });

  test.each(STRATEGY_NAMES)("%s says what it wants", (name) => {
    const { inputs, rounds } = wantsOf(name);
    expect(inputs).toBe(
      { "o1-ioi": 256, gencluster: 100, "gencluster-rated": 100, alphacode: 64, majority: 64, learned: 64 }[
        name as string
      ] ?? 0,
    );
    expect(rounds).toBe(name === "gencorrect" ? 5 : 1);
  });
});
