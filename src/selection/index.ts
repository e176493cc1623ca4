import { publicFilter } from "./public-filter.ts";
import { random } from "./random.ts";
import type { Strategy } from "./strategy.ts";

export const STRATEGY_NAMES = ["random", "public-filter"] as const;
export type StrategyName = (typeof STRATEGY_NAMES)[number];

export const STRATEGIES = { random, "public-filter": publicFilter } satisfies Record<StrategyName, Strategy>;
