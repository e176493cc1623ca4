import type { Problem, SourceFile, Testcase } from "../domain/problem.ts";
import { compileProgram } from "./compile-program.ts";
import { ACCEPTS, describeOutcome, REJECTS } from "./exit-codes.ts";
import { LANGUAGE_SPECS } from "./language/index.ts";
import { runLimits } from "./run-testcase.ts";
import type { JudgeDeps } from "./test-program.ts";

const VALIDATOR_TIME_LIMIT_MS = 60_000;

/** Runs an input validator on the testcases' inputs; gives what it rejects, with what it says. */
export async function validateInputs(
  problem: Problem,
  validator: SourceFile,
  testcases: readonly Testcase[],
  deps: JudgeDeps,
): Promise<string[]> {
  return deps.sandbox.withSlot(async (slot) => {
    const compiled = await compileProgram(slot, validator, problem.limits, deps);
    if (compiled.kind === "error") return [`${validator.path} does not compile: ${compiled.log}`];
    const spec = LANGUAGE_SPECS[validator.language];
    const box = await slot.box("check", problem.limits.compileMemoryLimitBytes);
    await box.put(`box/${spec.artifact}`, compiled.artifact, "execute");
    const rejected: string[] = [];
    for (const testcase of testcases) {
      const printed: Buffer[] = [];
      const report = await box.run({
        argv: spec.runArgv(problem.limits.compileMemoryLimitBytes),
        env: { PATH: "/usr/bin:/bin", LANG: "C.UTF-8" },
        workingFolder: "box",
        stdin: { kind: "file", file: testcase.input },
        onStdout: (chunk) => printed.push(Buffer.from(chunk)),
        limits: {
          ...runLimits({
            ...problem.limits,
            timeLimitMs: VALIDATOR_TIME_LIMIT_MS,
            memoryLimitBytes: problem.limits.compileMemoryLimitBytes,
          }),
          outputBytes: 1024 * 1024,
        },
        allowsProcesses: false,
      });
      const { outcome } = report;
      if (outcome.kind === "exited" && outcome.exitCode === ACCEPTS) continue;
      const said = (Buffer.concat(printed).toString("utf8") + report.stderr).trim().slice(0, 500);
      const isRejection = outcome.kind === "exited" && outcome.exitCode === REJECTS;
      const how = isRejection
        ? "rejects the input"
        : `${describeOutcome(outcome)}, expected exit code ${ACCEPTS} or ${REJECTS}`;
      rejected.push(`${testcase.id}: ${validator.path} ${how}: ${said === "" ? "it says nothing" : said}`);
    }
    return rejected;
  }, deps);
}
