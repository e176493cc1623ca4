import { setImmediate } from "node:timers/promises";
import { play } from "../contest/simulate-pool.ts";
import type { StoredPool } from "../contest/stored-pool.ts";
import { countedParts } from "../domain/combining.ts";
import type { FeedbackLevel } from "../domain/feedback.ts";
import type { StrategyName } from "../selection/index.ts";
import { strategyOf } from "../selection/index.ts";
import { oracle } from "../selection/oracle.ts";
import type { Strategy } from "../selection/strategy.ts";
import type { Trained } from "../selection/trained.ts";
import { type SampleChoice, withSamples } from "./subsample.ts";
import { WorkerThreads } from "./worker-threads.ts";

/** What all simulations of a what-if have in common. */
export interface JobSettings {
  readonly submissionLimit: number;
  /** Undefined: what the run's contest told. */
  readonly feedback: FeedbackLevel | undefined;
  readonly untilBest: boolean;
  readonly trained: Trained | undefined;
  /** Those of the run, or others. */
  readonly rules: string;
}

/** One simulation of all problems. */
export interface Job {
  readonly strategy: StrategyName;
  readonly samples: SampleChoice | undefined;
  readonly seed: number;
}

/** What was submitted to each problem, in their order; `isCut`: the next one's verdict is missing. */
export type JobResult = readonly { readonly candidates: readonly string[]; readonly isCut: boolean }[];

export interface JobDeps {
  /** Where the pools are from: other threads read it for themselves. */
  readonly path: string;
  readonly threads: number;
  readonly signal?: AbortSignal | undefined;
  readonly onDone?: (done: number) => void;
}

/** So long this thread works alone: reading the run takes others a while. */
const ALONE_MS = 1000;

/** All simulations, in the order of the jobs; by several threads where it takes a while. */
export async function playJobs(
  pools: readonly StoredPool[],
  jobs: readonly Job[],
  settings: JobSettings,
  deps: JobDeps,
): Promise<JobResult[]> {
  const results = new Array<JobResult>(jobs.length);
  const queue = [...jobs.entries()];
  const startedMs = performance.now();
  let done = 0;
  const take = (index: number, result: JobResult) => {
    results[index] = result;
    deps.onDone?.(++done);
  };
  await using others = new WorkerThreads(queue, take, { path: deps.path, settings });
  for (let next = queue.shift(); next; next = queue.shift()) {
    const [index, job] = next;
    take(index, playJob(pools, job, settings));
    await setImmediate(); // lets Ctrl-C and other threads be heard
    deps.signal?.throwIfAborted();
    if (performance.now() - startedMs > ALONE_MS) others.start(Math.min(deps.threads - 1, queue.length));
  }
  await others.finish(deps.signal);
  return results;
}

export function playJob(pools: readonly StoredPool[], job: Job, settings: JobSettings): JobResult {
  const { submissionLimit, feedback, untilBest, trained } = settings;
  return pools.map((pool) => {
    const known = job.samples ? withSamples(pool, job.samples, job.seed) : pool;
    const told = feedback === undefined ? known : withFeedback(known, feedback);
    const strategy = job.strategy === "oracle" ? hindsightOn(pool) : strategyOf(job.strategy, trainedFor(job, trained));
    const { submissions, unknown } = play(strategy, told, { submissionLimit, seed: job.seed, untilBest });
    return { candidates: submissions.map(({ candidate }) => candidate), isCut: unknown !== undefined };
  });
}

function trainedFor({ strategy }: Job, trained: Trained | undefined): Trained | undefined {
  return trained?.kind === strategy ? trained : undefined;
}

function hindsightOn({ truth, view }: StoredPool): Strategy {
  return oracle(new Map([...truth].map(([id, judgement]) => [id, countedParts(judgement, view.combining)])));
}

function withFeedback(pool: StoredPool, feedback: FeedbackLevel): StoredPool {
  return pool.feedback === feedback ? pool : { ...pool, feedback };
}
