import fc from "fast-check";
import { expect, test } from "vitest";
import { UsageError } from "../../../../../src/domain/errors.ts";
import { readPackage } from "../../../../../src/problem/read-problem.ts";
import { codeContestsRow, ioiRow, liveCodeBenchRow, rowsFile } from "./rows-file.ts";

test.each([
  ["CodeContests", codeContestsRow()],
  ["LiveCodeBench", liveCodeBenchRow()],
  ["open-r1 ioi", ioiRow()],
])("a row of %s with anything in its keys ends in a problem, mistakes, or a UsageError", async (_, row) => {
  const replaced = fc.dictionary(fc.constantFrom(...Object.keys(row)), fc.jsonValue(), { minKeys: 1, maxKeys: 3 });
  await fc.assert(
    fc.asyncProperty(replaced, async (changes) => {
      try {
        await using reading = await readPackage(rowsFile([{ ...row, ...changes }]));
        expect(reading.problem === undefined).toBe(reading.errors.length > 0);
        for (const error of reading.errors) expect(error).not.toMatch(/\[object|TypeError/);
      } catch (error) {
        if (!(error instanceof UsageError)) throw error;
      }
    }),
    { numRuns: 100 },
  );
});
