import { JudgeError, messageOf } from "../domain/errors.ts";
import type { Language } from "../domain/language.ts";
import type { PublicProblem } from "../domain/problem.ts";
import { compileKey } from "../judge/compile-program.ts";
import { runAll } from "../judge/stop-rule.ts";
import { testProgram } from "../judge/test-program.ts";
import type { PoolEvent } from "../run-log/event.ts";
import type { Asked, Said } from "./asker.ts";
import { extractCode } from "./extract-code.ts";
import type { SolverDeps } from "./fill-candidate-pool.ts";
import type { PoolState } from "./pool-state.ts";

/** Who a program in an answer becomes. */
export interface NewCandidate {
  readonly id: string;
  readonly purpose: "candidate" | "repair";
  readonly repairOf?: string;
}

/** Takes programs out of answers and tries each on the problem's samples, beside what else goes on. */
export class CandidateIntake {
  readonly #problem: PublicProblem;
  readonly #language: Language;
  readonly #state: PoolState;
  readonly #deps: SolverDeps;
  readonly #firstWithProgram = new Map<string, string>();
  /** Aborted with our judge's first failure: there is no use then in asking for more, or in trying the others. */
  readonly #judgeFailed = new AbortController();
  #tests: Promise<void>[] = [];

  constructor(problem: PublicProblem, language: Language, state: PoolState, deps: SolverDeps) {
    this.#problem = problem;
    this.#language = language;
    this.#state = state;
    this.#deps = deps;
    for (const candidate of state.candidates.values()) {
      if (candidate.sameAs) continue;
      this.#firstWithProgram.set(this.#keyOf(candidate.language, deps.readText(candidate.source)), candidate.id);
      if (!state.tested.has(candidate.id)) this.#tests.push(this.#test(candidate.id));
    }
  }

  get hasJudgeFailed(): boolean {
    return this.#judgeFailed.signal.aborted;
  }

  /** Does the work, and waits until all that it took in is tried. */
  async during(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } finally {
      await Promise.allSettled(this.#tests);
    }
    await Promise.all(this.#tests);
    this.#tests = [];
  }

  /** One with a program that we have already is known, and not tried again. */
  take(answer: Said, { sample, subtask, round }: Asked, { id, purpose, repairOf }: NewCandidate): void {
    const question = { problem: this.#problem.id, purpose, sample };
    const extracted = extractCode(answer.text, this.#language, answer.finishReason);
    if (extracted.kind === "unusable") {
      this.#append({ type: "answer-unusable", ...question, reason: extracted.reason });
      return;
    }
    const { language, source } = extracted;
    const key = this.#keyOf(language, source);
    const first = this.#firstWithProgram.get(key);
    if (!first) this.#firstWithProgram.set(key, id);
    this.#append({
      type: "candidate-extracted",
      ...question,
      ...{ candidate: id, language, source: this.#deps.log.keep(source), round },
      ...(first ? { sameAs: first } : {}),
      ...(subtask === undefined ? {} : { subtask }),
      ...(repairOf === undefined ? {} : { repairOf }),
    });
    if (!first) this.#tests.push(this.#test(id));
  }

  async #test(candidate: string): Promise<void> {
    const { readText, log } = this.#deps;
    const signals = [this.#judgeFailed.signal, ...(this.#deps.signal ? [this.#deps.signal] : [])];
    const judge = { ...this.#deps.judge, signal: AbortSignal.any(signals) };
    const found = this.#state.candidates.get(candidate);
    if (!found) throw new Error(`no candidate ${candidate}`);
    const program = { language: found.language, source: readText(found.source) };
    try {
      const { compile, testcases } = await testProgram(
        this.#problem,
        program,
        { testcases: this.#problem.samples, stop: runAll },
        judge,
      );
      this.#append({
        type: "candidate-tested",
        problem: this.#problem.id,
        ...{ candidate, compile, samples: [...testcases] },
      });
    } catch (error) {
      if (error instanceof JudgeError && !this.hasJudgeFailed) {
        log.append({
          type: "judge-failed",
          problem: this.#problem.id,
          ...{ program: candidate, during: "samples", message: messageOf(error) },
        });
        this.#judgeFailed.abort(error);
      }
      throw error;
    }
  }

  #append(event: PoolEvent): void {
    this.#deps.log.append(event);
    this.#state.apply(event);
  }

  #keyOf(language: Language, source: string): string {
    return compileKey({ language, source }, this.#deps.judge.imageId, this.#problem.support);
  }
}
