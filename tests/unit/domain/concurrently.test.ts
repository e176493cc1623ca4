import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { forEachConcurrently } from "../../../src/domain/concurrently.ts";

test.each([1, 2, 5, 100])("with a limit of %i never more than that is under way, and all is done", async (limit) => {
  let underWay = 0;
  let most = 0;
  const done: number[] = [];
  await forEachConcurrently(
    Array.from({ length: 20 }, (_, index) => index),
    limit,
    async (item) => {
      most = Math.max(most, ++underWay);
      await sleep(item % 3);
      underWay--;
      done.push(item);
    },
  );
  expect(most).toBe(Math.min(limit, 20));
  expect([...done].sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index));
});

test("work begins in the order of the items, and an item is taken only when its turn comes", async () => {
  const begun: string[] = [];
  function* items() {
    for (const item of ["a", "b", "c"]) {
      begun.push(`take ${item}`);
      yield item;
    }
  }
  await forEachConcurrently(items(), 1, async (item) => {
    begun.push(`begin ${item}`);
    await sleep(1);
  });
  expect(begun).toEqual(["take a", "begin a", "take b", "begin b", "take c", "begin c"]);
});

test("after a failure nothing new is begun, what runs is waited for, and the first failure is thrown", async () => {
  const begun: number[] = [];
  const ended: number[] = [];
  const all = forEachConcurrently([0, 1, 2, 3, 4], 3, async (item) => {
    begun.push(item);
    await sleep([20, 1, 10][item] ?? 0);
    ended.push(item);
    if (item === 1 || item === 2) throw new Error(`item ${item} failed`);
  });
  await expect(all).rejects.toThrow("item 1 failed");
  expect(begun).toEqual([0, 1, 2]);
  expect(ended).toEqual([1, 2, 0]);
});

test("a failure that is no error is thrown as it is", async () => {
  await expect(forEachConcurrently(["x"], 1, () => Promise.reject(undefined))).rejects.toBeUndefined();
});

test("nothing to do is done at once", async () => {
  await expect(forEachConcurrently([], 4, () => Promise.reject(new Error("called")))).resolves.toBeUndefined();
});
