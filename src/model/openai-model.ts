import OpenAI from "openai";
import { z } from "zod";
import { ModelError, messageOf } from "../domain/errors.ts";
import type { Answer, LanguageModel, Question } from "./language-model.ts";

export interface OpenAiSettings {
  readonly name: string;
  readonly baseUrl: string | undefined;
  readonly apiKey: string;
  readonly temperature: number | undefined;
  readonly maxOutputTokens: number | undefined;
  /** How long one answer may take. */
  readonly timeoutMs: number;
  /** How often a request that failed for a passing reason is sent again. */
  readonly retries: number;
}

/** What a server did not count, or counted in a way that makes no sense, is not known. */
const count = z.number().int().nonnegative().optional().catch(undefined);

/** Servers differ from OpenAI's in what they leave out; only what is read here has to be right. */
const completionSchema = z.object({
  choices: z.tuple(
    [
      z.object({
        message: z.looseObject({ content: z.string().nullish(), refusal: z.string().nullish() }),
        finish_reason: z.string().nullish(),
      }),
    ],
    z.unknown(),
  ),
  usage: z
    .object({
      prompt_tokens: count,
      completion_tokens: count,
      completion_tokens_details: z.object({ reasoning_tokens: count }).optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
});

/** Any server that speaks OpenAI's chat completions. The client waits as `Retry-After` says between tries. */
export class OpenAiModel implements LanguageModel {
  readonly label: string;
  readonly isRecorded = false;
  readonly baseUrl: string;
  readonly answerCount = undefined;
  readonly #settings: OpenAiSettings;
  readonly #client: OpenAI;

  constructor(settings: OpenAiSettings) {
    this.label = `openai:${settings.name}`;
    this.#settings = settings;
    const { apiKey, timeoutMs: timeout, retries: maxRetries, baseUrl: baseURL } = settings;
    this.#client = new OpenAI({ apiKey, timeout, maxRetries, fetch: fetchWhole, ...(baseURL ? { baseURL } : {}) });
    this.baseUrl = this.#client.baseURL;
  }

  async ask(question: Question, signal?: AbortSignal): Promise<Answer> {
    const begin = performance.now();
    const parsed = completionSchema.safeParse(await this.#complete(question, signal));
    if (!parsed.success)
      throw new ModelError(
        `${this.label} answered without a choice that can be read: ${z.prettifyError(parsed.error)}`,
      );
    const { choices, usage } = parsed.data;
    const [{ message, finish_reason: finishReason }] = choices;
    return {
      text: message.content ?? message.refusal ?? "",
      reasoning: reasoningOf(message),
      finishReason: message.refusal ? "refused" : finishReasonOf(finishReason),
      usage: {
        inputTokens: usage?.prompt_tokens,
        outputTokens: usage?.completion_tokens,
        reasoningTokens: usage?.completion_tokens_details?.reasoning_tokens,
      },
      wallMs: performance.now() - begin,
    };
  }

  async #complete(question: Question, signal: AbortSignal | undefined): Promise<unknown> {
    const { name, temperature, maxOutputTokens } = this.#settings;
    try {
      signal?.throwIfAborted();
      const completion = this.#client.chat.completions.create(
        {
          model: name,
          messages: [{ role: "user", content: question.prompt }],
          seed: question.seed,
          ...(temperature === undefined ? {} : { temperature }),
          ...(maxOutputTokens === undefined ? {} : { max_completion_tokens: maxOutputTokens }),
        },
        signal ? { signal } : {},
      );
      return await untilAborted(completion, signal);
    } catch (error) {
      signal?.throwIfAborted();
      throw new ModelError(`${this.label} at ${this.#client.baseURL} gave no answer: ${messageOf(error)}`, {
        cause: error,
      });
    }
  }
}

/** The client's timeout and its retries end when `fetch` resolves: let that be when all of the answer is there. */
async function fetchWhole(url: string | URL | Request, init?: RequestInit): Promise<Response> {
  const response = await fetch(url, init);
  const body = await untilAborted(response.arrayBuffer(), init?.signal);
  return new Response(body.byteLength === 0 ? null : body, response);
}

/** For waiting that does not look at the signal: the client's before it asks again, and that for the end of a body. */
async function untilAborted<T>(work: Promise<T>, signal: AbortSignal | null | undefined): Promise<T> {
  if (!signal) return work;
  const settled = new AbortController();
  const aborted = new Promise<never>((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener("abort", () => reject(signal.reason), { signal: settled.signal });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    settled.abort();
  }
}

function finishReasonOf(reason: string | null | undefined): Answer["finishReason"] {
  if (reason === "stop" || reason === "length") return reason;
  return reason === "content_filter" ? "refused" : "unknown";
}

/** vLLM, DeepSeek and others tell the thoughts in a field that OpenAI's types do not name. */
function reasoningOf(message: object): string | undefined {
  for (const key of ["reasoning_content", "reasoning"]) {
    const value: unknown = Reflect.get(message, key);
    if (typeof value === "string" && value !== "") return value;
  }
  return undefined;
}
