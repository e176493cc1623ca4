import { InvalidArgumentError, Option } from "commander";
import { LANGUAGES } from "../domain/language.ts";
import type { Price } from "../model/language-model.ts";

/** Options that mean the same wherever they stand. */
export const jsonOption = () => new Option("--json", "print one JSON document on standard output");
export const quietOption = () => new Option("--quiet", "no progress");
export const slotsOption = () =>
  new Option("--slots <n>", "programs judged at a time, each on a core of its own (default: cores less one)").argParser(
    wholeFrom(1),
  );
export const languageOption = (what: string) => new Option("--language <language>", what).choices(LANGUAGES);

export function wholeFrom(least: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (!Number.isSafeInteger(number) || number < least)
      throw new InvalidArgumentError(`expected a whole number from ${least}.`);
    return number;
  };
}

export function positiveNumber(text: string): number {
  const number = Number(text);
  if (!Number.isFinite(number) || number <= 0) throw new InvalidArgumentError("expected a number above 0.");
  return number;
}

/** `0.15,0.60`: USD for a million input tokens, and for a million output tokens. */
export function parsePrice(text: string): Price {
  const match = /^(\d+(?:\.\d+)?),(\d+(?:\.\d+)?)$/.exec(text);
  if (!match) throw new InvalidArgumentError("expected USD per million tokens as INPUT,OUTPUT, such as 0.15,0.60.");
  return { inputUsdPerMillion: Number(match[1]), outputUsdPerMillion: Number(match[2]) };
}
