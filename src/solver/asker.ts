import type { ModelError } from "../domain/errors.ts";
import type { Purpose } from "../domain/purpose.ts";
import { askAll } from "../model/ask-all.ts";
import { type Answer, type LanguageModel, NothingRecorded, type Question } from "../model/language-model.ts";
import type { PoolEvent } from "../run-log/event.ts";
import type { RunLog } from "../run-log/run-log.ts";
import type { Budget, Reserved } from "./budget.ts";
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
  #lastFailure: ModelError | undefined;

  constructor(problem: string, settings: AskerSettings, state: PoolState, deps: AskerDeps) {
    this.#problem = problem;
    this.#settings = settings;
    this.#state = state;
    this.#deps = deps;
  }

  /**
   * Gives every answer to `read` as it comes; asks no more once the budget is spent, `stop` says so, or failures come in
   * a row. All questions have the same purpose.
   */
  async askEach(
    questions: readonly Asked[],
    read: (said: Said, question: Asked) => void,
    stop: () => boolean = () => false,
  ): Promise<void> {
    const open = new Map<number, Asked>();
    for (const question of questions) {
      const known = this.#state.answer(question.purpose, question.sample);
      if (!known) open.set(question.sample, question);
      else if (!stop()) read({ text: this.#deps.readText(known.answer), finishReason: known.finishReason }, question);
    }
    const giveUpAfter = Math.min(FAILURES_TO_GIVE_UP, open.size);
    let hasGivenUp = false;
    // An answer that still comes in does not take it back.
    const givesUp = () => {
      hasGivenUp ||= giveUpAfter > 0 && this.#failuresInARow >= giveUpAfter;
      return hasGivenUp;
    };
    const isOver = () => givesUp() || stop();
    // What the budget held back for questions under way is there again when they are answered for less.
    for (this.#leaveSpent(open); open.size > 0 && !isOver(); this.#leaveSpent(open))
      await this.#askOpen(open, read, isOver);
    if (givesUp() && this.#lastFailure) throw this.#lastFailure;
  }

  #budgetOf({ subtask }: Pick<Asked, "subtask">): Budget {
    return this.#deps.budget.ofSubtask(this.#problem, subtask);
  }

  /** Takes out what nothing is left for: in the run, the problem or the subtask. */
  #leaveSpent(open: Map<number, Asked>): void {
    for (const [sample, question] of open) if (this.#budgetOf(question).isSpent) open.delete(sample);
  }

  /** Whatever is under way at the end is waited for: it may be paid for. */
  async #askOpen(
    open: Map<number, Asked>,
    read: (said: Said, question: Asked) => void,
    isOver: () => boolean,
  ): Promise<void> {
    const { model, signal } = this.#deps;
    const underWay = new Map<number, Reserved>();
    const questions = this.#taken(open, underWay, isOver);
    const purpose = [...open.values()].map((question) => question.purpose)[0] ?? "candidate";
    const tickets = this.#state.tickets(purpose, new Set(open.keys()));
    try {
      for await (const reply of askAll(model, questions, {
        ...{ concurrency: this.#settings.concurrency, signal, tickets },
      })) {
        if (reply.kind === "ticket") {
          const samples = [...underWay.keys()];
          this.#append({ type: "batch-submitted", problem: this.#problem, purpose, samples, ticket: reply.ticket });
          continue;
        }
        const { sample } = reply.question;
        const reserved = underWay.get(sample);
        const question = open.get(sample);
        if (!reserved || !question) throw new Error(`a reply to what was not asked: ${purpose} ${sample}`);
        this.#budgetOf(question).giveBack(reserved);
        underWay.delete(sample);
        open.delete(sample);
        if (reply.kind === "failure") this.#noteFailure(question, reply.error);
        else {
          this.#failuresInARow = 0;
          this.#keep(question, reply.answer);
          read(reply.answer, question);
        }
      }
    } finally {
      for (const [sample, reserved] of underWay)
        this.#budgetOf(open.get(sample) ?? { subtask: undefined }).giveBack(reserved);
    }
  }

  /** As there is room for them; one at least, whatever others have under way. */
  *#taken(
    open: ReadonlyMap<number, Asked>,
    underWay: Map<number, Reserved>,
    isOver: () => boolean,
  ): Generator<Question> {
    const whole = this.#budgetOf({ subtask: undefined });
    for (const question of [...open.values()]) {
      if (isOver() || whole.isSpent || (underWay.size > 0 && whole.isAllUnderWay)) return;
      const { purpose, sample, prompt } = question;
      const budget = this.#budgetOf(question);
      if (budget.isSpent || (budget.hasUnderWay && budget.isAllUnderWay)) continue;
      underWay.set(sample, budget.reserve(prompt));
      yield { prompt, purpose, sample, seed: requestSeed(this.#settings.seed, sample) };
    }
  }

  #noteFailure({ purpose, sample }: Asked, error: ModelError): void {
    if (error instanceof NothingRecorded) return;
    this.#append({ type: "model-failed", problem: this.#problem, purpose, sample, message: error.message });
    // A request for several samples fails once.
    if (error !== this.#lastFailure) this.#failuresInARow++;
    this.#lastFailure = error;
  }

  #keep({ purpose, sample, prompt, subtask, round }: Asked, answer: Answer): void {
    const { log } = this.#deps;
    const { inputTokens, cachedInputTokens, outputTokens, reasoningTokens } = answer.usage;
    this.#budgetOf({ subtask }).spend({ ...answer.usage, isFromCache: answer.isFromCache });
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

/** A prime, larger than the number of samples: runs with seeds side by side ask nothing twice. */
const STRIDE = 100_801;

/** What a server is asked to draw by, within what all of them take. */
function requestSeed(seed: number, sample: number): number {
  return (seed * STRIDE + sample) % 2 ** 31;
}
