import { z } from "zod";
import { splitThoughts } from "../split-thoughts.ts";
import { CutStream, unreadable } from "./failures.ts";
import { messagesOf } from "./messages.ts";
import type { Choice, Completion, Protocol } from "./protocol.ts";

/** What a server did not count, or counted in a way that makes no sense, is not known. */
const count = z.number().int().nonnegative().optional().catch(undefined);
/** vLLM, DeepSeek and others tell the thoughts in a field that OpenAI's types do not name. */
const thoughts = z.string().optional().catch(undefined);
const message = z.object({
  content: z.string().nullish(),
  refusal: z.string().nullish(),
  reasoning_content: thoughts,
  reasoning: thoughts,
});

/** Servers differ from OpenAI's in what they leave out; only what is read here has to be right. */
const completionSchema = z.object({
  choices: z.array(z.object({ message, finish_reason: z.string().nullish() })).min(1),
  usage: z
    .object({
      prompt_tokens: count,
      prompt_tokens_details: z.object({ cached_tokens: count }).optional().catch(undefined),
      completion_tokens: count,
      completion_tokens_details: z.object({ reasoning_tokens: count }).optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
});

const choicePart = z.object({
  index: z.number().int().nonnegative().default(0),
  delta: message.nullish(),
  finish_reason: z.string().nullish(),
});
const chunkSchema = z.object({ choices: z.array(choicePart).nullish(), usage: z.unknown().optional() });

/** Chat completions. */
export const chat: Protocol = {
  path: "/chat/completions",
  messages: (question, settings) => ({ messages: messagesOf(question, settings) }),
  read,
  collect,
};

function read(document: unknown): Completion {
  const parsed = completionSchema.safeParse(document);
  if (!parsed.success) throw unreadable(document, "no choice that can be read", parsed.error);
  const { choices, usage } = parsed.data;
  return {
    choices: choices.map(({ message, finish_reason }) => choiceOf(message, finish_reason)),
    usage: {
      inputTokens: usage?.prompt_tokens,
      cachedInputTokens: usage?.prompt_tokens_details?.cached_tokens,
      outputTokens: usage?.completion_tokens,
      reasoningTokens: usage?.completion_tokens_details?.reasoning_tokens,
    },
  };
}

function choiceOf(
  { content, refusal, reasoning_content, reasoning }: z.infer<typeof message>,
  reason: string | null | undefined,
): Choice {
  return {
    ...splitThoughts(content || refusal || "", reasoning_content || reasoning || undefined),
    finishReason: refusal ? "refused" : finishReasonOf(reason),
  };
}

function finishReasonOf(reason: string | null | undefined): Choice["finishReason"] {
  if (reason === "stop" || reason === "length") return reason;
  return reason === "content_filter" ? "refused" : "unknown";
}

interface Growing {
  readonly message: { content: string; refusal: string; reasoning_content: string };
  readonly finish_reason: string | undefined;
}

/** A choice is whole when it has said why it ended. Whole ones count, and were paid for, whatever becomes of the others. */
async function collect(events: AsyncIterable<unknown>): Promise<unknown> {
  const choices = new Map<number, Growing>();
  const whole = () =>
    [...choices]
      .filter(([, { finish_reason }]) => finish_reason !== undefined)
      .sort(([a], [b]) => a - b)
      .map(([, choice]) => choice);
  let usage: unknown;
  try {
    for await (const event of events) {
      const chunk = chunkSchema.safeParse(event);
      if (!chunk.success) throw new CutStream(`a part of the stream cannot be read: ${z.prettifyError(chunk.error)}`);
      usage = chunk.data.usage ?? usage;
      for (const part of chunk.data.choices ?? []) choices.set(part.index, grown(choices.get(part.index), part));
    }
  } catch (error) {
    if (whole().length === 0) throw error;
  }
  if (whole().length === 0) throw new CutStream("the stream ended before the answer did");
  return { choices: whole(), usage };
}

function grown(choice: Growing | undefined, { delta, finish_reason }: z.infer<typeof choicePart>): Growing {
  const { content = "", refusal = "", reasoning_content = "" } = choice?.message ?? {};
  return {
    message: {
      content: content + (delta?.content ?? ""),
      refusal: refusal + (delta?.refusal ?? ""),
      reasoning_content: reasoning_content + (delta?.reasoning_content ?? delta?.reasoning ?? ""),
    },
    finish_reason: choice?.finish_reason ?? finish_reason ?? undefined,
  };
}
