import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readLines } from "../../../../../src/problem/format/rows/read-lines.ts";
import { temporaryFolder } from "../../../../support/temporary-folder.ts";

async function linesOf(content: string | Uint8Array, maxLineBytes?: number): Promise<[number, string][]> {
  const file = join(temporaryFolder(), "rows.jsonl");
  writeFileSync(file, content);
  const lines: [number, string][] = [];
  for await (const { number, bytes } of readLines(file, undefined, maxLineBytes))
    lines.push([number, bytes.toString()]);
  return lines;
}

describe("lines of a file", () => {
  test("are numbered from 1, empty ones counted and passed over; the last needs no end", async () => {
    expect(await linesOf("a\n\n \r\nb\nc")).toEqual([
      [1, "a"],
      [4, "b"],
      [5, "c"],
    ]);
  });

  test("are whole, however the chunks fall", async () => {
    const long = "x".repeat(200_000);
    expect(await linesOf(`${long}\n${long}`)).toEqual([
      [1, long],
      [2, long],
    ]);
  });

  test("one that is too long ends the reading with its number", async () => {
    await expect(linesOf(`a\n${"x".repeat(200_000)}`, 100_000)).rejects.toThrow("line 2: more than 100000 bytes");
  });

  test("are those that a split gives", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom("\n", "a", "bc", " ", "\r")), async (parts) => {
        const text = parts.join("");
        const expected = text
          .split("\n")
          .flatMap((line, i): [number, string][] => (line.trim() ? [[i + 1, line]] : []));
        expect(await linesOf(text)).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });
});
