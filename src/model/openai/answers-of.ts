import type { Answer, Usage } from "../language-model.ts";
import type { Completion } from "./protocol.ts";

/** At most so many answers of a request. They share its tokens evenly: the server counts them together, and the sum is right. */
export function answersOf({ choices, usage }: Completion, wallMs: number, samples: number): Answer[] {
  const wanted = choices.slice(0, samples);
  return wanted.map((choice, index) => ({ ...choice, usage: shareOf(usage, index, wanted.length), wallMs }));
}

function shareOf(usage: Usage, index: number, parts: number): Usage {
  const share = (tokens: number | undefined) =>
    tokens === undefined
      ? undefined
      : Math.floor((tokens * (index + 1)) / parts) - Math.floor((tokens * index) / parts);
  return {
    inputTokens: share(usage.inputTokens),
    cachedInputTokens: share(usage.cachedInputTokens),
    outputTokens: share(usage.outputTokens),
    reasoningTokens: share(usage.reasoningTokens),
  };
}
