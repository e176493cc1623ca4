/** A language model, however it is reached. */
export interface LanguageModel {
  /** As the user named it: `openai:NAME`, `recorded:POOL`. */
  readonly label: string;
  /** True where the answers were made before and cost nothing now. */
  readonly isRecorded: boolean;
  /** Where it is asked; undefined where it is not asked over a network. */
  readonly baseUrl: string | undefined;
  /** How many answers there are; undefined where there is no end to them. */
  readonly answerCount: number | undefined;
  /** Rejects with ModelError when there is no answer to be had. */
  ask(question: Question, signal?: AbortSignal): Promise<Answer>;
}

export interface Question {
  readonly prompt: string;
  /** Which of the samples for this prompt it is, from 0. */
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
}

/** Tokens as the server counted them; undefined where it did not say. */
export interface Usage {
  readonly inputTokens: number | undefined;
  readonly outputTokens: number | undefined;
  /** Part of the output tokens. */
  readonly reasoningTokens: number | undefined;
}

export interface Price {
  readonly inputUsdPerMillion: number;
  readonly outputUsdPerMillion: number;
}

/** What an answer cost; undefined where tokens or price are not known. */
export function costUsd(usage: Usage, price: Price | undefined): number | undefined {
  if (!price || usage.inputTokens === undefined || usage.outputTokens === undefined) return undefined;
  return (usage.inputTokens * price.inputUsdPerMillion + usage.outputTokens * price.outputUsdPerMillion) / 1e6;
}
