import { type AnswerCache, answerKey } from "./answer-cache.ts";
import { askAll } from "./ask-all.ts";
import type { Answer, AskOptions, LanguageModel, Question, Reply } from "./language-model.ts";

/** A model that is asked only what the cache does not know. */
export class CachedModel implements LanguageModel {
  readonly label: string;
  readonly isRecorded: boolean;
  readonly baseUrl: string | undefined;
  readonly answerCount: number | undefined;
  readonly #model: LanguageModel;
  readonly #cache: AnswerCache;
  readonly #identity: string;

  /** `identity`: all that an answer depends on beside the question. */
  constructor(model: LanguageModel, cache: AnswerCache, identity: string) {
    this.label = model.label;
    this.isRecorded = model.isRecorded;
    this.baseUrl = model.baseUrl;
    this.answerCount = model.answerCount;
    this.#model = model;
    this.#cache = cache;
    this.#identity = identity;
  }

  async ask(question: Question, signal?: AbortSignal): Promise<Answer> {
    signal?.throwIfAborted();
    const known = this.#known(question);
    if (known) return known;
    const answer = await this.#model.ask(question, signal);
    this.#cache.keep(answerKey(this.#identity, question), answer);
    return answer;
  }

  async *askMany(questions: Iterable<Question>, options: AskOptions): AsyncGenerator<Reply> {
    // Questions alone: what is known to thousands of them is read one by one.
    const known: Question[] = [];
    for await (const reply of askAll(this.#model, this.#unknown(questions, known), options)) {
      yield* this.#repliesTo(known);
      if (reply.kind === "answer") this.#cache.keep(answerKey(this.#identity, reply.question), reply.answer);
      yield reply;
    }
    yield* this.#repliesTo(known);
  }

  /** The questions that are left, as they are wanted; those that are known are put aside on the way. */
  *#unknown(questions: Iterable<Question>, known: Question[]): Generator<Question> {
    for (const question of questions) {
      if (this.#cache.has(answerKey(this.#identity, question))) known.push(question);
      else yield question;
    }
  }

  *#repliesTo(known: Question[]): Generator<Reply> {
    for (const question of known.splice(0)) {
      const answer = this.#known(question);
      if (!answer) throw new Error("an answer has gone from the cache");
      yield { kind: "answer", question, answer };
    }
  }

  #known(question: Question): Answer | undefined {
    const answer = this.#cache.get(answerKey(this.#identity, question));
    return answer && { ...answer, isFromCache: true };
  }
}
