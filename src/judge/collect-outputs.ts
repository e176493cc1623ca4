import type { Testcase } from "../domain/problem.ts";
import type { Program } from "../domain/program.ts";
import { endedWell } from "./classify-run.ts";
import { compileProgram } from "./compile-program.ts";
import { limitsInLanguage } from "./language/time-factor.ts";
import { type JudgedProblem, openRunBox, runSubmission } from "./run-submission.ts";
import type { JudgeDeps } from "./test-program.ts";

/** What a program that compiles prints for each input; undefined where its run ends otherwise than well. */
export async function collectOutputs(
  asked: JudgedProblem,
  program: Program,
  inputs: readonly Pick<Testcase, "input">[],
  deps: JudgeDeps,
): Promise<(string | undefined)[]> {
  const problem = { ...asked, limits: limitsInLanguage(asked.limits, program.language, deps.timeFactors) };
  return deps.sandbox.withSlot(async (slot) => {
    const compiled = await compileProgram(slot, program, problem, deps);
    if (compiled.kind === "error") throw new Error(`a program that had compiled does not: ${compiled.log}`);
    const box = await openRunBox(slot, { program, artifact: compiled.artifact }, problem);
    const outputs: (string | undefined)[] = [];
    for (const { input } of inputs) {
      const chunks: Buffer[] = [];
      const onStdout = (chunk: Uint8Array) => chunks.push(Buffer.from(chunk));
      const facts = await runSubmission(box, program, problem.limits, {
        ...{ stdin: { kind: "file", file: input }, args: [], onStdout },
      });
      if (!facts) throw new Error("a run was cancelled that nobody cancelled");
      outputs.push(endedWell(facts) ? Buffer.concat(chunks).toString("utf8") : undefined);
    }
    return outputs;
  }, deps);
}
