import { NOTHING_MORE, type Strategy } from "./strategy.ts";
import { submittable } from "./submittable.ts";

export const random: Strategy = {
  describe: "any candidate, by chance",
  wants: NOTHING_MORE,
  choose(view, draw) {
    const pool = submittable(view);
    const candidate = pool[Math.floor(draw() * pool.length)];
    return candidate && { candidate: candidate.id, why: `drawn from ${pool.length} candidates` };
  },
};
