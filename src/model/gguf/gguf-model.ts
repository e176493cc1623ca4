import { existsSync, statSync } from "node:fs";
import { availableParallelism } from "node:os";
import type { LlamaContext, LlamaModel } from "node-llama-cpp";
import { ModelError, messageOf, UsageError } from "../../domain/errors.ts";
import type { Answer, LanguageModel, Question } from "../language-model.ts";
import { Places } from "../places.ts";
import { splitThoughts } from "../split-thoughts.ts";
import { type LlamaLibrary, openLlama } from "./llama.ts";

export interface GgufSettings {
  readonly path: string;
  readonly temperature: number | undefined;
  readonly topP: number | undefined;
  readonly maxOutputTokens: number | undefined;
  /** Tokens of prompt and answer together, at most. */
  readonly contextTokens: number | undefined;
  readonly threads: number | undefined;
}

/** The library's own is 0, at which all samples are the same. */
const DEFAULT_TEMPERATURE = 0.8;
const DEFAULT_CONTEXT_TOKENS = 16_384;

/** A model in a file, run in this process: one answer at a time, and the same seed gives the same answer again. */
export class GgufModel implements LanguageModel {
  readonly label: string;
  readonly isRecorded = false;
  readonly baseUrl = undefined;
  readonly answerCount = undefined;
  readonly #settings: GgufSettings;
  readonly #library: LlamaLibrary;
  readonly #model: LlamaModel;
  readonly #context: LlamaContext;
  readonly #turn = new Places(1);

  private constructor(settings: GgufSettings, library: LlamaLibrary, context: LlamaContext) {
    this.label = `gguf:${settings.path}`;
    this.#settings = settings;
    this.#library = library;
    this.#model = context.model;
    this.#context = context;
  }

  static async open(settings: GgufSettings, load?: () => Promise<LlamaLibrary>): Promise<GgufModel> {
    const { path, contextTokens = DEFAULT_CONTEXT_TOKENS, threads = spareCores() } = settings;
    if (!existsSync(path)) throw new UsageError(`there is no model ${path}: expected a file in the GGUF format`);
    const { library, llama } = await openLlama(load);
    try {
      const model = await llama.loadModel({ modelPath: path });
      const contextSize = Math.min(contextTokens, model.trainContextSize);
      const context = await model.createContext({ contextSize, threads });
      return new GgufModel(settings, library, context);
    } catch (error) {
      throw new UsageError(`${path} cannot be run: ${messageOf(error)}`, { cause: error });
    }
  }

  async ask(question: Question, signal?: AbortSignal): Promise<Answer> {
    using _turn = await this.#turn.take(signal);
    const begin = performance.now();
    const contextSequence = this.#context.getSequence();
    const { prompt, system = "", seed } = question;
    const session = new this.#library.LlamaChatSession({ contextSequence, systemPrompt: system });
    try {
      const inputTokens = this.#count(session, prompt);
      const { temperature = DEFAULT_TEMPERATURE, topP, maxOutputTokens = Number.POSITIVE_INFINITY } = this.#settings;
      // What does not fit would push the beginning of the problem out of the model's sight.
      const maxTokens = Math.min(maxOutputTokens, this.#context.contextSize - inputTokens);
      if (maxTokens < 1)
        throw new ModelError(
          `${this.label} has room for ${this.#context.contextSize} tokens, the prompt alone takes ${inputTokens}`,
        );
      const { responseText, stopReason } = await session.promptWithMeta(prompt, {
        ...{ temperature, seed, maxTokens },
        ...(topP === undefined ? {} : { topP }),
        ...(signal ? { signal } : {}),
      });
      const { usedOutputTokens: outputTokens } = contextSequence.tokenMeter.getState();
      return {
        ...splitThoughts(responseText, undefined),
        finishReason: finishReasonOf(stopReason),
        usage: { inputTokens, outputTokens, reasoningTokens: undefined },
        wallMs: performance.now() - begin,
      };
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof ModelError) throw error;
      throw new ModelError(`${this.label} gave no answer: ${messageOf(error)}`, { cause: error });
    } finally {
      session.dispose({ disposeSequence: true });
    }
  }

  /** Tokens of the question in the form that the model was taught. */
  #count(session: InstanceType<LlamaLibrary["LlamaChatSession"]>, prompt: string): number {
    const chatHistory = [...session.getChatHistory(), { type: "user" as const, text: prompt }, ANSWER_TO_COME];
    const { contextText } = session.chatWrapper.generateContextState({ chatHistory });
    return contextText.tokenize(this.#model.tokenizer).length;
  }
}

/** One core is for judging: threads that wait for each other on busy cores take a hundred times as long. */
function spareCores(): number {
  return Math.max(1, availableParallelism() - 1);
}

/** Files are known by what can be seen of them without reading gigabytes. */
export function ggufIdentity(settings: GgufSettings): string {
  const { size, mtimeMs } = statSync(settings.path);
  return JSON.stringify([settings, size, mtimeMs]);
}

const ANSWER_TO_COME = { type: "model" as const, response: [] };

function finishReasonOf(reason: string): Answer["finishReason"] {
  if (reason === "eogToken" || reason === "stopGenerationTrigger") return "stop";
  return reason === "maxTokens" ? "length" : "unknown";
}
