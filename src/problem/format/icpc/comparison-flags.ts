import type { Comparison } from "../../../domain/comparison.ts";

/** Flags of the default output validator; throws with the flag that it does not know. */
export function parseComparisonFlags(flags: readonly string[]): Comparison {
  let caseSensitive = false;
  let spaceSensitive = false;
  let absoluteTolerance: number | undefined;
  let relativeTolerance: number | undefined;
  const words = flags.values();
  for (const flag of words) {
    if (flag === "case_sensitive") caseSensitive = true;
    else if (flag === "space_change_sensitive") spaceSensitive = true;
    else if (flag === "float_absolute_tolerance")
      absoluteTolerance = tolerance(flag, words.next().value, [absoluteTolerance]);
    else if (flag === "float_relative_tolerance")
      relativeTolerance = tolerance(flag, words.next().value, [relativeTolerance]);
    else if (flag === "float_tolerance")
      absoluteTolerance = relativeTolerance = tolerance(flag, words.next().value, [
        absoluteTolerance,
        relativeTolerance,
      ]);
    else throw new Error(`the default output validator has no flag "${flag}"`);
  }
  return { caseSensitive, spaceSensitive, absoluteTolerance, relativeTolerance };
}

function tolerance(flag: string, value: string | undefined, before: readonly (number | undefined)[]): number {
  const number = Number(value);
  if (value === undefined || !Number.isFinite(number) || number < 0)
    throw new Error(`${flag} must be followed by a number from 0, got ${value ?? "nothing"}`);
  const other = before.find((known) => known !== undefined && known !== number);
  if (other !== undefined) throw new Error(`${flag} ${value} contradicts the tolerance ${other} before it`);
  return number;
}
