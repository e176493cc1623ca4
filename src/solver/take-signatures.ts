import { forEachConcurrently } from "../domain/concurrently.ts";
import { JudgeError, messageOf } from "../domain/errors.ts";
import { isOutputMark } from "../domain/output-mark.ts";
import type { DataFile, PublicProblem } from "../domain/problem.ts";
import type { Program } from "../domain/program.ts";
import { type MarkedOutputs, markOutputs } from "../judge/mark-outputs.ts";
import { runAll } from "../judge/stop-rule.ts";
import { testProgram } from "../judge/test-program.ts";
import type { PoolEvent } from "../run-log/event.ts";
import type { TestDeps } from "./make-tests.ts";
import type { PoolState } from "./pool-state.ts";

/** Brute forces are slow: they are asked about small inputs alone. */
const SMALL_INPUT_BYTES = 400;
const AGREEING = 2;

/** Runs every candidate that compiles on every kept input, and the brute forces on the small ones. */
export async function takeSignatures(problem: PublicProblem, state: PoolState, deps: TestDeps): Promise<void> {
  const inputs = await keptInputsOf(state, deps);
  if (inputs.length === 0) return;
  const taker = new SignatureTaker(problem, state, deps);
  await taker.agreeOnOutputs(inputs);
  const waiting = [...state.tested.values()].filter(
    ({ candidate, compile }) => compile.ok && !state.signatures.has(candidate),
  );
  await forEachConcurrently(waiting, deps.judge.sandbox.slotCount, ({ candidate }) => taker.take(candidate, inputs));
}

export interface KeptInput {
  readonly id: string;
  readonly input: DataFile;
}

/** The kept inputs as files: those of an earlier part of the run come back from its file. */
export async function keptInputsOf(state: PoolState, { inputFolder, readText }: TestDeps): Promise<KeptInput[]> {
  const files: KeptInput[] = [];
  for (const id of state.keptInputs ?? []) {
    const generated = state.inputs.get(id);
    if (!generated) throw new Error(`input ${id} was kept, but never made`);
    files.push({ id, input: await inputFolder.keep(readText(generated.sha256)) });
  }
  return files;
}

class SignatureTaker {
  readonly #problem: PublicProblem;
  readonly #state: PoolState;
  readonly #deps: TestDeps;

  constructor(problem: PublicProblem, state: PoolState, deps: TestDeps) {
    this.#problem = problem;
    this.#state = state;
    this.#deps = deps;
  }

  async take(candidate: string, inputs: readonly KeptInput[]): Promise<void> {
    const found = this.#state.candidates.get(candidate);
    if (!found) throw new Error(`no candidate ${candidate}`);
    const program = { language: found.language, source: this.#deps.readText(found.source) };
    const { marks, cpuMs } = await this.#mark(candidate, program, inputs);
    this.#append({
      type: "signature-taken",
      ...{ problem: this.#problem.id, candidate, outputs: [...marks], cpuMs },
    });
  }

  /** The output that most brute forces print for a small input, where at least two do and no other has as many. */
  async agreeOnOutputs(inputs: readonly KeptInput[]): Promise<void> {
    const small = inputs.filter(
      ({ id, input }) => input.bytes <= SMALL_INPUT_BYTES && !this.#state.agreedOutputs.has(id),
    );
    const programs = [...this.#state.testPrograms.values()].filter(({ kind }) => kind === "brute-force");
    if (small.length === 0 || programs.length < AGREEING) return;
    const votes = small.map(() => new Map<string, string[]>());
    for (const { program: id, language, source } of programs) {
      const program = { language, source: this.#deps.readText(source) };
      if (this.#state.failedTestPrograms.has(id) || !(await this.#passesSamples(id, program))) continue;
      const { marks } = await this.#mark(id, program, small);
      for (const [index, mark] of marks.entries()) {
        const own = votes[index];
        if (own && isOutputMark(mark)) own.set(mark, [...(own.get(mark) ?? []), id]);
      }
    }
    for (const [index, { id }] of small.entries()) {
      const [first, second] = [...(votes[index] ?? [])].sort(([, a], [, b]) => b.length - a.length);
      if (!first || first[1].length < AGREEING || second?.[1].length === first[1].length) continue;
      const [output, agreeing] = first;
      this.#append({ type: "output-agreed", problem: this.#problem.id, input: id, output, programs: agreeing });
    }
  }

  async #passesSamples(id: string, program: Program): Promise<boolean> {
    const request = { testcases: this.#problem.samples, stop: runAll };
    const { compile, testcases } = await this.#guard(id, () =>
      testProgram(this.#problem, program, request, this.#judge),
    );
    const isRight = compile.ok && testcases.every(({ verdict }) => verdict === "AC");
    const reason = compile.ok ? "fails a sample" : "does not compile";
    if (!isRight) this.#append({ type: "test-program-failed", problem: this.#problem.id, program: id, reason });
    return isRight;
  }

  #mark(id: string, program: Program, inputs: readonly KeptInput[]): Promise<MarkedOutputs> {
    return this.#guard(id, () => markOutputs(this.#problem, program, inputs, this.#judge));
  }

  async #guard<T>(program: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof JudgeError) {
        const event = { problem: this.#problem.id, program, message: messageOf(error) };
        this.#deps.log.append({ type: "judge-failed", during: "tests", ...event });
      }
      throw error;
    }
  }

  get #judge() {
    return { ...this.#deps.judge, signal: this.#deps.signal };
  }

  #append(event: PoolEvent): void {
    this.#deps.log.append(event);
    this.#state.apply(event);
  }
}
