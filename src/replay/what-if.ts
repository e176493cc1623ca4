import { scoreContest } from "../contest/rules/score-contest.ts";
import { medalsFor } from "../contest/standings/medals.ts";
import type { Standings } from "../contest/standings/standings.ts";
import { type StoredPool, unjudged } from "../contest/stored-pool.ts";
import type { SubmissionClock } from "../contest/submission-clock/submission-clock.ts";
import { combinedScore } from "../domain/combining.ts";
import type { FeedbackLevel } from "../domain/feedback.ts";
import type { Judgement } from "../domain/judgement.ts";
import { meanInterval } from "../domain/mean-interval.ts";
import type { EventOf } from "../run-log/event.ts";
import type { StrategyName } from "../selection/index.ts";
import type { Trained } from "../selection/trained.ts";
import { chanceScore, oracleScore } from "./baselines.ts";
import { type Job, type JobDeps, type JobResult, playJobs } from "./play-jobs.ts";
import { type SampleChoice, withSamples } from "./subsample.ts";
import type { WhatIfRow } from "./what-if-row.ts";

export interface WhatIf {
  readonly strategies: readonly StrategyName[];
  /** Of a problem; Infinity: as many as there are candidates. */
  readonly submissions: readonly number[];
  readonly samples: readonly (SampleChoice | undefined)[];
  readonly seeds: readonly number[];
  readonly feedback: FeedbackLevel | undefined;
  readonly trained: Trained | undefined;
}

/** What a score is counted by: the run's first event, its rules perhaps replaced. */
export interface Counting {
  readonly started: EventOf<"run-started">;
  readonly clock: SubmissionClock;
  readonly standings: Standings | undefined;
}

/** A row for every strategy, number of samples and limit. The same submissions serve all limits: nobody looks ahead. */
export async function whatIf(
  pools: readonly StoredPool[],
  asked: WhatIf,
  counting: Counting,
  deps: JobDeps,
): Promise<WhatIfRow[]> {
  const jobs = asked.strategies.flatMap((strategy) =>
    asked.samples.flatMap((samples) => asked.seeds.map((seed): Job => ({ strategy, samples, seed }))),
  );
  const settings = {
    ...{
      feedback: asked.feedback,
      trained: asked.trained,
      rules: counting.started.rules,
      submissionLimit: Math.max(...asked.submissions),
    },
    // Under the rules of 2010 the last submission counts, whatever was reached before.
    untilBest: counting.started.rules !== "ioi-2010",
  };
  const results = await playJobs(pools, jobs, settings, deps);
  const missing = pools.some((pool) => unjudged(pool) > 0);
  return asked.strategies.flatMap((strategy) =>
    asked.samples.flatMap((samples) => {
      const own = results.filter((_, index) => jobs[index]?.strategy === strategy && jobs[index]?.samples === samples);
      const subpools = missing ? undefined : subpoolsOf(pools, samples, asked.seeds);
      return asked.submissions.map((submissions): WhatIfRow => {
        const baselines = subpools && baselinesOf(subpools, submissions);
        const counted = countedBySeed(pools, own, submissions, counting);
        const score = counted && meanInterval(counted.map((one) => one.score));
        return {
          ...{ strategy, submissions, samples, seeds: asked.seeds.length, score },
          ...{ random: baselines?.random, oracle: baselines?.oracle },
          efficiency: score && baselines && efficiency(score.mean, baselines),
          points: counted && meanInterval(counted.map(({ points }) => points)),
          penalty: counted && meanInterval(counted.map(({ penalty }) => penalty)).mean,
          medals: counted
            ? medalsOf(
                counted.map(({ points }) => points),
                counting,
              )
            : [],
        };
      });
    }),
  );
}

/** For each seed the pools that it chooses from; once where they are the same for all. */
function subpoolsOf(
  pools: readonly StoredPool[],
  samples: SampleChoice | undefined,
  seeds: readonly number[],
): readonly (readonly StoredPool[])[] {
  if (!samples) return [pools];
  const differing = samples.from === "drawn" ? seeds : seeds.slice(0, 1);
  return differing.map((seed) => pools.map((pool) => withSamples(pool, samples, seed)));
}

interface Between {
  readonly random: number;
  readonly oracle: number;
}

function baselinesOf(subpools: readonly (readonly StoredPool[])[], submissions: number): Between {
  const mean = (scoreOf: (pool: StoredPool, count: number) => number) =>
    meanInterval(subpools.map((pools) => pools.reduce((total, pool) => total + scoreOf(pool, submissions), 0))).mean;
  return { random: mean(chanceScore), oracle: mean(oracleScore) };
}

function efficiency(score: number, { random, oracle }: Between): number | undefined {
  return oracle - random > 1e-9 ? (score - random) / (oracle - random) : undefined;
}

interface Counted {
  readonly score: number;
  readonly points: number;
  readonly penalty: number;
}

/** Undefined where a verdict is missing among the submissions that the limit allows. */
function countedBySeed(
  pools: readonly StoredPool[],
  results: readonly JobResult[],
  limit: number,
  counting: Counting,
): Counted[] | undefined {
  if (results.some((played) => played.some(({ isCut, candidates }) => isCut && candidates.length < limit)))
    return undefined;
  return results.map((played) => countOne(pools, played, limit, counting));
}

function countOne(
  pools: readonly StoredPool[],
  played: JobResult,
  limit: number,
  { started, clock, standings }: Counting,
): Counted {
  const submissions = new Map(
    pools.map((pool, index) => [
      pool.problem.id,
      datedSubmissions(pool, played[index]?.candidates.slice(0, limit) ?? []),
    ]),
  );
  const scores = pools.map(({ problem, view }) => {
    const own = submissions.get(problem.id) ?? [];
    return combinedScore(
      own.map(({ judgement }) => judgement),
      view.combining,
    );
  });
  const { points, penalty } = scoreContest(started, (problem) => submissions.get(problem) ?? [], { clock, standings });
  return { score: scores.reduce((total, score) => total + score, 0), points, penalty };
}

/** The n-th is made when the run made its own n-th; those after the run's last, with its last. */
function datedSubmissions({ truth, made, view }: StoredPool, candidates: readonly string[]) {
  return candidates.map((candidate, index) => ({
    atMs: (made[index] ?? made.at(-1))?.atMs ?? 0,
    judgement: truth.get(candidate) ?? notCompiling(view.maxScore),
  }));
}

function notCompiling(maxScore: number): Judgement {
  const compile = { ok: false, cached: false, log: "", wallMs: 0 };
  return { verdict: "CE", score: 0, maxScore, compile, subtasks: [], testcases: [] };
}

function medalsOf(points: readonly number[], { started, standings }: Counting): WhatIfRow["medals"] {
  const cutoffs = started.contest?.cutoffs ?? [];
  const bySeed = points.map((own) => medalsFor(own, standings, cutoffs));
  return (bySeed[0] ?? []).map(({ source }, place) => {
    const won: WhatIfRow["medals"][number]["won"] & Map<string, number> = new Map();
    for (const medals of bySeed) {
      const award = medals[place]?.award ?? "unknown";
      won.set(award, (won.get(award) ?? 0) + 1);
    }
    return { source, won };
  });
}
