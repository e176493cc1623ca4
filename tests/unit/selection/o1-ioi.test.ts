import { describe, expect, test } from "vitest";
import { randomFrom } from "../../../src/domain/random.ts";
import { STRATEGIES } from "../../../src/selection/index.ts";
import { turns } from "../../../src/selection/round-robin.ts";
import type { PoolView } from "../../../src/selection/strategy.ts";
import { aPoolOf, scoreWith } from "../../support/made-pools.ts";
import { aCandidateView, aPoolView, nothingTold } from "../../support/pool-views.ts";

const ONE = [{ id: "all", maxScore: 100, contains: [] }];
const THREE = [
  { id: "small", maxScore: 30, contains: [] },
  { id: "line", maxScore: 20, contains: [] },
  { id: "full", maxScore: 50, contains: ["small"] },
];
const mark = (text: string) => text.repeat(16).slice(0, 16);

describe("o1-ioi", () => {
  test("subtasks take turns from the last to the first, and those that are solved are passed over", () => {
    const candidates = ["c0001", "c0002", "c0003", "c0004"].map((id) => aCandidateView({ id }));
    const view = aPoolView({ candidates, subtasks: THREE });
    const turnAfter = (...solved: (string | undefined)[]): string | undefined => turns(withTold(view, solved))[0]?.id;
    expect(turnAfter()).toBe("full");
    expect(turnAfter(undefined)).toBe("line");
    expect(turnAfter(undefined, undefined)).toBe("small");
    expect(turnAfter(undefined, undefined, undefined)).toBe("full");
    expect(turnAfter("line")).toBe("small");
    expect(turnAfter("line", "small")).toBe("full");
    expect(turnAfter("line", "small", undefined)).toBe("full");
  });

  test("a turn counts for the subtask that it was, though the program was asked for all of them", () => {
    const candidates = ["c0001", "c0002"].map((id) => aCandidateView({ id }));
    const submissions = [{ candidate: "c0001", subtask: "line", feedback: nothingTold() }];
    expect(turns(aPoolView({ candidates, submissions, subtasks: THREE }))[0]?.id).toBe("small");
    const inputs = [{ id: "i0001", subtask: "small", agreedOutput: undefined }];
    const signed = candidates.map((candidate, index) => ({ ...candidate, signature: [mark(String(index))] }));
    // What is left contradicts the solved subtask, so that "full" has no candidate and "line" gets its turn.
    const told = withTold(aPoolView({ candidates: signed, inputs, subtasks: THREE }), ["small"]);
    expect(STRATEGIES["o1-ioi"].choose(told, randomFrom(1))).toMatchObject({ candidate: "c0002", subtask: "line" });
  });

  test("drops what contradicts a solved subtask on its inputs, for a subtask that contains it, and says how many", () => {
    const inputs = ["small", "full"].map((subtask, index) => ({
      id: `i000${index}`,
      subtask,
      agreedOutput: undefined,
    }));
    const of = (id: string, small: string, full: string) =>
      aCandidateView({ id, signature: [mark(small), mark(full)] });
    const candidates = [of("c0001", "a", "b"), of("c0002", "x", "c"), of("c0003", "y", "d"), of("c0004", "a", "e")];
    const view = withTold(aPoolView({ candidates, inputs, subtasks: THREE }), ["small"], ["c0001"]);
    const second = STRATEGIES["o1-ioi"].choose(view, randomFrom(1));
    // The turn of "line", which does not contain it: nothing is left out.
    expect(second?.why).not.toContain("contradict");
    const told = withTold(view, ["small", undefined], ["c0001", "c0002"]);
    for (let seed = 0; seed < 10; seed++) {
      const third = STRATEGIES["o1-ioi"].choose(told, randomFrom(seed));
      expect(third?.candidate).toBe("c0004");
      expect(third?.why).toContain("for subtask full");
      expect(third?.why).toContain("; 1 left out that contradict a solved subtask");
      expect(third?.leftOut).toEqual({ subtask: "full", count: 1 });
    }
  });

  test("leaves a cluster after tries that won nothing, though its mean score is the best", () => {
    const pool = aPoolOf(
      [
        { name: "looks right", count: 20, worth: {}, parts: { modelScore: 0.9 } },
        { name: "is right", count: 2, worth: { all: 100 }, parts: { modelScore: 0.5 } },
      ],
      ONE,
    );
    expect(scoreWith(STRATEGIES["o1-ioi"], pool, 2)).toBe(0);
    expect(scoreWith(STRATEGIES["o1-ioi"], pool, 3)).toBe(100);
  });

  test("a rating is of all that print what the rated one prints", () => {
    const of = (id: string, word: string, modelScore?: number) =>
      aCandidateView({ id, signature: [mark(word)], modelScore });
    const likely = ["c0002", "c0003", "c0004"].map((id) => of(id, "a", id === "c0003" ? 0.9 : undefined));
    const view = aPoolView({ candidates: [of("c0001", "b", 0.2), ...likely, of("c0005", "c")] });
    expect(STRATEGIES["o1-ioi"].choose(view, randomFrom(1))?.candidate).toMatch(/c000[234]/);
  });

  test("outputs that brute forces agree are wrong count against a sample", () => {
    const agreed = [{ id: "i0001", subtask: undefined, agreedOutput: mark("a") }];
    const wrong = Array.from({ length: 9 }, (_, index) =>
      aCandidateView({ id: `c000${index}`, signature: [mark("b")] }),
    );
    const right = aCandidateView({ id: "c1000", signature: [mark("a")] });
    const view = aPoolView({ candidates: [...wrong, right], inputs: agreed });
    expect(STRATEGIES["o1-ioi"].choose(view, randomFrom(3))?.candidate).toBe("c1000");
  });
});

/** After a submission each, which solved the subtask that is named. */
function withTold(view: PoolView, solved: readonly (string | undefined)[], ids?: readonly string[]): PoolView {
  const submissions = solved.map((subtask, index) => {
    const subtasks = view.subtasks.map(({ id, maxScore }) => ({ id, maxScore, score: id === subtask ? maxScore : 0 }));
    const candidate = ids?.[index] ?? `c000${index + 1}`;
    return { candidate, feedback: { ...nothingTold(), verdict: "PAC" as const, score: 1, subtasks } };
  });
  return { ...view, submissions };
}
