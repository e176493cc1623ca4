import { ModelError } from "../domain/errors.ts";
import type { Purpose } from "../domain/purpose.ts";

/** A language model, however it is reached. */
export interface LanguageModel {
  /** As the user named it: `openai:NAME`, `recorded:POOL`, `gguf:FILE`. */
  readonly label: string;
  /** True where the answers were made before and cost nothing now. */
  readonly isRecorded: boolean;
  /** Where it is asked; undefined where it is not asked over a network. */
  readonly baseUrl: string | undefined;
  /** How many candidates there are; undefined where there is no end to them. */
  readonly answerCount: number | undefined;
  /** Of a recorded model: whether it holds any. */
  hasAnswersFor?(purpose: Purpose): boolean;
  /** Rejects with ModelError when there is no answer to be had. */
  ask(question: Question, signal?: AbortSignal): Promise<Answer>;
  /** Of a model that does better than one question at a time: several samples in a request, a batch. See `askAll`. */
  askMany?(questions: Iterable<Question>, options: AskOptions): AsyncIterable<Reply>;
}

export interface Question {
  readonly prompt: string;
  /** What the model is told before the prompt, where anything is. */
  readonly system?: string;
  /** `candidate` where nothing is said. */
  readonly purpose?: Purpose;
  /** Which of the samples for this purpose it is, from 0. */
  readonly sample: number;
  readonly seed: number;
}

export interface Answer {
  readonly text: string;
  /** The model's thoughts, where the server tells them. */
  readonly reasoning: string | undefined;
  /** `length`: cut off by the token limit. */
  readonly finishReason: "stop" | "length" | "refused" | "unknown";
  readonly usage: Usage;
  readonly wallMs: number;
  /** Paid for in an earlier run: it costs nothing now. */
  readonly isFromCache?: boolean | undefined;
}

/** Tokens as the server counted them; undefined where it did not say. */
export interface Usage {
  readonly inputTokens: number | undefined;
  /** Part of the input tokens: read again at a lower price. */
  readonly cachedInputTokens?: number | undefined;
  readonly outputTokens: number | undefined;
  /** Part of the output tokens. */
  readonly reasoningTokens: number | undefined;
}

export interface AskOptions {
  /** Questions under way at a time. */
  readonly concurrency: number;
  readonly signal?: AbortSignal | undefined;
  /** All that were told for these questions before: what they stand for is waited for, not paid for again. */
  readonly tickets?: readonly string[];
}

export type Reply =
  | { readonly kind: "answer"; readonly question: Question; readonly answer: Answer }
  | { readonly kind: "failure"; readonly question: Question; readonly error: ModelError }
  /** To be kept at once: who was interrupted comes back with it. */
  | { readonly kind: "ticket"; readonly ticket: string };

/** A recorded model has no such answer: there is none, rather than something wrong. */
export class NothingRecorded extends ModelError {}

export function purposeOf({ purpose = "candidate" }: Question): Purpose {
  return purpose;
}
export interface Price {
  readonly inputUsdPerMillion: number;
  /** Of input that the server had read before; like other input where it is not said. */
  readonly cachedInputUsdPerMillion?: number | undefined;
  readonly outputUsdPerMillion: number;
}

/** What an answer cost; undefined where tokens or price are not known. */
export function costUsd(usage: Usage, price: Price | undefined): number | undefined {
  const { inputTokens, outputTokens, cachedInputTokens = 0 } = usage;
  if (!price || inputTokens === undefined || outputTokens === undefined) return undefined;
  const { inputUsdPerMillion, outputUsdPerMillion, cachedInputUsdPerMillion = inputUsdPerMillion } = price;
  const input = (inputTokens - cachedInputTokens) * inputUsdPerMillion + cachedInputTokens * cachedInputUsdPerMillion;
  return (input + outputTokens * outputUsdPerMillion) / 1e6;
}
