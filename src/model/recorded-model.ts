import { ModelError } from "../domain/errors.ts";
import type { Answer, LanguageModel, Question } from "./language-model.ts";

/** Answers that were given before, in their order. */
export class RecordedModel implements LanguageModel {
  readonly label: string;
  readonly isRecorded = true;
  readonly baseUrl = undefined;
  readonly answerCount: number;
  readonly #answers: readonly Answer[];

  constructor(label: string, answers: readonly Answer[]) {
    this.label = label;
    this.answerCount = answers.length;
    this.#answers = answers;
  }

  async ask({ sample }: Question, signal?: AbortSignal): Promise<Answer> {
    signal?.throwIfAborted();
    const answer = this.#answers[sample];
    if (!answer)
      throw new ModelError(`${this.label} has ${this.answerCount} answers, asked was for number ${sample + 1}`);
    return answer;
  }
}
