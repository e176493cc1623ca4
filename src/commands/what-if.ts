import { availableParallelism } from "node:os";
import { RULES } from "../contest/rules/index.ts";
import { type StoredPool, startOf, storedPools, unjudged } from "../contest/stored-pool.ts";
import { UsageError } from "../domain/errors.ts";
import { randomFrom } from "../domain/random.ts";
import { whatIf } from "../replay/what-if.ts";
import type { Yardstick } from "../report/contest-result.ts";
import { foldRun } from "../report/fold-run.ts";
import { runDocument } from "../report/render-json.ts";
import { renderWhatIfText, whatIfJson } from "../report/what-if.ts";
import type { EventOf } from "../run-log/event.ts";
import { RunFile } from "../run-log/run-file.ts";
import { contenders } from "../selection/clusters.ts";
import type { StrategyName } from "../selection/index.ts";
import { strategyOf } from "../selection/index.ts";
import type { Trained } from "../selection/trained.ts";
import type { ExitCode, Io } from "./io.ts";
import { startProgress } from "./progress.ts";
import { contestOf, standingsOf, viewOfFold } from "./show-run.ts";
import { strategyName } from "./start-event.ts";
import { readTrained, trainedOf } from "./trained-file.ts";
import type { WhatIfOptions } from "./what-if-options.ts";

const SEEDS = 20;

interface Shown extends Yardstick {
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** What the stored candidates would have scored otherwise: from the run file alone. */
export async function printWhatIf(path: string, options: WhatIfOptions & Shown, io: Io): Promise<ExitCode> {
  using run = RunFile.openToRead(path);
  const events = [...run.events()];
  const fold = foldRun(events);
  const view = viewOfFold(run, fold);
  const pools = storedPools(events, (sha256) => run.text(sha256), options.rules);
  const { clock } = options;
  const asked = askedOf(startOf(events), options);
  refuseImpossible(path, pools, asked);
  using progress = startProgress(io, options.quiet ?? false);
  const of = asked.strategies.length * asked.samples.length * asked.seeds.length;
  const counting = { started: asked.started, clock, standings: standingsOf(run, asked.started) };
  const rows = await whatIf(pools, asked, counting, {
    ...{ path, threads: options.threads ?? availableParallelism(), signal: io.signal },
    onDone: (done) => progress.show(`${done} of ${of} simulations`),
  });
  progress[Symbol.dispose]();
  const missing = pools.reduce((total, pool) => total + unjudged(pool), 0);
  const { seeds, started } = asked;
  const feedback = asked.feedback ?? started.feedback;
  const report = { ...{ rows, seeds, rules: started.rules, feedback, clock: clock.describe, missing }, runFile: path };
  if (options.json) {
    const document = runDocument(view, path, contestOf(run, fold, options));
    io.out(`${JSON.stringify({ ...document, whatIf: whatIfJson(report) }, null, 2)}\n`);
  } else io.out(`${renderWhatIfText(view, report)}\nRun file: ${path}\n`);
  return rows.every(({ score }) => score !== undefined) ? 0 : 1;
}

/** What is not said is as it was in the run; its own seed comes first, so that the first simulation is the run itself. */
function askedOf(started: EventOf<"run-started">, options: WhatIfOptions) {
  const rules = options.rules === undefined ? undefined : RULES[options.rules];
  const strategies = options.strategy ?? [strategyName(started)];
  const kept = options.trained === undefined ? started.settings["trained"] : readTrained(options.trained);
  return {
    strategies: [...new Set(strategies)],
    submissions: [...new Set(options.submissions ?? [rules?.submissionLimit ?? started.submissionLimit])],
    samples: options.samples ?? [undefined],
    seeds: Array.from({ length: options.seeds ?? SEEDS }, (_, index) => started.seed + index),
    feedback: options.feedback ?? rules?.feedback,
    trained: trainedOf(kept),
    started: { ...started, rules: options.rules ?? started.rules },
  };
}

function refuseImpossible(path: string, pools: readonly StoredPool[], asked: ReturnType<typeof askedOf>): void {
  const most = Math.max(...pools.map(({ samples }) => samples.length));
  for (const choice of asked.samples)
    if (choice && choice.count > most)
      throw new UsageError(
        `--samples ${choice.count}: ${path} has ${most} of a problem, and no model is asked for more`,
      );
  for (const name of asked.strategies)
    if (name !== asked.started.strategy) refuseStrategy(path, name, pools, asked.trained);
}

function refuseStrategy(
  path: string,
  name: StrategyName,
  pools: readonly StoredPool[],
  trained: Trained | undefined,
): void {
  if (name === "oracle") return;
  const strategy = strategyOf(name, trained?.kind === name ? trained : undefined);
  // One problem may lack what others have: its budget was spent, or no answer could be used.
  const lacks = (isAsked: (pool: StoredPool) => boolean, isThere: (pool: StoredPool) => boolean) =>
    pools.some(isAsked) && !pools.some(isThere);
  const hasPairs = ({ view }: StoredPool) => (strategy.pairs?.(view, randomFrom(0)).length ?? 0) > 0;
  if (lacks(hasPairs, ({ view }) => view.comparisons.length > 0))
    throw new UsageError(`--strategy ${name} has a model compare programs, and ${path} holds no such comparisons`);
  const hasClusters = ({ view }: StoredPool) => strategy.wants.ratings !== undefined && contenders(view).length > 0;
  if (lacks(hasClusters, ({ view }) => view.candidates.some(({ modelScore }) => modelScore !== undefined)))
    throw new UsageError(`--strategy ${name} goes by a model's ratings, and ${path} holds none`);
}
