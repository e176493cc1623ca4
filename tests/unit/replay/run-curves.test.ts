import { describe, expect, test } from "vitest";
import { storedPools } from "../../../src/contest/stored-pool.ts";
import { curvesOf } from "../../../src/replay/run-curves.ts";
import { STRATEGIES } from "../../../src/selection/index.ts";
import { aJudgement } from "../../support/judgements.ts";
import { logged, PROBLEM } from "../../support/run-events.ts";
import { A_STORY, truth } from "../../support/run-stories.ts";

const options = {
  strategies: new Map([["public-filter", STRATEGIES["public-filter"]]]),
  own: "public-filter",
  seeds: 3,
};

describe("curves of a run", () => {
  test("stand beside chance in closed form and the oracle", () => {
    const pools = storedPools(logged([...A_STORY, truth(0, aJudgement(100))]), () => "");
    const { total, byProblem, missing } = curvesOf(pools, options);
    expect(missing).toBe(0);
    expect([...byProblem.keys()]).toEqual([PROBLEM]);
    const [curve] = total;
    expect(curve?.axis).toBe("submissions");
    const meansOf = (name: string) =>
      curve?.lines.find((line) => line.name === name)?.points.map(({ x, mean }) => [x, mean]);
    expect(meansOf("public-filter")).toEqual([
      [1, 100],
      [2, 100],
      [3, 100],
    ]);
    expect(meansOf("random")).toEqual([
      [1, 50],
      [2, 100],
      [3, 100],
    ]);
    expect(meansOf("oracle")).toEqual([
      [1, 100],
      [2, 100],
      [3, 100],
    ]);
  });

  test("are not drawn where a verdict is missing: nobody guesses", () => {
    const pools = storedPools(logged(A_STORY.slice(0, -4)), () => "");
    const { total, byProblem, missing } = curvesOf(pools, options);
    expect({ total, byProblem: byProblem.size, missing }).toEqual({ total: [], byProblem: 0, missing: 1 });
  });
});
