import { z } from "zod";
import { splitThoughts } from "../split-thoughts.ts";
import { CutStream, Unreadable, unreadable } from "./failures.ts";
import { messagesOf } from "./messages.ts";
import type { Choice, Completion, Protocol } from "./protocol.ts";

const count = z.number().int().nonnegative().optional().catch(undefined);
const texts = z.array(z.looseObject({ type: z.string(), text: z.string().optional(), refusal: z.string().optional() }));

const responseSchema = z.object({
  status: z.string(),
  incomplete_details: z.object({ reason: z.string().nullish() }).nullish(),
  error: z.object({ message: z.string() }).nullish(),
  output: z.array(z.looseObject({ type: z.string(), content: texts.nullish(), summary: texts.nullish() })),
  usage: z
    .object({
      input_tokens: count,
      input_tokens_details: z.object({ cached_tokens: count }).optional().catch(undefined),
      output_tokens: count,
      output_tokens_details: z.object({ reasoning_tokens: count }).optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
});

const eventSchema = z.looseObject({
  type: z.string(),
  response: z.unknown().optional(),
  message: z.unknown().optional(),
});

/** The responses API: one answer to a request, in items of output. */
export const responses: Protocol = {
  path: "/responses",
  messages: (question, settings) => ({ input: messagesOf(question, settings) }),
  read,
  collect,
};

function read(document: unknown): Completion {
  const parsed = responseSchema.safeParse(document);
  if (!parsed.success) throw unreadable(document, "no response that can be read", parsed.error);
  const { status, error, output, usage } = parsed.data;
  if (error || status === "failed")
    throw new Unreadable(error?.message ?? "the response failed, the server does not say why");
  const said = output.filter(({ type }) => type === "message").flatMap(({ content }) => content ?? []);
  const thoughts = output
    .filter(({ type }) => type === "reasoning")
    .flatMap(({ summary, content }) => [...(summary ?? []), ...(content ?? [])]);
  const refusals = joined(said, ({ refusal }) => refusal, "");
  const text = joined(said, ({ text }) => text, "");
  return {
    choices: [
      {
        ...splitThoughts(text || refusals, joined(thoughts, ({ text }) => text, "\n\n") || undefined),
        finishReason: refusals === "" ? finishReasonOf(parsed.data) : "refused",
      },
    ],
    usage: {
      inputTokens: usage?.input_tokens,
      cachedInputTokens: usage?.input_tokens_details?.cached_tokens,
      outputTokens: usage?.output_tokens,
      reasoningTokens: usage?.output_tokens_details?.reasoning_tokens,
    },
  };
}

type Part = z.infer<typeof texts>[number];

function joined(parts: readonly Part[], take: (part: Part) => string | undefined, separator: string): string {
  return parts
    .map(take)
    .filter((text) => text !== undefined && text !== "")
    .join(separator);
}

function finishReasonOf({ status, incomplete_details }: z.infer<typeof responseSchema>): Choice["finishReason"] {
  if (status === "completed") return "stop";
  if (incomplete_details?.reason === "max_output_tokens") return "length";
  return incomplete_details?.reason === "content_filter" ? "refused" : "unknown";
}

/** The last event has the whole response: the parts before it say only that the server is alive. */
async function collect(events: AsyncIterable<unknown>): Promise<unknown> {
  for await (const event of events) {
    const parsed = eventSchema.safeParse(event);
    if (!parsed.success) throw new Unreadable(`a part of the stream cannot be read: ${z.prettifyError(parsed.error)}`);
    const { type, response, message } = parsed.data;
    if (type === "response.completed" || type === "response.incomplete" || type === "response.failed") return response;
    if (type === "error") throw new CutStream(`the server broke off: ${String(message)}`);
  }
  throw new CutStream("the stream ended before the answer did");
}
