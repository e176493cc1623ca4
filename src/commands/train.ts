import { writeFileSync } from "node:fs";
import { Command, Option } from "commander";
import type { StoredPool } from "../contest/stored-pool.ts";
import { type CarriedOver, learnedFrom, leaveOneOut, trainScorer } from "../contest/train-scorer.ts";
import { type Search, tuneO1Ioi } from "../contest/tune-weights.ts";
import { trainingText } from "../report/training.ts";
import { STRATEGIES } from "../selection/index.ts";
import { o1Ioi } from "../selection/o1-ioi.ts";
import type { Trained } from "../selection/trained.ts";
import type { ExitCode, Io } from "./io.ts";
import { jsonOption, wholeFrom } from "./options.ts";
import { StoredRuns } from "./stored-runs.ts";
import { trainedText } from "./trained-file.ts";

export interface TrainOptions {
  readonly tune?: "o1-ioi";
  readonly out: string;
  readonly submissions: number;
  readonly seeds: number;
  readonly tries: number;
  readonly seed: number;
  readonly json?: boolean;
}

export function trainCommand(act: (runs: readonly string[], options: TrainOptions) => Promise<void>): Command {
  return new Command("train")
    .description("learn from finished runs which candidates are worth submitting, for --strategy learned or o1-ioi")
    .argument("<run...>", "run files in which every candidate was judged")
    .addOption(
      new Option("--tune <strategy>", "search for its weights instead, by simulated submission").choices(["o1-ioi"]),
    )
    .option("--out <file>", "what solve and contest take with --trained", "trained.json")
    .addOption(new Option("--submissions <n>", "of a simulated contest, a problem").argParser(wholeFrom(1)).default(10))
    .addOption(new Option("--seeds <n>", "simulations of each").argParser(wholeFrom(1)).default(5))
    .addOption(new Option("--tries <n>", "weights to draw").argParser(wholeFrom(1)).default(100))
    .addOption(new Option("--seed <n>", "what is drawn follows from it").argParser(wholeFrom(0)).default(1))
    .addOption(jsonOption())
    .action(act);
}

export async function train(paths: readonly string[], options: TrainOptions, io: Io): Promise<ExitCode> {
  using runs = new StoredRuns(paths);
  const { pools } = runs;
  const search = { ...options, submissionLimit: options.submissions };
  const { trained, carriedOver } = options.tune === undefined ? learn(pools, search) : tune(pools, search);
  const text = trainedText(trained);
  writeFileSync(options.out, text);
  if (options.json) io.out(JSON.stringify({ out: options.out, trained: JSON.parse(text), carriedOver }));
  else io.out(trainingText({ out: options.out, text, submissions: options.submissions, carriedOver }));
  return 0;
}

interface Training {
  readonly trained: Trained;
  readonly carriedOver: readonly CarriedOver[];
}

function learn(pools: readonly StoredPool[], search: Search): Training {
  const carriedOver = leaveOneOut(pools, learnedFrom, STRATEGIES["public-filter"], search);
  return { trained: { kind: "learned", model: trainScorer(pools) }, carriedOver };
}

function tune(pools: readonly StoredPool[], search: Search): Training {
  const tuned = (others: readonly StoredPool[]) => o1Ioi(tuneO1Ioi(others, search));
  const carriedOver = leaveOneOut(pools, tuned, STRATEGIES["o1-ioi"], search);
  return { trained: { kind: "o1-ioi", weights: tuneO1Ioi(pools, search) }, carriedOver };
}
