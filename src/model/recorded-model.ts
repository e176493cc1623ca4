import type { Purpose } from "../domain/purpose.ts";
import { type Answer, type LanguageModel, NothingRecorded, purposeOf, type Question } from "./language-model.ts";

/** Answers by purpose, in the order of their samples. */
export type Recording = Readonly<Partial<Record<Purpose, readonly Answer[]>>>;

/** Answers that were given before, in their order. */
export class RecordedModel implements LanguageModel {
  readonly label: string;
  readonly isRecorded = true;
  readonly baseUrl = undefined;
  readonly answerCount: number;
  readonly #recording: Recording;

  constructor(label: string, recording: Recording) {
    this.label = label;
    this.answerCount = recording.candidate?.length ?? 0;
    this.#recording = recording;
  }

  hasAnswersFor(purpose: Purpose): boolean {
    return (this.#recording[purpose] ?? []).length > 0;
  }

  async ask(question: Question, signal?: AbortSignal): Promise<Answer> {
    signal?.throwIfAborted();
    const purpose = purposeOf(question);
    const answers = this.#recording[purpose] ?? [];
    const answer = answers[question.sample];
    if (!answer)
      throw new NothingRecorded(
        `${this.label} has ${answers.length} ${purpose} answers, asked was for number ${question.sample + 1}`,
      );
    return answer;
  }
}
