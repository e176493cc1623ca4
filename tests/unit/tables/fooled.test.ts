import { expect, test } from "vitest";
import { entrantsFor } from "../../tables/entrants.ts";
import { fooledCells, fooledText } from "../../tables/fooled.ts";
import { foolingPools } from "../../tables/fooling-pools.ts";

const SEEDS = 20;
const pools = foolingPools();
const cells = fooledCells(pools, entrantsFor(pools, [0.75]), SEEDS);
const fooledOn = (problem: string) =>
  cells.filter((cell) => cell.problem === problem && cell.isFooled).map(({ strategy }) => strategy);

test("in every made pool the largest cluster is wrong, something right is there, and somebody is fooled", () => {
  for (const { problem } of pools) expect(fooledOn(problem.id), problem.id).toContain("majority");
  expect(cells.filter(({ strategy }) => strategy === "oracle").map(({ score }) => score)).toEqual(pools.map(() => 100));
});

test("what speaks for wrong programs fools those that go by it", () => {
  expect(fooledOn("same mistake")).not.toContain("public-filter");
  expect(fooledOn("sample fails")).toEqual(expect.arrayContaining(["public-filter", "alphacode"]));
  expect(fooledOn("long thoughts")).toContain("o3-longest");
  expect(fooledOn("same mistake")).not.toContain("o3-longest");
  expect(fooledOn("judge likes it")).toEqual(expect.arrayContaining(["gencluster, judge 75 %", "o1-ioi"]));
  expect(fooledOn("same mistake")).not.toContain("gencluster, judge 75 %");
});

test("chance by itself is never called fooled; the table says who is", () => {
  expect(cells.filter(({ strategy, isFooled }) => isFooled && strategy === "random")).toEqual([]);
  expect(fooledText(cells)).toMatch(/^majority +fooled 0\.0/m);
});
