import { type Command, InvalidArgumentError, Option } from "commander";
import { RULES_NAMES, type RulesName } from "../contest/rules/index.ts";
import { FEEDBACK_LEVELS, type FeedbackLevel } from "../domain/feedback.ts";
import type { SampleChoice } from "../replay/subsample.ts";
import { STRATEGY_NAMES, type StrategyName } from "../selection/index.ts";
import { wholeFrom } from "./options.ts";

/** What of a finished run is to be otherwise; nothing, and its report is printed as it was. */
export interface WhatIfOptions {
  readonly strategy?: readonly StrategyName[];
  /** Infinity: all. */
  readonly submissions?: readonly number[];
  readonly samples?: readonly SampleChoice[];
  readonly seeds?: number;
  readonly feedback?: FeedbackLevel;
  readonly rules?: RulesName;
  readonly trained?: string;
  readonly threads?: number;
}

export function addWhatIfOptions(command: Command): Command {
  return command
    .addOption(
      new Option("--strategy <names>", `what if: other strategies (${STRATEGY_NAMES.join(", ")})`).argParser(
        listOf(parseStrategy),
      ),
    )
    .addOption(
      new Option("--submissions <counts>", "what if: other limits, such as 1,10,all").argParser(listOf(parseCount)),
    )
    .addOption(
      new Option(
        "--samples <counts>",
        "what if: fewer samples, such as 10,50, drawn anew for every seed; first:50 the first ones",
      ).argParser(listOf(parseSamples)),
    )
    .addOption(new Option("--seeds <n>", "what if: simulations of each (default: 20)").argParser(wholeFrom(1)))
    .addOption(new Option("--feedback <level>", "what if: the contest told more, or less").choices(FEEDBACK_LEVELS))
    .addOption(new Option("--rules <rules>", "what if: under other rules, with their limit").choices(RULES_NAMES))
    .option("--trained <file>", "what medalist train wrote, for learned and o1-ioi")
    .addOption(
      new Option("--threads <n>", "simulations at a time (default: as many as cores)").argParser(wholeFrom(1)),
    );
}

export function isWhatIf({ strategy, submissions, samples, seeds, feedback, rules }: WhatIfOptions): boolean {
  return [strategy, submissions, samples, seeds, feedback, rules].some((option) => option !== undefined);
}

/** Given once with commas, several times, or both. */
function listOf<T>(parse: (text: string) => T): (text: string, before: readonly T[] | undefined) => readonly T[] {
  return (text, before = []) => [...before, ...text.split(",").map((part) => parse(part.trim()))];
}

function parseStrategy(text: string): StrategyName {
  const name = STRATEGY_NAMES.find((known) => known === text);
  if (!name) throw new InvalidArgumentError(`expected ${STRATEGY_NAMES.join(", ")}.`);
  return name;
}

function parseCount(text: string): number {
  return text === "all" ? Number.POSITIVE_INFINITY : wholeFrom(1)(text);
}

function parseSamples(text: string): SampleChoice {
  const [, first, count = ""] = /^(first:)?(.*)$/.exec(text) ?? [];
  return { count: wholeFrom(1)(count), from: first === undefined ? "drawn" : "first" };
}
