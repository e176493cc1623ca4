import { type Command, Option } from "commander";
import { RULES_NAMES, type RulesName } from "../contest/rules/index.ts";
import { FEEDBACK_LEVELS, type FeedbackLevel } from "../domain/feedback.ts";
import type { Language } from "../domain/language.ts";
import type { Price } from "../model/language-model.ts";
import type { ModelSettings } from "../model/model-settings.ts";
import type { FormatName } from "../problem/format/index.ts";
import type { Yardstick } from "../report/contest-result.ts";
import { STRATEGY_NAMES, type StrategyName } from "../selection/index.ts";
import { SPENDS, type Spend } from "../solver/fill-candidate-pool.ts";
import { TEST_SOURCES } from "../solver/make-tests.ts";
import { type AskingOptions, addModelOptions } from "./model-options.ts";
import type { JudgeSettings } from "./open-judge.ts";
import {
  clockOption,
  formatOption,
  htmlOption,
  imageOption,
  jsonOption,
  languageOption,
  numberFrom0,
  parsePrice,
  parseShare,
  positiveNumber,
  quietOption,
  ratingDistributionOption,
  slotsOption,
  timeFactorOption,
  wholeFrom,
} from "./options.ts";

/** What decides a run, and how it is shown: of one problem or of a contest. */
export interface RunOptions extends JudgeSettings, ModelSettings, AskingOptions, Yardstick {
  readonly format?: FormatName;
  readonly model?: string;
  readonly samples?: number;
  readonly submissions?: number;
  readonly strategy: StrategyName;
  readonly trained?: string;
  readonly rules?: RulesName;
  readonly rounds?: number;
  readonly feedback?: FeedbackLevel;
  readonly minInterval?: number;
  readonly perSubtask: number;
  readonly spend: Spend;
  readonly hints: number;
  readonly repairs: number;
  readonly tests: (typeof TEST_SOURCES)[number];
  readonly ratings?: number;
  readonly generators?: number;
  readonly validators: number;
  readonly bruteForces: number;
  readonly inputs?: number;
  readonly testsPerSubtask?: boolean;
  readonly seed: number;
  readonly repeat?: number;
  readonly language: Language;
  readonly budgetUsd?: number;
  readonly budgetTokens?: number;
  readonly budgetMinutes?: number;
  readonly problemBudgetTokens?: number;
  readonly problemBudgetUsd?: number;
  readonly subtaskBudgetTokens?: number;
  readonly subtaskBudgetUsd?: number;
  readonly dryRun?: boolean;
  readonly price?: Price;
  readonly prices?: string;
  readonly baselines: boolean;
  readonly run?: string;
  readonly resume?: boolean;
  readonly html?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
  /** The options that stand on the command line, rather than by default. */
  readonly given: ReadonlySet<string>;
}

export const DEFAULT_SAMPLES = 20;

/** Adds the options, and passes them on with the names of those that were given. */
export function withRunOptions(command: Command, act: (path: string, options: RunOptions) => Promise<void>): Command {
  return addModelOptions(command)
    .addOption(formatOption())
    .option(
      "--model <model>",
      "recorded[:POOL], openai:NAME or gguf:FILE (default: the answers recorded beside each problem)",
    )
    .addOption(
      new Option(
        "--samples <k>",
        `answers to ask for, a problem (default: all recorded ones, or ${DEFAULT_SAMPLES})`,
      ).argParser(wholeFrom(1)),
    )
    .addOption(
      new Option("--submissions <n>", "submissions allowed, a problem (default: what the rules allow)").argParser(
        wholeFrom(1),
      ),
    )
    .addOption(
      new Option("--strategy <strategy>", "how submissions are chosen")
        .choices(STRATEGY_NAMES)
        .default("public-filter"),
    )
    .option("--trained <file>", "what medalist train wrote, for --strategy learned or o1-ioi")
    .addOption(
      new Option(
        "--ratings <n>",
        "clusters of which a model rates a program, in each round (default: as the strategy wants)",
      ).argParser(wholeFrom(0)),
    )
    .addOption(
      new Option("--rules <rules>", "the contest's rules (default: the contest's own, or ioi)").choices(RULES_NAMES),
    )
    .addOption(
      new Option(
        "--rounds <n>",
        "sampling and submitting take turns so often, with the contest's feedback between (default: as the strategy wants)",
      ).argParser(wholeFrom(1)),
    )
    .addOption(
      new Option("--feedback <level>", "what the contest tells of a submission (default: as the rules say)").choices(
        FEEDBACK_LEVELS,
      ),
    )
    .addOption(
      new Option("--min-interval <seconds>", "between two submissions to a problem, on the contest's clock").argParser(
        numberFrom0,
      ),
    )
    .addOption(clockOption())
    .addOption(ratingDistributionOption())
    .addOption(
      new Option("--per-subtask <share>", "of the samples, from 0 to 1, that are asked to solve one subtask")
        .argParser(parseShare)
        .default(0),
    )
    .addOption(
      new Option(
        "--spend <how>",
        "how samples for one subtask are split: evenly, or where answers so far make one more worth most, with a stop where a subtask is solved or hopeless",
      )
        .choices(SPENDS)
        .default("fixed"),
    )
    .addOption(
      new Option("--hints <share>", "of the samples, from 0 to 1, whose prompt points to a technique, in varied words")
        .argParser(parseShare)
        .default(0),
    )
    .addOption(
      new Option("--repairs <n>", "how often what does not compile or fails a sample goes back to the model")
        .argParser(wholeFrom(0))
        .default(0),
    )
    .addOption(
      new Option(
        "--tests <source>",
        "inputs that tell candidates apart: by programs of the model, or changed samples that the package's validators accept",
      )
        .choices(TEST_SOURCES)
        .default("model"),
    )
    .addOption(
      new Option(
        "--generators <n>",
        "programs that make inputs, asked of the model to tell candidates apart (default: 16 where the strategy wants it, or 0)",
      ).argParser(wholeFrom(0)),
    )
    .addOption(
      new Option("--validators <n>", "programs that check these inputs; 75 % of them must accept one that is kept")
        .argParser(wholeFrom(0))
        .default(16),
    )
    .addOption(
      new Option("--brute-forces <n>", "slow programs whose outputs on small inputs count where they agree")
        .argParser(wholeFrom(0))
        .default(0),
    )
    .addOption(
      new Option("--inputs <n>", "inputs that are kept, a problem (default: as many as the strategy wants)").argParser(
        wholeFrom(1),
      ),
    )
    .option("--tests-per-subtask", "ask for generators and validators of each subtask by itself")
    .addOption(
      new Option("--seed <n>", "everything drawn by chance follows from it").argParser(wholeFrom(0)).default(1),
    )
    .addOption(slotsOption())
    .addOption(imageOption())
    .addOption(timeFactorOption())
    .addOption(languageOption("what programs are asked for in").default("cpp20"))
    .addOption(
      new Option("--budget-usd <x>", "ask no more once so much is spent (needs a price)").argParser(positiveNumber),
    )
    .addOption(new Option("--budget-tokens <x>", "ask no more once so many tokens are spent").argParser(wholeFrom(1)))
    .addOption(
      new Option("--budget-minutes <x>", "ask no more after so long, earlier sessions of the run included").argParser(
        positiveNumber,
      ),
    )
    .addOption(new Option("--problem-budget-usd <x>", "the same for each problem").argParser(positiveNumber))
    .addOption(new Option("--problem-budget-tokens <x>", "the same for each problem").argParser(wholeFrom(1)))
    .addOption(
      new Option("--subtask-budget-usd <x>", "the same for each subtask that is asked for by itself").argParser(
        positiveNumber,
      ),
    )
    .addOption(
      new Option("--subtask-budget-tokens <x>", "the same for each subtask that is asked for by itself").argParser(
        wholeFrom(1),
      ),
    )
    .option("--dry-run", "say what would be asked and what it would take; ask nothing")
    .addOption(new Option("--price <in,out>", "USD per million input and output tokens").argParser(parsePrice))
    .option("--prices <file>", "a table of prices by model, instead of the one that is shipped")
    .option("--no-baselines", "do not judge what was not submitted: random and oracle stay unknown")
    .option("--run <file>", "the run file (default: a new one under submissions/)")
    .option("--resume", "go on with an interrupted run (default: the newest of its name under submissions/)")
    .addOption(htmlOption())
    .addOption(jsonOption())
    .addOption(quietOption())
    .action((path: string, options: Omit<RunOptions, "given">, own: Command) => {
      const given = Object.keys(options).filter((name) => own.getOptionValueSource(name) === "cli");
      return act(path, { ...options, given: new Set(given) });
    });
}
