import type OpenAI from "openai";
import { ModelError, messageOf } from "../../domain/errors.ts";
import { inParallel } from "../in-parallel.ts";
import type { Answer, AskOptions, LanguageModel, Question, Reply } from "../language-model.ts";
import { TokenEstimate } from "../token-estimate.ts";
import { answersOf } from "./answers-of.ts";
import { openPatientClient, tryOnce } from "./connection.ts";
import { Groups } from "./groups.ts";
import type { Protocol } from "./protocol.ts";
import { PROTOCOLS } from "./protocols.ts";
import { RequestLimiter } from "./request-limiter.ts";
import { withRetries } from "./retry.ts";
import type { OpenAiSettings } from "./settings.ts";

/** Any server that speaks OpenAI's API, asked one request at a time for one answer or several. */
export class OpenAiModel implements LanguageModel {
  readonly label: string;
  readonly isRecorded = false;
  readonly baseUrl: string;
  readonly answerCount = undefined;
  readonly #settings: OpenAiSettings;
  readonly #protocol: Protocol;
  readonly #client: OpenAI;
  readonly #limiter: RequestLimiter;
  readonly #estimate = new TokenEstimate();
  #toldOfFewer = false;

  constructor(settings: OpenAiSettings) {
    this.label = `openai:${settings.name}`;
    this.#settings = settings;
    this.#protocol = PROTOCOLS[settings.api];
    this.#client = openPatientClient(settings);
    this.#limiter = new RequestLimiter(settings);
    this.baseUrl = this.#client.baseURL;
  }

  async ask(question: Question, signal?: AbortSignal): Promise<Answer> {
    const [answer] = await this.#answersTo(question, 1, signal);
    if (!answer) throw new ModelError(`${this.#where} gave no answer: no choice`);
    return answer;
  }

  /** Samples of the same prompt go into one request, as many as the settings say; what a server leaves out is asked for again. */
  askMany(questions: Iterable<Question>, { concurrency, signal }: AskOptions): AsyncIterable<Reply> {
    const groups = new Groups(questions, this.#settings.samplesPerRequest);
    const work = (group: readonly Question[], signal: AbortSignal) => this.#repliesTo(group, groups, signal);
    return flattened(inParallel(() => groups.take(), concurrency, work, signal));
  }

  async #repliesTo(group: readonly Question[], groups: Groups, signal: AbortSignal): Promise<Reply[]> {
    const [first] = group;
    if (!first) return [];
    try {
      const answers = await this.#answersTo(first, group.length, signal);
      groups.giveBack(group.slice(answers.length));
      if (answers.length < group.length) this.#tellOfFewer(answers.length, group.length);
      return group.flatMap((question, index) => {
        const answer = answers[index];
        return answer ? [{ kind: "answer", question, answer } as const] : [];
      });
    } catch (error) {
      if (!(error instanceof ModelError)) throw error;
      return group.map((question) => ({ kind: "failure", question, error }));
    }
  }

  async #answersTo(question: Question, samples: number, signal: AbortSignal | undefined): Promise<Answer[]> {
    using _place = await this.#limiter.place(signal);
    try {
      return await withRetries(() => this.#try(question, samples, signal), this.#settings, this.#limiter, signal);
    } catch (error) {
      signal?.throwIfAborted();
      throw new ModelError(`${this.#where} gave no answer: ${messageOf(error)}`, { cause: error });
    }
  }

  async #try(question: Question, samples: number, signal: AbortSignal | undefined): Promise<Answer[]> {
    const guessed = this.#estimate.of(question, samples);
    const correct = await this.#limiter.admit(guessed, signal);
    const begin = performance.now();
    const context = { settings: this.#settings, signal };
    const document = await tryOnce(this.#client, this.#protocol, { question, samples }, context);
    const completion = this.#protocol.read(document);
    correct(this.#estimate.learn(completion.usage, completion.choices.length, guessed));
    return answersOf(completion, performance.now() - begin, samples);
  }

  #tellOfFewer(given: number, asked: number): void {
    if (this.#toldOfFewer) return;
    this.#toldOfFewer = true;
    this.#settings.onNote(
      `${this.#where} gave ${given} of ${asked} answers to one request: the others are asked for one by one`,
    );
  }

  get #where(): string {
    return `${this.label} at ${this.baseUrl}`;
  }
}

async function* flattened<T>(lists: AsyncIterable<readonly T[]>): AsyncGenerator<T> {
  for await (const list of lists) yield* list;
}
