import type { Answer, Question, Usage } from "../language-model.ts";
import type { OpenAiSettings } from "./settings.ts";

/** What a server answered to one request: one choice or several, which share the usage. */
export interface Completion {
  readonly choices: readonly Choice[];
  readonly usage: Usage;
}

export type Choice = Pick<Answer, "text" | "reasoning" | "finishReason">;

/** One of the two ways in which OpenAI's API is asked. */
export interface Protocol {
  readonly path: "/chat/completions" | "/responses";
  /** The messages, as this API takes them. */
  messages(question: Question, settings: Pick<OpenAiSettings, "systemRole">): Readonly<Record<string, unknown>>;
  /** Throws an Unreadable where the document is no answer. */
  read(document: unknown): Completion;
  /** The document that a stream's events add up to; throws a CutStream where they end before it is whole. */
  collect(events: AsyncIterable<unknown>): Promise<unknown>;
}
