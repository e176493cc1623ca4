import { ModelError } from "../domain/errors.ts";
import { inParallel } from "./in-parallel.ts";
import type { AskOptions, LanguageModel, Question, Reply } from "./language-model.ts";

/**
 * Asks all questions as the model does it best. Every question has one reply, as soon as it is there. Questions are
 * taken as there is room for them: who has spent enough gives no more.
 */
export function askAll(model: LanguageModel, questions: Iterable<Question>, options: AskOptions): AsyncIterable<Reply> {
  return model.askMany?.(questions, options) ?? askOneByOne(model, questions, options);
}

function askOneByOne(model: LanguageModel, questions: Iterable<Question>, options: AskOptions): AsyncIterable<Reply> {
  const waiting = questions[Symbol.iterator]();
  const take = () => nextOf(waiting);
  const ask = (question: Question, signal: AbortSignal) => replyTo(question, model.ask(question, signal));
  return inParallel(take, options.concurrency, ask, options.signal);
}

export async function replyTo(question: Question, answering: ReturnType<LanguageModel["ask"]>): Promise<Reply> {
  try {
    return { kind: "answer", question, answer: await answering };
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    return { kind: "failure", question, error };
  }
}

export function nextOf<T>(iterator: Iterator<T>): T | undefined {
  const next = iterator.next();
  return next.done ? undefined : next.value;
}
