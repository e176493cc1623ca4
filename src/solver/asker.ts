import { forEachConcurrently } from "../domain/concurrently.ts";
import { ModelError } from "../domain/errors.ts";
import type { Purpose } from "../domain/purpose.ts";
import { type Answer, type LanguageModel, NothingRecorded } from "../model/language-model.ts";
import type { PoolEvent } from "../run-log/event.ts";
import type { RunLog } from "../run-log/run-log.ts";
import type { Budget } from "./budget.ts";
import type { PoolState } from "./pool-state.ts";

/** A question for the model: the n-th sample for its purpose. */
export interface Asked {
  readonly purpose: Purpose;
  readonly sample: number;
  readonly prompt: string;
  readonly subtask: string | undefined;
  readonly round: number;
}

export type Said = Pick<Answer, "text" | "finishReason">;

export interface AskerDeps {
  readonly model: LanguageModel;
  readonly budget: Budget;
  readonly log: RunLog;
  /** Reads back a text that an earlier, interrupted part of the run has kept. */
  readonly readText: (sha256: string) => string;
  readonly signal?: AbortSignal | undefined;
}

export interface AskerSettings {
  readonly seed: number;
  /** Questions under way at a time. */
  readonly concurrency: number;
}

/** So many failures in a row mean that the model is not there, rather than a bad moment. */
const FAILURES_TO_GIVE_UP = 5;

/** Asks for one problem. What the model says is an event before anybody reads it, and is never asked for again. */
export class Asker {
  readonly #problem: string;
  readonly #settings: AskerSettings;
  readonly #state: PoolState;
  readonly #deps: AskerDeps;
  #failuresInARow = 0;

  constructor(problem: string, settings: AskerSettings, state: PoolState, deps: AskerDeps) {
    this.#problem = problem;
    this.#settings = settings;
    this.#state = state;
    this.#deps = deps;
  }

  /** Gives every answer to `read` as it comes; asks no more once the budget is spent or `stop` says so. */
  async askEach(
    questions: readonly Asked[],
    read: (said: Said, question: Asked) => void,
    stop: () => boolean = () => false,
  ): Promise<void> {
    await forEachConcurrently(this.#toDo(questions, stop), this.#settings.concurrency, async (question) => {
      const said = await this.#answerTo(question, questions.length);
      if (said) read(said, question);
    });
  }

  /** Checked before each question: an answer that is under way may still take us a little over the budget. */
  *#toDo(questions: readonly Asked[], stop: () => boolean): Generator<Asked> {
    for (const question of questions) {
      const isKnown = this.#state.answer(question.purpose, question.sample) !== undefined;
      if (stop() || (!isKnown && this.#deps.budget.isSpent)) return;
      yield question;
    }
  }

  async #answerTo(question: Asked, count: number): Promise<Said | undefined> {
    const { model, signal, readText } = this.#deps;
    const { purpose, sample, prompt } = question;
    const known = this.#state.answer(purpose, sample);
    if (known) return { text: readText(known.answer), finishReason: known.finishReason };
    try {
      const answer = await model.ask({ prompt, purpose, sample, seed: this.#settings.seed + sample }, signal);
      this.#failuresInARow = 0;
      this.#keep(question, answer);
      return answer;
    } catch (error) {
      if (!(error instanceof ModelError)) throw error;
      if (error instanceof NothingRecorded) return undefined;
      const event = { problem: this.#problem, purpose, sample, message: error.message };
      this.#append({ type: "model-failed", ...event });
      if (++this.#failuresInARow >= Math.min(FAILURES_TO_GIVE_UP, count)) throw error;
      return undefined;
    }
  }

  #keep({ purpose, sample, prompt, subtask, round }: Asked, answer: Answer): void {
    const { log, budget } = this.#deps;
    const { inputTokens, cachedInputTokens, outputTokens, reasoningTokens } = answer.usage;
    budget.spend({ ...answer.usage, isFromCache: answer.isFromCache });
    this.#append({
      type: "model-answered",
      ...{ problem: this.#problem, purpose, sample, round, prompt: log.keep(prompt), answer: log.keep(answer.text) },
      ...(subtask === undefined ? {} : { subtask }),
      ...(answer.reasoning === undefined ? {} : { reasoning: log.keep(answer.reasoning) }),
      finishReason: answer.finishReason,
      ...(inputTokens === undefined ? {} : { inputTokens }),
      ...(cachedInputTokens === undefined ? {} : { cachedInputTokens }),
      ...(outputTokens === undefined ? {} : { outputTokens }),
      ...(reasoningTokens === undefined ? {} : { reasoningTokens }),
      wallMs: answer.wallMs,
      ...(answer.isFromCache ? { isFromCache: true } : {}),
    });
  }

  #append(event: PoolEvent): void {
    this.#deps.log.append(event);
    this.#state.apply(event);
  }
}
