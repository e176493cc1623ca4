import type { Award } from "../contest/standings/standings.ts";
import type { MeanInterval } from "../domain/mean-interval.ts";
import type { SampleChoice } from "./subsample.ts";

/** What a strategy would have scored, over all problems and the mean of many seeds; `undefined` is unknown. */
export interface WhatIfRow {
  readonly strategy: string;
  /** Of a problem; Infinity: as many as there are candidates. */
  readonly submissions: number;
  /** Of a problem; undefined: all that the run has. */
  readonly samples: SampleChoice | undefined;
  readonly seeds: number;
  /** Undefined where a submission's verdict is missing; as are all that rest on it. */
  readonly score: MeanInterval | undefined;
  readonly random: number | undefined;
  readonly oracle: number | undefined;
  readonly efficiency: number | undefined;
  /** Under the rules of the contest. */
  readonly points: MeanInterval | undefined;
  readonly penalty: number | undefined;
  /** How often each award was won, by the source of its lines. */
  readonly medals: readonly {
    readonly source: string;
    readonly won: ReadonlyMap<Award | "none" | "unknown", number>;
  }[];
}
