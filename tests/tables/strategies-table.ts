import { writeFileSync } from "node:fs";
import { Command, Option } from "commander";
import { wholeFrom } from "../../src/commands/options.ts";
import { StoredRuns } from "../../src/commands/stored-runs.ts";
import { readTrained, trainedOf } from "../../src/commands/trained-file.ts";
import type { StoredPool } from "../../src/contest/stored-pool.ts";
import { STRATEGIES, strategyOf } from "../../src/selection/index.ts";
import type { Strategy } from "../../src/selection/strategy.ts";
import { csvOf, strategiesText, strategyRows } from "./strategy-rows.ts";

const { args, options } = readArguments();
using runs = new StoredRuns(args);
const { pools } = runs;

const rows = strategyRows(pools, strategiesFor(pools), options.seeds);
console.log(strategiesText(rows));
if (options.csv !== undefined) writeFileSync(options.csv, csvOf(rows));

/** One that has a model compare candidates is shown where the runs hold comparisons alone. */
function strategiesFor(known: readonly StoredPool[]): Map<string, Strategy> {
  const strategies = new Map<string, Strategy>(Object.entries(STRATEGIES));
  if (known.some(({ view }) => view.comparisons.length === 0)) strategies.delete("gencluster");
  if (options.trained !== undefined) {
    const trained = trainedOf(readTrained(options.trained));
    if (trained) strategies.set(`${trained.kind}, trained`, strategyOf(trained.kind, trained));
  }
  return strategies;
}

function readArguments() {
  const command = new Command("strategies:table")
    .description("what every strategy would have scored on the stored candidates of runs, from their files alone")
    .argument("<run...>", "run files whose truth is known")
    .addOption(new Option("--seeds <n>", "simulations of each").argParser(wholeFrom(2)).default(20))
    .option("--trained <file>", "what medalist train wrote, as one more strategy")
    .option("--csv <file>", "also write the figures there")
    .parse();
  return { args: command.args, options: command.opts<{ seeds: number; trained?: string; csv?: string }>() };
}
