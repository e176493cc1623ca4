import { type CandidateView, NOTHING_MORE, type Strategy } from "./strategy.ts";
import { bestOf, submittable } from "./submittable.ts";

/** o3 at the IOI 2024: the candidates with the most test-time compute first, and nothing else. */
export const o3Longest: Strategy = {
  describe: "those first whose answers took the most tokens, thoughts included",
  wants: NOTHING_MORE,
  choose(view, random) {
    const found = bestOf(submittable(view), (candidate) => [tokensOf(candidate) ?? -1], random);
    if (!found) return undefined;
    const tokens = tokensOf(found.best);
    const why = tokens === undefined ? "nobody counted its tokens: drawn by chance" : `${tokens} tokens, the most left`;
    return { candidate: found.best.id, why };
  },
};

/** What the answer took; thoughts are part of the output where both were counted. */
export function tokensOf({ outputTokens, reasoningTokens }: CandidateView): number | undefined {
  return outputTokens ?? reasoningTokens;
}
