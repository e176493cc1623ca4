import type { Question, Usage } from "./language-model.ts";

const CHARACTERS_PER_TOKEN = 4;
/** Of a question or of an answer, before there was one. */
const FIRST_GUESS_TOKENS = 1_000;

/** How many tokens a request will take, from its length and from the answers so far: for limits, not for costs. */
export class TokenEstimate {
  #answers = 0;
  #outputTokens = 0;
  #inputs = 0;
  #inputTokens = 0;

  of({ prompt, system = "" }: Question, samples: number): number {
    return this.ofInput(prompt + system) + Math.ceil(samples * this.ofOutput());
  }

  ofInput(text: string): number {
    return Math.ceil(text.length / CHARACTERS_PER_TOKEN);
  }

  /** Of one answer, those so far taken together. */
  ofOutput(): number {
    return this.#answers === 0 ? FIRST_GUESS_TOKENS : this.#outputTokens / this.#answers;
  }

  /** Of one question, those so far taken together: for one whose text nobody has. */
  ofAnyInput(): number {
    return this.#inputs === 0 ? FIRST_GUESS_TOKENS : this.#inputTokens / this.#inputs;
  }

  /** What a request has taken: as far as the server has counted it, and as guessed where not. */
  learn({ inputTokens, outputTokens }: Usage, answers: number, guessed: number): number {
    if (inputTokens !== undefined) {
      this.#inputs++;
      this.#inputTokens += inputTokens;
    }
    if (outputTokens === undefined) return guessed;
    this.#answers += answers;
    this.#outputTokens += outputTokens;
    return (inputTokens ?? 0) + outputTokens;
  }
}
