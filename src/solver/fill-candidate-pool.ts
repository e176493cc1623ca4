import { forEachConcurrently } from "../domain/concurrently.ts";
import { JudgeError, ModelError, messageOf } from "../domain/errors.ts";
import type { Language } from "../domain/language.ts";
import type { PublicProblem } from "../domain/problem.ts";
import { compileKey } from "../judge/compile-program.ts";
import { runAll } from "../judge/stop-rule.ts";
import { type JudgeDeps, testProgram } from "../judge/test-program.ts";
import { type Answer, costUsd, type LanguageModel, type Price } from "../model/language-model.ts";
import type { RunEvent } from "../run-log/event.ts";
import type { RunLog } from "../run-log/run-log.ts";
import { extractCode } from "./extract-code.ts";
import type { PoolState } from "./pool-state.ts";
import { writePrompt } from "./write-prompt.ts";

export interface SampleSettings {
  readonly samples: number;
  readonly language: Language;
  readonly seed: number;
  /** Model requests under way at a time. */
  readonly concurrency: number;
  readonly budgetTokens: number | undefined;
  readonly budgetUsd: number | undefined;
  readonly price: Price | undefined;
}

export interface SolverDeps {
  readonly model: LanguageModel;
  readonly judge: JudgeDeps;
  readonly log: RunLog;
  /** Reads back a text that an earlier, interrupted part of the run has kept. */
  readonly readText: (sha256: string) => string;
  readonly signal?: AbortSignal | undefined;
}

/** So many failures in a row mean that the model is not there, rather than a bad moment. */
const FAILURES_TO_GIVE_UP = 5;

/** Asks for samples until there are enough or the budget is spent; tries every program on the problem's samples. */
export async function fillCandidatePool(
  problem: PublicProblem,
  settings: SampleSettings,
  state: PoolState,
  deps: SolverDeps,
): Promise<void> {
  const pool = new PoolFiller(problem, settings, state, deps);
  await pool.fill();
}

class PoolFiller {
  readonly #problem: PublicProblem;
  readonly #settings: SampleSettings;
  readonly #state: PoolState;
  readonly #deps: SolverDeps;
  readonly #firstWithProgram = new Map<string, string>();
  #failuresInARow = 0;
  /** Aborted with our judge's first failure: there is no use then in asking for more, or in trying the others. */
  readonly #judgeFailed = new AbortController();

  constructor(problem: PublicProblem, settings: SampleSettings, state: PoolState, deps: SolverDeps) {
    this.#problem = problem;
    this.#settings = settings;
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
    try {
      await forEachConcurrently(this.#samplesToDo(), this.#settings.concurrency, async (sample) => {
        const answer = await this.#answerOf(sample, prompt);
        const candidate = answer && this.#extract(sample, answer);
        if (candidate) tests.push(this.#test(candidate));
      });
    } finally {
      await Promise.allSettled(tests);
    }
    await Promise.all(tests);
  }

  /** Checked before each question: an answer that is under way may still take us a little over the budget. */
  *#samplesToDo(): Generator<number> {
    for (let sample = 0; sample < this.#settings.samples; sample++) {
      if (this.#state.readSamples.has(sample)) continue;
      if (this.#judgeFailed.signal.aborted || (!this.#state.answers.has(sample) && this.#isBudgetSpent())) return;
      yield sample;
    }
  }

  #isBudgetSpent(): boolean {
    const { budgetTokens, budgetUsd, price } = this.#settings;
    const { inputTokens, outputTokens } = this.#state;
    if (budgetTokens !== undefined && inputTokens + outputTokens >= budgetTokens) return true;
    const spentUsd = costUsd({ inputTokens, outputTokens, reasoningTokens: undefined }, price);
    return budgetUsd !== undefined && spentUsd !== undefined && spentUsd >= budgetUsd;
  }

  #leftUntested(): string[] {
    return [...this.#state.candidates.values()]
      .filter(({ id, sameAs }) => !sameAs && !this.#state.tested.has(id))
      .map(({ id }) => id);
  }

  async #answerOf(sample: number, prompt: string): Promise<Pick<Answer, "text" | "finishReason"> | undefined> {
    const { model, signal, readText } = this.#deps;
    const known = this.#state.answers.get(sample);
    if (known) return { text: readText(known.answer), finishReason: known.finishReason };
    try {
      const answer = await model.ask({ prompt, sample, seed: this.#settings.seed + sample }, signal);
      this.#failuresInARow = 0;
      this.#logAnswer(sample, answer);
      return answer;
    } catch (error) {
      if (!(error instanceof ModelError)) throw error;
      this.#append({ type: "model-failed", sample, message: error.message });
      if (++this.#failuresInARow >= Math.min(FAILURES_TO_GIVE_UP, this.#settings.samples)) throw error;
      return undefined;
    }
  }

  #logAnswer(sample: number, answer: Answer): void {
    const { inputTokens, outputTokens, reasoningTokens } = answer.usage;
    this.#append({
      type: "model-answered",
      sample,
      answer: this.#deps.log.keep(answer.text),
      ...(answer.reasoning === undefined ? {} : { reasoning: this.#deps.log.keep(answer.reasoning) }),
      finishReason: answer.finishReason,
      ...(inputTokens === undefined ? {} : { inputTokens }),
      ...(outputTokens === undefined ? {} : { outputTokens }),
      ...(reasoningTokens === undefined ? {} : { reasoningTokens }),
      wallMs: answer.wallMs,
    });
  }

  /** The new candidate's id, where it has to be tried: one with a program that we have already is known. */
  #extract(sample: number, answer: Pick<Answer, "text" | "finishReason">): string | undefined {
    const extracted = extractCode(answer.text, this.#settings.language);
    if (extracted.kind === "unusable") {
      const reason = answer.finishReason === "length" ? `${extracted.reason}, at the token limit` : extracted.reason;
      this.#append({ type: "answer-unusable", sample, reason });
      return undefined;
    }
    const candidate = `c${String(sample + 1).padStart(4, "0")}`;
    const { language, source } = extracted;
    const key = this.#keyOf(language, source);
    const first = this.#firstWithProgram.get(key);
    if (!first) this.#firstWithProgram.set(key, candidate);
    this.#append({
      type: "candidate-extracted",
      ...{ candidate, sample, language, source: this.#deps.log.keep(source) },
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
      this.#append({ type: "candidate-tested", candidate, compile, samples: [...testcases] });
    } catch (error) {
      if (error instanceof JudgeError && !this.#judgeFailed.signal.aborted) {
        log.append({ type: "judge-failed", candidate, during: "samples", message: messageOf(error) });
        this.#judgeFailed.abort(error);
      }
      throw error;
    }
  }

  #append(event: RunEvent): void {
    this.#deps.log.append(event);
    this.#state.apply(event);
  }

  #keyOf(language: Language, source: string): string {
    return compileKey({ language, source }, this.#deps.judge.imageId, this.#problem.support);
  }
}
