import { NOTHING_MORE, type Strategy } from "./strategy.ts";
import { bestOf, submittable } from "./submittable.ts";

export const publicFilter: Strategy = {
  describe: "by chance among those that pass the most samples",
  wants: NOTHING_MORE,
  choose(view, draw) {
    const found = bestOf(submittable(view), ({ samplesPassed }) => [samplesPassed], draw);
    if (!found) return undefined;
    const { id, samplesPassed, sampleCount } = found.best;
    return { candidate: id, why: `samples ${samplesPassed}/${sampleCount}, drawn from ${found.equals} such` };
  },
};
