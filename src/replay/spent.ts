import type { StoredPool } from "../contest/stored-pool.ts";
import { costUsd, type Price, type Usage } from "../model/language-model.ts";
import type { CurveAxis } from "./curve.ts";

type Unit = Exclude<CurveAxis, "submissions">;

/**
 * What so many samples of a problem take on average, with all that was asked besides; undefined where the server did not
 * count, or the price is not known.
 */
export function spentOn(
  { samples, otherUsage }: StoredPool,
  unit: Unit,
  price: Price | undefined,
): ((count: number) => number) | undefined {
  if (unit === "samples") return (count) => count;
  const spent = (usages: readonly Usage[]) => sumOfKnown(usages.map((usage) => inUnit(usage, unit, price)));
  const others = spent(otherUsage);
  const all = spent(samples.flatMap(({ usage }) => usage));
  if (others === undefined || all === undefined) return undefined;
  const each = samples.length === 0 ? 0 : all / samples.length;
  return (count) => others + each * Math.min(count, samples.length);
}

function inUnit(usage: Usage, unit: "tokens" | "usd", price: Price | undefined): number | undefined {
  if (unit === "usd") return costUsd(usage, price);
  const { inputTokens, outputTokens } = usage;
  return inputTokens === undefined || outputTokens === undefined ? undefined : inputTokens + outputTokens;
}

function sumOfKnown(numbers: readonly (number | undefined)[]): number | undefined {
  let sum = 0;
  for (const number of numbers) {
    if (number === undefined) return undefined;
    sum += number;
  }
  return sum;
}
