import OpenAI from "openai";
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

/** Any server that speaks OpenAI's chat completions. The client waits as `Retry-After` says between tries. */
export class OpenAiModel implements LanguageModel {
  readonly label: string;
  readonly isRecorded = false;
  readonly answerCount = undefined;
  readonly #settings: OpenAiSettings;
  readonly #client: OpenAI;

  constructor(settings: OpenAiSettings) {
    this.label = `openai:${settings.name}`;
    this.#settings = settings;
    const { apiKey, timeoutMs: timeout, retries: maxRetries, baseUrl: baseURL } = settings;
    this.#client = new OpenAI({ apiKey, timeout, maxRetries, ...(baseURL ? { baseURL } : {}) });
  }

  async ask(question: Question, signal?: AbortSignal): Promise<Answer> {
    const begin = performance.now();
    const completion = await this.#complete(question, signal);
    const choice = completion.choices?.[0];
    if (!choice) throw new ModelError(`${this.label} answered without a choice`);
    const { message } = choice;
    const usage = completion.usage;
    return {
      text: message.content ?? message.refusal ?? "",
      reasoning: reasoningOf(message),
      finishReason: message.refusal ? "refused" : finishReasonOf(choice.finish_reason),
      usage: {
        inputTokens: usage?.prompt_tokens,
        outputTokens: usage?.completion_tokens,
        reasoningTokens: usage?.completion_tokens_details?.reasoning_tokens,
      },
      wallMs: performance.now() - begin,
    };
  }

  async #complete(question: Question, signal: AbortSignal | undefined): Promise<OpenAI.ChatCompletion> {
    const { name, temperature, maxOutputTokens } = this.#settings;
    try {
      return await this.#client.chat.completions.create(
        {
          model: name,
          messages: [{ role: "user", content: question.prompt }],
          seed: question.seed,
          ...(temperature === undefined ? {} : { temperature }),
          ...(maxOutputTokens === undefined ? {} : { max_completion_tokens: maxOutputTokens }),
        },
        signal ? { signal } : {},
      );
    } catch (error) {
      signal?.throwIfAborted();
      throw new ModelError(`${this.label} at ${this.#client.baseURL} gave no answer: ${messageOf(error)}`, {
        cause: error,
      });
    }
  }
}

function finishReasonOf(reason: string | null): Answer["finishReason"] {
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
