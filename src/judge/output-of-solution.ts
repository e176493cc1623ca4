import { PackageError } from "../domain/errors.ts";
import type { DataFile, PackagedProblem, Testcase } from "../domain/problem.ts";
import type { PackageProgram } from "../domain/program.ts";
import type { Slot } from "../sandbox/sandbox.ts";
import { endedWell } from "./classify-run.ts";
import { type CompileDeps, compileProgram } from "./compile-program.ts";
import { describeOutcome } from "./exit-codes.ts";
import { openRunBox, placeFiles, removeFiles, runSubmission } from "./run-submission.ts";

/** Runs a package's model solution as a submission would be, for the answers that it prints. */
export async function outputOfSolution(
  slot: Slot,
  solution: PackageProgram,
  problem: Pick<PackagedProblem, "id" | "task" | "limits" | "support">,
  deps: CompileDeps,
): Promise<(testcase: Omit<Testcase, "input" | "answer">, input: DataFile) => Promise<Uint8Array>> {
  const { task } = problem;
  if (task.kind === "interactive" || task.kind === "communication" || task.kind === "two-steps")
    throw new PackageError(
      `answers for a task of kind ${task.kind} cannot be made by a solution alone: the package must hold them`,
    );
  const timeLimitMs = problem.limits.validationTimeLimitMs;
  const timed = { ...problem, limits: { ...problem.limits, timeLimitMs } };
  const compiled = await compileProgram(slot, solution, problem, deps);
  if (compiled.kind === "error") throw new PackageError(`${solution.path} does not compile: ${compiled.log}`);
  const box = await openRunBox(slot, { program: solution, artifact: compiled.artifact }, timed);
  return async (given, input) => {
    const chunks: Buffer[] = [];
    const onStdout = (chunk: Uint8Array) => chunks.push(Buffer.from(chunk));
    const testcase = { ...given, input, answer: input };
    await placeFiles(box, testcase);
    const run = { stdin: { kind: "file", file: input }, args: given.args ?? [], onStdout } as const;
    const facts = await runSubmission(box, solution, timed.limits, run);
    await removeFiles(box, testcase);
    if (!facts) throw new Error("a solution's run was cancelled");
    if (endedWell(facts)) return Buffer.concat(chunks);
    throw new PackageError(`${given.id}: ${solution.path} ${describeOutcome(facts.outcome)} while it made the answer`);
  };
}
