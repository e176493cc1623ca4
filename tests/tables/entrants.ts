import { scoresAfterEach, type Trial } from "../../src/contest/simulate-pool.ts";
import type { StoredPool } from "../../src/contest/stored-pool.ts";
import { learnedFrom } from "../../src/contest/train-scorer.ts";
import { STRATEGIES } from "../../src/selection/index.ts";
import { remembered } from "../../src/selection/remembered.ts";
import type { Strategy } from "../../src/selection/strategy.ts";
import { withMadeJudge } from "./made-judge.ts";

/** A line of the tables: the score after each submission that it would have made of a stored pool. */
export type Entrant = (pool: StoredPool, trial: Trial) => readonly number[];

export function entrantOf(strategy: Strategy): Entrant {
  return (pool, trial) => scoresAfterEach(strategy, pool, trial);
}

/**
 * Every strategy that needs no training, by its name. Where a pool holds no judgement of a model, one that is right so often
 * stands in for it, another one for every seed.
 */
export function entrantsFor(pools: readonly StoredPool[], judgesRight: readonly number[]): Map<string, Entrant> {
  const { gencluster, "gencluster-rated": rated, ...others } = STRATEGIES;
  const entrants = new Map(Object.entries(others).map(([name, strategy]) => [name, entrantOf(strategy)]));
  const addJudged = (name: string, strategy: Strategy, isJudged: (pool: StoredPool) => boolean) => {
    if (pools.every(isJudged)) entrants.set(name, entrantOf(strategy));
    else
      for (const share of judgesRight)
        entrants.set(`${name}, judge ${percent(share)}`, (pool, trial) =>
          scoresAfterEach(strategy, isJudged(pool) ? pool : withMadeJudge(pool, strategy, share, trial.seed), trial),
        );
  };
  addJudged("gencluster", gencluster, ({ view }) => view.comparisons.length > 0);
  addJudged("gencluster-rated", rated, ({ view }) => view.candidates.some((own) => own.modelScore !== undefined));
  return entrants;
}

/** Trained on all problems but the one that it chooses from. */
export function learnedOnOthers(pools: readonly StoredPool[]): Entrant {
  const trained = remembered(({ problem }: StoredPool) =>
    learnedFrom(pools.filter((other) => other.problem.id !== problem.id)),
  );
  return (pool, trial) => scoresAfterEach(trained(pool), pool, trial);
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}
