import { JudgeError, messageOf } from "../domain/errors.ts";
import type { ToldSubmission } from "../domain/feedback.ts";
import type { Language } from "../domain/language.ts";
import type { PublicProblem } from "../domain/problem.ts";
import { compileKey } from "../judge/compile-program.ts";
import { runAll } from "../judge/stop-rule.ts";
import { type JudgeDeps, testProgram } from "../judge/test-program.ts";
import type { PoolEvent } from "../run-log/event.ts";
import { type Asked, Asker, type AskerDeps, type AskerSettings, type Said } from "./asker.ts";
import { extractCode } from "./extract-code.ts";
import type { PoolState } from "./pool-state.ts";
import { writePrompt } from "./write-prompt.ts";

export interface SampleSettings extends AskerSettings {
  /** For the problem, in all rounds. */
  readonly samples: number;
  readonly language: Language;
}

export interface SolverDeps extends AskerDeps {
  readonly judge: JudgeDeps;
}

/** One of the rounds in which sampling and submitting take turns. */
export interface Round {
  /** From 0. */
  readonly number: number;
  /** How many samples there are to be at its end, those of earlier rounds included. */
  readonly samples: number;
  /** What was submitted before, and what the contest told of it. */
  readonly told: readonly ToldSubmission[];
}

/** The pool as it is when the round begins or goes on. */
export interface PoolInRound {
  readonly round: Round;
  readonly state: PoolState;
}

/** Asks for samples until there are enough or the budget is spent; tries every program on the problem's samples. */
export async function fillCandidatePool(
  problem: PublicProblem,
  settings: SampleSettings,
  at: PoolInRound,
  deps: SolverDeps,
): Promise<void> {
  const pool = new PoolFiller(problem, settings, at, deps);
  await pool.fill();
}

class PoolFiller {
  readonly #problem: PublicProblem;
  readonly #settings: SampleSettings;
  readonly #round: Round;
  readonly #state: PoolState;
  readonly #deps: SolverDeps;
  readonly #firstWithProgram = new Map<string, string>();
  /** Aborted with our judge's first failure: there is no use then in asking for more, or in trying the others. */
  readonly #judgeFailed = new AbortController();

  constructor(problem: PublicProblem, settings: SampleSettings, { round, state }: PoolInRound, deps: SolverDeps) {
    this.#problem = problem;
    this.#settings = settings;
    this.#round = round;
    this.#state = state;
    this.#deps = deps;
    for (const candidate of state.candidates.values()) {
      if (!candidate.sameAs)
        this.#firstWithProgram.set(this.#keyOf(candidate.language, deps.readText(candidate.source)), candidate.id);
    }
  }

  async fill(): Promise<void> {
    const prompt = await writePrompt(this.#problem, this.#settings.language);
    const tests: Promise<void>[] = this.#leftUntested().map((id) => this.#test(id));
    const asker = new Asker(this.#problem.id, this.#settings, this.#state, this.#deps);
    const read = (said: Said, { sample }: Asked) => {
      const candidate = this.#extract(sample, said);
      if (candidate) tests.push(this.#test(candidate));
    };
    try {
      await asker.askEach(this.#questions(prompt), read, () => this.#judgeFailed.signal.aborted);
    } finally {
      await Promise.allSettled(tests);
    }
    await Promise.all(tests);
  }

  /** Samples that are there, but were not read, are among them. */
  #questions(prompt: string): Asked[] {
    const samples = Array.from({ length: this.#round.samples }, (_, sample) => sample);
    return samples
      .filter((sample) => !this.#state.isRead("candidate", sample))
      .map((sample) => ({ purpose: "candidate", sample, prompt, subtask: undefined, round: this.#round.number }));
  }

  #question(sample: number) {
    return { problem: this.#problem.id, purpose: "candidate", sample } as const;
  }

  #leftUntested(): string[] {
    return [...this.#state.candidates.values()]
      .filter(({ id, sameAs }) => !sameAs && !this.#state.tested.has(id))
      .map(({ id }) => id);
  }

  /** The new candidate's id, where it has to be tried: one with a program that we have already is known. */
  #extract(sample: number, answer: Said): string | undefined {
    const extracted = extractCode(answer.text, this.#settings.language);
    if (extracted.kind === "unusable") {
      const reason = answer.finishReason === "length" ? `${extracted.reason}, at the token limit` : extracted.reason;
      this.#append({ type: "answer-unusable", ...this.#question(sample), reason });
      return undefined;
    }
    const candidate = `c${String(sample + 1).padStart(4, "0")}`;
    const { language, source } = extracted;
    const key = this.#keyOf(language, source);
    const first = this.#firstWithProgram.get(key);
    if (!first) this.#firstWithProgram.set(key, candidate);
    this.#append({
      type: "candidate-extracted",
      ...this.#question(sample),
      ...{ candidate, language, source: this.#deps.log.keep(source), round: this.#round.number },
      ...(first ? { sameAs: first } : {}),
    });
    return first ? undefined : candidate;
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
      if (error instanceof JudgeError && !this.#judgeFailed.signal.aborted) {
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
