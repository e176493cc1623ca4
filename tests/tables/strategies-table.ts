import { writeFileSync } from "node:fs";
import { Command, Option } from "commander";
import { wholeFrom } from "../../src/commands/options.ts";
import { StoredRuns } from "../../src/commands/stored-runs.ts";
import { readTrained, trainedOf } from "../../src/commands/trained-file.ts";
import type { StoredPool } from "../../src/contest/stored-pool.ts";
import { UsageError } from "../../src/domain/errors.ts";
import { STRATEGIES, strategyOf } from "../../src/selection/index.ts";
import type { Strategy } from "../../src/selection/strategy.ts";
import { fooledCells, fooledText } from "./fooled.ts";
import { foolingPools } from "./fooling-pools.ts";
import { csvOf, strategiesText, strategyRows } from "./strategy-rows.ts";

const { args, options } = readArguments();
using runs = new StoredRuns(args);
const pools = options.fooling ? foolingPools() : runs.pools;
if (pools.length === 0) throw new UsageError("name run files whose truth is known, or ask for --fooling");

const strategies = strategiesFor(pools);
const rows = strategyRows(pools, strategies, options.seeds);
console.log(strategiesText(rows));
console.log(`\n${fooledText(fooledCells(pools, strategies, options.seeds))}`);
if (options.csv !== undefined) writeFileSync(options.csv, csvOf(rows));

/** Those that go by what a model said of candidates are shown where the runs hold it alone. */
function strategiesFor(known: readonly StoredPool[]): Map<string, Strategy> {
  const strategies = new Map<string, Strategy>(Object.entries(STRATEGIES));
  if (known.some(({ view }) => view.comparisons.length === 0)) strategies.delete("gencluster");
  if (known.some(({ view }) => view.candidates.every(({ modelScore }) => modelScore === undefined)))
    strategies.delete("gencluster-rated");
  if (options.trained !== undefined) {
    const trained = trainedOf(readTrained(options.trained));
    if (trained) strategies.set(`${trained.kind}, trained`, strategyOf(trained.kind, trained));
  }
  return strategies;
}

function readArguments() {
  const command = new Command("strategies:table")
    .description("what every strategy would have scored on the stored candidates of runs, from their files alone")
    .argument("[run...]", "run files whose truth is known")
    .option("--fooling", "instead of runs, made pools in which wrong programs agree with each other")
    .addOption(new Option("--seeds <n>", "simulations of each").argParser(wholeFrom(2)).default(20))
    .option("--trained <file>", "what medalist train wrote, as one more strategy")
    .option("--csv <file>", "also write the figures there")
    .parse();
  return {
    args: command.args,
    options: command.opts<{ seeds: number; fooling?: boolean; trained?: string; csv?: string }>(),
  };
}
