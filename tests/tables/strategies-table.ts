import { writeFileSync } from "node:fs";
import { Command, InvalidArgumentError, Option } from "commander";
import { wholeFrom } from "../../src/commands/options.ts";
import { StoredRuns } from "../../src/commands/stored-runs.ts";
import { readTrained, trainedOf } from "../../src/commands/trained-file.ts";
import { UsageError } from "../../src/domain/errors.ts";
import { strategyOf } from "../../src/selection/index.ts";
import { type Entrant, entrantOf, entrantsFor, learnedOnOthers } from "./entrants.ts";
import { fooledCells, fooledText } from "./fooled.ts";
import { foolingPools } from "./fooling-pools.ts";
import { csvOf, strategiesText, strategyRows } from "./strategy-rows.ts";

const { args, options } = readArguments();
using runs = new StoredRuns(args);
const pools = options.fooling ? foolingPools() : runs.pools;
if (pools.length === 0) throw new UsageError("name run files whose truth is known, or ask for --fooling");

const entrants = withLearned(entrantsFor(pools, options.judges));
const rows = strategyRows(pools, entrants, options.seeds);
console.log(strategiesText(rows));
console.log(`\n${fooledText(fooledCells(pools, entrants, options.seeds))}`);
if (options.csv !== undefined) writeFileSync(options.csv, csvOf(rows));

/** Pools that are made alike would say of training only that they are. */
function withLearned(entrants: Map<string, Entrant>): Map<string, Entrant> {
  const problems = new Set(pools.map(({ problem }) => problem.id));
  if (!options.fooling && problems.size > 1) entrants.set("learned, others", learnedOnOthers(pools));
  const trained = options.trained === undefined ? undefined : trainedOf(readTrained(options.trained));
  if (trained) entrants.set(`${trained.kind}, trained`, entrantOf(strategyOf(trained.kind, trained)));
  return entrants;
}

function readArguments() {
  const command = new Command("strategies:table")
    .description("what every strategy would have scored on the stored candidates of runs, from their files alone")
    .argument("[run...]", "run files whose truth is known")
    .option("--fooling", "instead of runs, made pools in which wrong programs agree with each other")
    .addOption(new Option("--seeds <n>", "simulations of each").argParser(wholeFrom(2)).default(20))
    .addOption(
      new Option(
        "--judges <shares>",
        "how often a made judge is right, where the runs hold no judgement, such as 0.6,0.9",
      )
        .argParser(parseShares)
        .default([0.75], "0.75"),
    )
    .option("--trained <file>", "what medalist train wrote, as one more strategy")
    .option("--csv <file>", "also write the figures there")
    .parse();
  return {
    args: command.args,
    options: command.opts<{ seeds: number; judges: number[]; fooling?: boolean; trained?: string; csv?: string }>(),
  };
}

function parseShares(text: string): number[] {
  const shares = text.split(",").map(Number);
  if (shares.some((share) => !(share >= 0 && share <= 1)))
    throw new InvalidArgumentError("expected numbers from 0 to 1 with commas between.");
  return shares;
}
