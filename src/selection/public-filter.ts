import type { Strategy } from "./strategy.ts";
import { submittable } from "./strategy.ts";

export const publicFilter: Strategy = {
  describe: "by chance among those that pass the most samples",
  choose(view, draw) {
    const pool = submittable(view);
    const most = Math.max(0, ...pool.map((candidate) => candidate.samplesPassed));
    const best = pool.filter((candidate) => candidate.samplesPassed === most);
    const candidate = best[Math.floor(draw() * best.length)];
    if (!candidate) return undefined;
    const why = `samples ${most}/${candidate.sampleCount}, drawn from ${best.length} such`;
    return { candidate: candidate.id, why };
  },
};
