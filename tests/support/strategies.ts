import { FEATURE_NAMES } from "../../src/selection/features.ts";
import { STRATEGIES } from "../../src/selection/index.ts";
import { learned } from "../../src/selection/learned.ts";
import type { Strategy } from "../../src/selection/strategy.ts";

/** Every strategy that needs no truth, by its name. */
export function someStrategies(): (readonly [name: string, strategy: Strategy])[] {
  const weights = FEATURE_NAMES.map((name) => (name === "samplesPassed" ? 2 : 0.1));
  return [...Object.entries(STRATEGIES), ["learned", learned({ bias: -1, weights })]];
}
