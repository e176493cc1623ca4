import { nextOf } from "../ask-all.ts";
import type { Question } from "../language-model.ts";

/** Questions in the groups that one request can ask: samples of the same prompt. They are taken no sooner than needed. */
export class Groups {
  readonly #waiting: Iterator<Question>;
  readonly #size: number;
  readonly #givenBack: Question[] = [];
  #ahead: Question | undefined;

  constructor(questions: Iterable<Question>, size: number) {
    this.#waiting = questions[Symbol.iterator]();
    this.#size = size;
  }

  take(): Question[] | undefined {
    const again = this.#givenBack.shift();
    if (again) return [again];
    const first = this.#next();
    if (!first) return undefined;
    const group = [first];
    while (group.length < this.#size) {
      const next = this.#next();
      if (!next) break;
      if (next.prompt !== first.prompt || next.system !== first.system) {
        this.#ahead = next;
        break;
      }
      group.push(next);
    }
    return group;
  }

  /** To be asked again, one by one. */
  giveBack(questions: readonly Question[]): void {
    this.#givenBack.push(...questions);
  }

  #next(): Question | undefined {
    const next = this.#ahead ?? nextOf(this.#waiting);
    this.#ahead = undefined;
    return next;
  }
}
