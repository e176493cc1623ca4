import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { UsageError } from "../../../src/domain/errors.ts";
import { priceOf, readPriceTable } from "../../../src/model/price-table.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const ROW = {
  models: ["big", "big-*"],
  input: 2,
  cachedInput: 0.5,
  output: 8,
  source: "the vendor",
  date: "2026-01-02",
};

test("the shipped table is read, and each of its rows says where it is from", () => {
  const { rows } = readPriceTable();
  expect(rows.length).toBeGreaterThan(0);
  for (const { source, date } of rows)
    expect([source, date]).toEqual([expect.stringMatching(/^https:/), expect.any(String)]);
});

test.each([
  ["big", true],
  ["big-2026-01-02", true],
  ["bigger", false],
  ["not-big", false],
  ["big.1", false],
])("%s has a price: %s", (name, isKnown) => {
  expect(priceOf({ rows: [ROW] }, name, false) !== undefined).toBe(isKnown);
});

test("the first row that fits counts; a batch costs its part", () => {
  const table = { rows: [{ ...ROW, models: ["big-small"], input: 1, batchFactor: 0.5 }, ROW] };
  expect(priceOf(table, "big-small", false)?.inputUsdPerMillion).toBe(1);
  expect(priceOf(table, "big-small", true)).toEqual({
    ...{ inputUsdPerMillion: 0.5, cachedInputUsdPerMillion: 0.25, outputUsdPerMillion: 4 },
  });
  expect(priceOf(table, "big-x", true)?.inputUsdPerMillion).toBe(2);
});

test.each([
  ["no JSON", "oh"],
  ["no rows", "{}"],
  ["a price below 0", JSON.stringify({ rows: [{ ...ROW, output: -1 }] })],
  ["a row without a source", JSON.stringify({ rows: [{ ...ROW, source: undefined }] })],
  ["a field that nobody knows", JSON.stringify({ rows: [{ ...ROW, inptu: 1 }] })],
])("%s is refused by the file's name", (_, text) => {
  const path = join(temporaryFolder(), "prices.json");
  writeFileSync(path, text);
  expect(() => readPriceTable(path)).toThrow(UsageError);
  expect(() => readPriceTable(path)).toThrow(`${path} is no table of prices`);
});
