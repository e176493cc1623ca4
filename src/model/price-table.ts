import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { messageOf, UsageError } from "../domain/errors.ts";
import type { Price } from "./language-model.ts";

const usd = z.number().nonnegative();

const tableSchema = z.strictObject({
  about: z.string().optional(),
  rows: z.array(
    z.strictObject({
      models: z.array(z.string()).min(1),
      input: usd,
      cachedInput: usd.optional(),
      output: usd,
      batchFactor: z.number().positive().optional(),
      source: z.string(),
      date: z.iso.date(),
    }),
  ),
});

export type PriceTable = z.infer<typeof tableSchema>;

const SHIPPED = fileURLToPath(new URL("prices.json", import.meta.url));

/** The user's table, or the one that is shipped. */
export function readPriceTable(path: string = SHIPPED): PriceTable {
  try {
    return tableSchema.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : messageOf(error);
    throw new UsageError(`${path} is no table of prices: ${why}`, { cause: error });
  }
}

/** What a model costs; undefined where the table does not say. */
export function priceOf({ rows }: PriceTable, name: string, isBatch: boolean): Price | undefined {
  const row = rows.find(({ models }) => models.some((pattern) => matches(name, pattern)));
  if (!row) return undefined;
  const { input, cachedInput, output, batchFactor = 1 } = row;
  const factor = isBatch ? batchFactor : 1;
  return {
    inputUsdPerMillion: input * factor,
    ...(cachedInput === undefined ? {} : { cachedInputUsdPerMillion: cachedInput * factor }),
    outputUsdPerMillion: output * factor,
  };
}

function matches(name: string, pattern: string): boolean {
  const parts = pattern.split("*").map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`).test(name);
}
