const THOUGHTS = /^\s*(?:<think>)?([\s\S]*?)<\/think>\s*/;
const CUT_OFF = /^\s*<think>([\s\S]*)$/;

/**
 * Many open models think between `<think>` and `</think>` at the head of their text, or begin in the
 * middle of their thoughts: those are no part of the answer.
 */
export function splitThoughts(
  text: string,
  reasoning: string | undefined,
): { readonly text: string; readonly reasoning: string | undefined } {
  const match = THOUGHTS.exec(text) ?? CUT_OFF.exec(text);
  if (!match) return { text, reasoning };
  const thoughts = [reasoning, match[1]?.trim()].filter((part) => part !== undefined && part !== "");
  return { text: text.slice(match[0].length), reasoning: thoughts.join("\n\n") || undefined };
}
