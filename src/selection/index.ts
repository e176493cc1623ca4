import { UsageError } from "../domain/errors.ts";
import { alphacode } from "./alphacode.ts";
import { gencluster } from "./gencluster.ts";
import { genclusterRated } from "./gencluster-rated.ts";
import { gencorrect } from "./gencorrect.ts";
import { LEARNED_WANTS, learned } from "./learned.ts";
import { majority } from "./majority.ts";
import { O1_IOI_WEIGHTS, o1Ioi } from "./o1-ioi.ts";
import { o3Longest } from "./o3-longest.ts";
import { publicFilter } from "./public-filter.ts";
import { random } from "./random.ts";
import { NOTHING_MORE, type Strategy, type Wants } from "./strategy.ts";
import type { Trained } from "./trained.ts";

/** Those that need nothing but their view. */
export const STRATEGIES = {
  random,
  "public-filter": publicFilter,
  alphacode,
  "o1-ioi": o1Ioi(O1_IOI_WEIGHTS),
  "o3-longest": o3Longest,
  gencluster,
  "gencluster-rated": genclusterRated,
  gencorrect,
  majority,
} satisfies Readonly<Record<string, Strategy>>;

export const STRATEGY_NAMES = [
  "random",
  "public-filter",
  "alphacode",
  "o1-ioi",
  "o3-longest",
  "gencluster",
  "gencluster-rated",
  "gencorrect",
  "majority",
  "learned",
  "oracle",
] as const;
export type StrategyName = (typeof STRATEGY_NAMES)[number];

/** What a run needs by default, whatever was trained. */
export function wantsOf(name: StrategyName): Wants {
  if (name === "learned") return LEARNED_WANTS;
  return name === "oracle" ? NOTHING_MORE : STRATEGIES[name].wants;
}

/** As a run uses it, with what `medalist train` found out where it is given. */
export function strategyOf(name: StrategyName, trained: Trained | undefined): Strategy {
  switch (name) {
    case "oracle":
      throw new UsageError("--strategy oracle knows verdicts beforehand: it is for replays of finished runs alone");
    case "learned":
      if (trained?.kind !== "learned")
        throw new UsageError("--strategy learned needs --trained FILE, as medalist train writes it");
      return learned(trained.model);
    case "o1-ioi":
      if (trained === undefined) return STRATEGIES["o1-ioi"];
      if (trained.kind !== "o1-ioi")
        throw new UsageError("--strategy o1-ioi takes --trained FILE, as medalist train --tune o1-ioi writes it");
      return o1Ioi(trained.weights);
    default:
      if (trained !== undefined) throw new UsageError(`--trained is for learned and o1-ioi; ${name} learns nothing`);
      return STRATEGIES[name];
  }
}
