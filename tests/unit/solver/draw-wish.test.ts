import { expect, test } from "vitest";
import { wishesOf } from "../../../src/solver/draw-wish.ts";
import { readHints, readVariations } from "../../../src/solver/prompt-files.ts";

const SAMPLES = Array.from({ length: 100 }, (_, sample) => sample);

test.each([0, 0.25, 1])(
  "a share of %d is asked for one subtask, all subtasks by turns, the last first",
  (perSubtask) => {
    const wishes = SAMPLES.map(wishesOf({ perSubtask, hints: 0 }, ["1", "2", "3"], 1));
    const subtasks = wishes.flatMap(({ subtask }) => subtask ?? []);
    expect(subtasks).toHaveLength(100 * perSubtask);
    expect(subtasks.slice(0, 4)).toEqual(perSubtask === 0 ? [] : ["3", "2", "1", "3"]);
  },
);

test("a problem with one subtask is asked for as a whole", () => {
  const wishes = SAMPLES.map(wishesOf({ perSubtask: 1, hints: 0 }, ["all"], 1));
  expect(wishes.every(({ subtask }) => subtask === undefined)).toBe(true);
});

test("hints and words are drawn by the seed: the same for a sample each time, others for another seed", () => {
  const drawn = (seed: number) => SAMPLES.map(wishesOf({ perSubtask: 0, hints: 0.5 }, [], seed));
  expect(drawn(1)).toEqual(drawn(1));
  expect(drawn(2)).not.toEqual(drawn(1));
  const hinted = drawn(1).filter(({ hint }) => hint !== undefined);
  expect(hinted.length).toBeGreaterThan(30);
  expect(hinted.length).toBeLessThan(70);
  for (const { hint, approach } of hinted) {
    expect(readHints()).toContain(hint);
    expect(readVariations()).toContain(approach);
  }
  const [plain] = readVariations();
  expect(
    drawn(1)
      .filter(({ hint }) => hint === undefined)
      .every(({ approach }) => approach === plain),
  ).toBe(true);
});
