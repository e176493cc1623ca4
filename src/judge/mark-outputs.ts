import type { Comparison } from "../domain/comparison.ts";
import { NOT_RUN } from "../domain/output-mark.ts";
import type { Testcase } from "../domain/problem.ts";
import type { Program } from "../domain/program.ts";
import type { Slot } from "../sandbox/sandbox.ts";
import { failureOf } from "./classify-run.ts";
import { compileProgram } from "./compile-program.ts";
import { limitsInLanguage } from "./language/time-factor.ts";
import { OutputMark } from "./output-mark.ts";
import { type JudgedProblem, openRunBox, runSubmission } from "./run-submission.ts";
import type { JudgeDeps } from "./test-program.ts";

/** What a program did with inputs whose answers nobody knows. */
export interface MarkedOutputs {
  /** For each input a short hash of what it printed, the verdict that it ended with before anybody looked, or `NOT_RUN`. */
  readonly marks: readonly string[];
  readonly cpuMs: number;
}

const LOOK_AHEAD = 64;
/** A program that runs out of time on each of the first so many is not run on the others: there may be hundreds. */
const GIVEN_UP_AFTER = 8;

const PLAIN: Comparison = {
  ...{ caseSensitive: true, spaceSensitive: false, absoluteTolerance: undefined, relativeTolerance: undefined },
};

/** Outputs alone say something of a program where it talks to nobody. */
export function hasComparableOutputs({ task }: Pick<JudgedProblem, "task">): boolean {
  return task.kind === "batch" || task.kind === "answers";
}

/** Runs a program that compiles on inputs, in a slot of its own. */
export async function markOutputs(
  asked: JudgedProblem,
  program: Program,
  inputs: readonly Pick<Testcase, "input">[],
  deps: JudgeDeps,
): Promise<MarkedOutputs> {
  const problem = { ...asked, limits: limitsInLanguage(asked.limits, program.language, deps.timeFactors) };
  return deps.sandbox.withSlot(async (slot) => {
    const run = await openRuns(slot, program, problem, deps);
    const marks: string[] = [];
    let cpuMs = 0;
    const isHopeless = () => marks.length === GIVEN_UP_AFTER && marks.every((mark) => mark === "TLE");
    while (marks.length < inputs.length && !isHopeless()) {
      const size = marks.length === 0 ? GIVEN_UP_AFTER : LOOK_AHEAD;
      const next = inputs.slice(marks.length, marks.length + size);
      for (const one of await Promise.all(next.map(({ input }) => run(input)))) {
        marks.push(one.mark);
        cpuMs += one.cpuMs;
      }
    }
    return { marks: inputs.map((_, place) => marks[place] ?? NOT_RUN), cpuMs };
  }, deps);
}

async function openRuns(slot: Slot, program: Program, problem: JudgedProblem, deps: JudgeDeps) {
  const compiled = await compileProgram(slot, program, problem, deps);
  if (compiled.kind === "error") throw new Error(`a program that had compiled does not: ${compiled.log}`);
  const box = await openRunBox(slot, { program, artifact: compiled.artifact }, problem);
  return async (file: Testcase["input"]): Promise<{ mark: string; cpuMs: number }> => {
    const mark = new OutputMark(comparisonOf(problem));
    const onStdout = (chunk: Uint8Array) => mark.take(chunk);
    const facts = await runSubmission(box, program, problem.limits, {
      ...{ stdin: { kind: "file", file }, args: [], onStdout },
    });
    if (!facts) throw new Error("a run was cancelled that nobody cancelled");
    return { mark: failureOf(facts, problem.limits)?.verdict ?? mark.end(), cpuMs: facts.cpuMs };
  };
}

function comparisonOf({ task }: JudgedProblem): Comparison {
  const checker = task.kind === "batch" || task.kind === "answers" ? task.checker : undefined;
  return checker?.kind === "default" ? checker.comparison : PLAIN;
}
