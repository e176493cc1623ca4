import type { Price } from "../model/language-model.ts";
import { priceOf, readPriceTable } from "../model/price-table.ts";

export interface PriceOptions {
  readonly price?: Price | undefined;
  readonly prices?: string | undefined;
  readonly api?: string | undefined;
}

const FREE: Price = { inputUsdPerMillion: 0, outputUsdPerMillion: 0 };

/** What the user says of a model's price, or else a table; undefined where nobody knows it. */
export function modelPrice(label: string, { price, prices, api = "chat" }: PriceOptions): Price | undefined {
  return price ?? priceFromTable(label, prices, api.startsWith("batch"));
}

function priceFromTable(label: string, path: string | undefined, isBatch: boolean): Price | undefined {
  if (label.startsWith("gguf:")) return FREE;
  if (!label.startsWith("openai:")) return undefined;
  return priceOf(readPriceTable(path), label.slice("openai:".length), isBatch);
}
