import { readFile } from "node:fs/promises";
import { forEachConcurrently } from "../domain/concurrently.ts";
import type { OutputTrial, Problem, Testcase } from "../domain/problem.ts";
import { type OpenChecker, openChecker } from "./open-checker.ts";
import type { JudgeDeps } from "./test-program.ts";
import { type Objection, validateInputs } from "./validate-input.ts";

/** What the input validators say of all inputs of a package: those of testcases must pass, the trials must not. */
export async function unmetByInputs(
  problem: Problem,
  deps: JudgeDeps,
  onProgress: (what: string) => void,
): Promise<string[]> {
  const { inputValidators, testcases, trials = [] } = problem;
  const invalid = trials.flatMap((trial) => (trial.kind === "invalid-input" ? [trial.testcase] : []));
  const valid = trials.flatMap((trial) => (trial.kind === "invalid-input" ? [] : [trial.testcase]));
  const objections: Objection[] = [];
  await forEachConcurrently(inputValidators, deps.sandbox.slotCount, async (validator) => {
    const inputs = [...testcases, ...valid, ...invalid];
    onProgress(`${problem.id}: ${validator.path} on ${inputs.length} inputs`);
    objections.push(...(await validateInputs(problem, validator, inputs, deps)));
  });
  const isTrial = ({ testcase }: Objection) => invalid.includes(testcase);
  const isRejected = (testcase: Testcase) =>
    objections.some((objection) => objection.isRejection && objection.testcase === testcase);
  const accepted = inputValidators.length === 0 ? [] : invalid.filter((testcase) => !isRejected(testcase));
  return [
    ...objections.filter((objection) => !isTrial(objection) || !objection.isRejection).map(({ message }) => message),
    ...accepted.map(({ id }) => `data/${id}.in: an invalid input that no input validator rejects`),
  ];
}

/** Outputs that the package has for testing how outputs are judged, and that are judged otherwise. */
export async function unmetByOutputs(problem: Problem, deps: JudgeDeps): Promise<string[]> {
  const { task, limits } = problem;
  const trials = (problem.trials ?? []).flatMap((trial) => (trial.kind === "invalid-input" ? [] : [trial]));
  if (trials.length === 0 || !("checker" in task) || !task.checker) return [];
  const { checker } = task;
  return deps.sandbox.withSlot(async (slot) => {
    const open = await openChecker(slot, checker, limits, deps);
    const unmet: string[] = [];
    for (const trial of trials) unmet.push(...(await unmetBy(open, trial)));
    return unmet;
  }, deps);
}

async function unmetBy(checker: OpenChecker, { kind, testcase, output }: OutputTrial): Promise<string[]> {
  const { verdict } = await checker.check(testcase, [await readFile(output.path)]);
  const place = `data/${testcase.id}.out`;
  if (verdict.kind === "failed") return [`${place}: ${verdict.message}`];
  const isRejected = verdict.check.verdict === "WA";
  if (isRejected === (kind === "invalid-output")) return [];
  return isRejected
    ? [`${place}: a valid output that is rejected${verdict.check.message && `: ${verdict.check.message}`}`]
    : [`${place}: an invalid output that is accepted`];
}
