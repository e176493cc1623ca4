import { JudgeError, messageOf } from "../domain/errors.ts";
import { mergedSignatures } from "../domain/merged-signatures.ts";
import { isOutputMark } from "../domain/output-mark.ts";
import type { DataFile, PublicProblem, Testcase } from "../domain/problem.ts";
import type { Program } from "../domain/program.ts";
import { collectOutputs } from "../judge/collect-outputs.ts";
import { stopAtFirstFailure } from "../judge/stop-rule.ts";
import { testProgram } from "../judge/test-program.ts";
import type { PoolEvent } from "../run-log/event.ts";
import type { TestDeps } from "./make-tests.ts";
import type { PoolState } from "./pool-state.ts";
import { type KeptInput, keptInputsOf } from "./take-signatures.ts";

/** For a problem, in all its rounds: each is a run of one candidate on all kept inputs. */
const MOST_CHECKS = 200;

/**
 * Where a problem has a checker and few candidates print the same though all pass the samples, there may be several right
 * outputs. Then the clusters are compared by the checker, the largest first, the outputs of one taken for the jury's
 * answers: two are one where each is right by the other on all kept inputs.
 */
export async function crossCheck(problem: PublicProblem, state: PoolState, deps: TestDeps): Promise<void> {
  if (!hasProgramForChecker(problem)) return;
  const passing = [...state.tested.values()]
    .filter(({ candidate, compile, samples }) => {
      return compile.ok && state.signatures.has(candidate) && samples.every(({ verdict }) => verdict === "AC");
    })
    .map(({ candidate }) => candidate)
    .sort();
  const clusters = new Map<string, string[]>();
  const signatures = mergedSignatures(state);
  for (const id of passing) {
    const key = signatures.get(id)?.join() ?? "";
    clusters.set(key, [...(clusters.get(key) ?? []), id]);
  }
  if (clusters.size < 2 || clusters.size * 2 < passing.length) return;
  const bySize = [...clusters.values()].sort((a, b) => b.length - a.length);
  const checker = new CrossChecker(problem, state, deps, await keptInputsOf(state, deps));
  const leaders: string[] = [];
  for (const [first] of bySize) {
    if (first === undefined) continue;
    let isKnown = false;
    for (const leader of leaders) {
      isKnown = (await checker.accepts(first, leader)) && (await checker.accepts(leader, first));
      if (isKnown) break;
    }
    if (!isKnown) leaders.push(first);
  }
}

function hasProgramForChecker({ task }: PublicProblem): boolean {
  if (task.kind === "batch") return task.passes === 1 && task.checker.kind === "program";
  return task.kind === "answers" && task.checker.kind === "program";
}

class CrossChecker {
  readonly #problem: PublicProblem;
  readonly #state: PoolState;
  readonly #deps: TestDeps;
  readonly #inputs: readonly KeptInput[];
  readonly #answers = new Map<string, readonly (DataFile | undefined)[]>();

  constructor(problem: PublicProblem, state: PoolState, deps: TestDeps, inputs: readonly KeptInput[]) {
    this.#problem = problem;
    this.#state = state;
    this.#deps = deps;
    this.#inputs = inputs;
  }

  /** Whether a candidate is right by the answers of another one; no more is found out when enough was. */
  async accepts(candidate: string, against: string): Promise<boolean> {
    const known = this.#state.crossCheck(candidate, against);
    if (known) return known.accepts;
    if (this.#state.crossChecks.size >= MOST_CHECKS) return false;
    const accepts = await this.#check(candidate, against);
    const event: PoolEvent = { type: "outputs-cross-checked", problem: this.#problem.id, candidate, against, accepts };
    this.#deps.log.append(event);
    this.#state.apply(event);
    return accepts;
  }

  async #check(candidate: string, against: string): Promise<boolean> {
    const [marks, others] = [candidate, against].map((id) => this.#state.signatures.get(id)?.outputs ?? []);
    const testcases: Testcase[] = [];
    const answers = await this.#answersOf(against);
    for (const [index, { id, input }] of this.#inputs.entries()) {
      const [mark = "", other = ""] = [marks?.[index], others?.[index]];
      if (mark === other) continue;
      const answer = answers[index];
      // Who ends without an output is alike only who ends in the same way.
      if (!isOutputMark(mark) || !isOutputMark(other) || !answer) return false;
      const { checkerArgs, maxPoints, pointsRequired } = this.#problem.samples[0] ?? {};
      testcases.push({
        ...{ id, kind: "sample", input, answer },
        ...(checkerArgs === undefined ? {} : { checkerArgs }),
        ...(maxPoints === undefined ? {} : { maxPoints }),
        ...(pointsRequired === undefined ? {} : { pointsRequired }),
      });
    }
    const tested = await this.#guard(candidate, () =>
      testProgram(this.#problem, this.#programOf(candidate), { testcases, stop: stopAtFirstFailure }, this.#judge),
    );
    // What the checker cannot judge by such an answer is not accepted by it.
    return tested.testcases.length === testcases.length && tested.testcases.every(({ verdict }) => verdict === "AC");
  }

  async #answersOf(id: string): Promise<readonly (DataFile | undefined)[]> {
    const known = this.#answers.get(id);
    if (known) return known;
    const outputs = await this.#guard(id, () =>
      collectOutputs(this.#problem, this.#programOf(id), this.#inputs, this.#judge),
    );
    const files: (DataFile | undefined)[] = [];
    for (const output of outputs)
      files.push(output === undefined ? undefined : await this.#deps.inputFolder.keep(output));
    this.#answers.set(id, files);
    return files;
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

  #programOf(id: string): Program {
    const found = this.#state.candidates.get(id);
    if (!found) throw new Error(`no candidate ${id}`);
    return { language: found.language, source: this.#deps.readText(found.source) };
  }

  get #judge() {
    return { ...this.#deps.judge, signal: this.#deps.signal };
  }
}
