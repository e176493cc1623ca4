import { PackageError } from "../domain/errors.ts";
import type { Problem, Testcase } from "../domain/problem.ts";
import type { Program } from "../domain/program.ts";
import { sha256Of } from "../domain/sha256.ts";
import type { Difference } from "../domain/test-strength.ts";
import { outputOfSolution } from "../judge/output-of-solution.ts";
import type { PrepareDeps } from "../judge/prepare-problem.ts";
import { runAll, type StopRule } from "../judge/stop-rule.ts";
import { testProgram } from "../judge/test-program.ts";

/** On small inputs nothing takes long. */
const LONGEST_MS = 1000;

/** Inputs with what a program answers to them: it is right on each by its own answers. */
export async function answeredBy(
  origin: Program,
  path: string,
  { problem, inputs }: { readonly problem: Problem; readonly inputs: readonly Testcase[] },
  deps: PrepareDeps,
): Promise<Testcase[]> {
  const answered = await deps.sandbox.withSlot(async (slot) => {
    const output = await outputOfSolution(slot, { ...origin, path }, problem, deps);
    const testcases: Testcase[] = [];
    for (const testcase of inputs) {
      const name = `${testcase.id}.${sha256Of(origin.source).slice(0, 16)}.ans`;
      const known = await deps.prepared.file(problem.packageHash, name);
      const made = known ? undefined : await output(testcase, testcase.input).catch(unanswered);
      if (!known && !made) continue;
      const answer = known ?? (made && (await deps.prepared.keepFile(problem.packageHash, name, made)));
      if (answer) testcases.push({ ...testcase, answer });
    }
    return testcases;
  }, deps);
  const { testcases } = await testProgram(timed(problem), origin, { testcases: answered, stop: runAll }, deps);
  const right = new Set(testcases.filter(({ verdict }) => verdict === "AC").map(({ id }) => id));
  return answered.filter(({ id }) => right.has(id));
}

/** Where a program does something else than the one whose answers these are; not run on after `enough` of it. */
export async function differenceOf(
  mutant: Program,
  answered: readonly Testcase[],
  { problem, enough }: { readonly problem: Problem; readonly enough: number },
  deps: PrepareDeps,
): Promise<Difference> {
  const stop: StopRule = (judged) => {
    const isEnough = judged.filter(({ verdict }) => verdict !== "AC").length >= enough;
    return () => isEnough;
  };
  const { testcases } = await testProgram(timed(problem), mutant, { testcases: answered, stop }, deps);
  // What the checker cannot judge is no difference that could be believed.
  const told = testcases.filter(({ verdict }) => verdict !== "JE");
  return { inputs: told.length, differing: told.filter(({ verdict }) => verdict !== "AC").length };
}

function timed(problem: Problem): Problem {
  const timeLimitMs = Math.min(problem.limits.timeLimitMs, LONGEST_MS);
  return { ...problem, limits: { ...problem.limits, timeLimitMs } };
}

/** An input on which the origin itself fails says nothing about its mutants. */
function unanswered(error: unknown): undefined {
  if (!(error instanceof PackageError)) throw error;
  return undefined;
}
