import type { Strategy } from "./strategy.ts";
import { submittable } from "./strategy.ts";

export const random: Strategy = {
  describe: "any candidate, by chance",
  choose(view, draw) {
    const pool = submittable(view);
    const candidate = pool[Math.floor(draw() * pool.length)];
    return candidate && { candidate: candidate.id, why: `drawn from ${pool.length} candidates` };
  },
};
