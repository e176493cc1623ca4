import { STRATEGIES, STRATEGY_NAMES } from "../../src/selection/index.ts";
import type { Strategy } from "../../src/selection/strategy.ts";

/** Every strategy, by its name. */
export function someStrategies(): (readonly [name: string, strategy: Strategy])[] {
  return STRATEGY_NAMES.map((name) => [name, STRATEGIES[name]] as const);
}
