import type { StoredPool } from "../contest/stored-pool.ts";
import type { CurveAxis, RunCurves } from "../replay/curve.ts";
import { curvesOf } from "../replay/run-curves.ts";
import type { EventOf } from "../run-log/event.ts";
import { strategyOf } from "../selection/index.ts";
import { strategyName } from "./start-event.ts";
import { trainedOf } from "./trained-file.ts";

/** Enough for an interval that is worth drawing. */
const SEEDS = Array.from({ length: 20 }, (_, seed) => seed);
const AXES: readonly CurveAxis[] = ["submissions", "samples", "tokens", "usd"];

/** The run's own strategy, between chance and hindsight. */
export function curvesOfRun(pools: readonly StoredPool[], started: EventOf<"run-started">): RunCurves {
  const own = strategyName(started);
  const strategies = new Map([[own, strategyOf(own, trainedOf(started.settings["trained"]))]]);
  return curvesOf(pools, { strategies, own, seeds: SEEDS, axes: AXES, price: started.price });
}

/** What the run did, between chance and hindsight: nothing is simulated, which takes long where a pool is large. */
export function curvesAsMade(
  pools: readonly StoredPool[],
  { strategy: own, price }: EventOf<"run-started">,
  axes: readonly CurveAxis[] = AXES,
): RunCurves {
  return curvesOf(pools, { strategies: new Map(), own, seeds: SEEDS, axes, price });
}
