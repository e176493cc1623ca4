import { readFileSync } from "node:fs";
import { InvalidArgumentError, Option } from "commander";
import { parseRatingDistribution } from "../contest/rating/parse-rating-distribution.ts";
import type { RatingDistribution } from "../contest/rating/rating-distribution.ts";
import { CLOCK_FORMS, clockNamed } from "../contest/submission-clock/index.ts";
import type { SubmissionClock } from "../contest/submission-clock/submission-clock.ts";
import { messageOf, UsageError } from "../domain/errors.ts";
import { IMAGE_VARIANTS } from "../domain/image-variant.ts";
import { LANGUAGES } from "../domain/language.ts";
import type { TimeFactors } from "../judge/language/time-factor.ts";
import type { Price } from "../model/language-model.ts";
import { FORMAT_NAMES } from "../problem/format/index.ts";

/** Options that mean the same wherever they stand. */
export const jsonOption = () => new Option("--json", "print one JSON document on standard output");
export const htmlOption = () =>
  new Option("--html <file>", "also write the report as one HTML file that needs nothing else");
export const quietOption = () => new Option("--quiet", "no progress");
export const slotsOption = () =>
  new Option("--slots <n>", "programs judged at a time, each on a core of its own (default: cores less one)").argParser(
    wholeFrom(1),
  );
export const imageOption = () =>
  new Option("--image <image>", "the sandbox image; full has Java, Kotlin, Rust, Go, JavaScript and TypeScript too")
    .choices(IMAGE_VARIANTS)
    .default("default");
export const timeFactorOption = () =>
  new Option("--time-factor <factors>", "another time limit for some languages, such as java=2,python3=3").argParser(
    parseTimeFactors,
  );
export const formatOption = () =>
  new Option("--format <format>", "how the problem package is laid out, where its files leave that open").choices(
    FORMAT_NAMES,
  );
export const clockOption = () =>
  new Option("--clock <clock>", `when submissions count as made: ${CLOCK_FORMS.join(", ")}`)
    .argParser(parseClock)
    .default(clockNamed("wall"), "wall");
export const ratingDistributionOption = () =>
  new Option(
    "--rating-distribution <csv>",
    "whose ratings percentiles are among: rating,users by line, after # source: and # date: (default: Codeforces' users)",
  ).argParser(readRatingDistribution);
export const languageOption = (what: string) => new Option("--language <language>", what).choices(LANGUAGES);

export function wholeFrom(least: number): (text: string) => number {
  return (text) => {
    const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (!Number.isSafeInteger(number) || number < least)
      throw new InvalidArgumentError(`expected a whole number from ${least}.`);
    return number;
  };
}

function readRatingDistribution(path: string): RatingDistribution {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw new UsageError(`--rating-distribution ${path} cannot be read: ${messageOf(error)}`, { cause: error });
  }
  return parseRatingDistribution(path, text);
}

function parseClock(name: string): SubmissionClock {
  const clock = clockNamed(name);
  if (!clock) throw new InvalidArgumentError(`expected ${CLOCK_FORMS.join(", ")}.`);
  return clock;
}

export function positiveNumber(text: string): number {
  const number = Number(text);
  if (!Number.isFinite(number) || number <= 0) throw new InvalidArgumentError("expected a number above 0.");
  return number;
}

export function numberFrom0(text: string): number {
  const number = text.trim() === "" ? Number.NaN : Number(text);
  if (!Number.isFinite(number) || number < 0) throw new InvalidArgumentError("expected a number from 0.");
  return number;
}

/** Of something that is divided. */
export function parseShare(text: string): number {
  const share = text.trim() === "" ? Number.NaN : Number(text);
  if (!(share >= 0 && share <= 1)) throw new InvalidArgumentError("expected a number from 0 to 1.");
  return share;
}

/** `java=2,python3=3`: what the time limit is multiplied by, by language. */
function parseTimeFactors(text: string): TimeFactors {
  const factors = text.split(",").map((part) => {
    const [, name, factor] = /^(\w+)=(\d+(?:\.\d+)?)$/.exec(part) ?? [];
    const language = LANGUAGES.find((known) => known === name);
    if (!language || Number(factor) === 0)
      throw new InvalidArgumentError(
        `expected languages with factors above 0, such as java=2,python3=3; known are ${LANGUAGES.join(", ")}.`,
      );
    return [language, Number(factor)] as const;
  });
  return Object.fromEntries(factors);
}

/** `0.15,0.60`: USD for a million input tokens, and for a million output tokens. */
export function parsePrice(text: string): Price {
  const match = /^(\d+(?:\.\d+)?),(\d+(?:\.\d+)?)$/.exec(text);
  if (!match) throw new InvalidArgumentError("expected USD per million tokens as INPUT,OUTPUT, such as 0.15,0.60.");
  return { inputUsdPerMillion: Number(match[1]), outputUsdPerMillion: Number(match[2]) };
}
