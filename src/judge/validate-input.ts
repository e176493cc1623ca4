import type { Problem, Testcase } from "../domain/problem.ts";
import type { InputValidator } from "../domain/task.ts";
import { ACCEPTS, describeOutcome, REJECTS } from "./exit-codes.ts";
import { openPackageProgram, type PackageProgramRun } from "./package-program.ts";
import type { JudgeDeps } from "./test-program.ts";

const SHOWN_CHARACTERS = 300;

export interface Rejection {
  readonly testcaseId: string;
  /** Names the testcase and the validator, and what that says. */
  readonly message: string;
}

/** Runs an input validator on the testcases' inputs; gives what it rejects, with what it says. */
export async function validateInputs(
  problem: Pick<Problem, "limits">,
  validator: InputValidator,
  testcases: readonly Testcase[],
  deps: JudgeDeps,
): Promise<Rejection[]> {
  return deps.sandbox.withSlot(async (slot) => {
    const program = await openPackageProgram(slot, validator, problem.limits, deps);
    const rejected: Rejection[] = [];
    const runs = testcases.flatMap((testcase) => argsFor(validator, testcase).map((args) => ({ testcase, args })));
    for (const { testcase, args } of runs) {
      await program.box.empty("feedback");
      for (const file of testcase.files ?? []) await program.box.place(`feedback/${file.name}`, file);
      const run = await program.run({ args, stdin: { kind: "file", file: testcase.input } });
      const fault = faultOf(validator, run);
      if (fault === undefined) continue;
      const said = (run.stdout + run.stderr).trim().slice(0, SHOWN_CHARACTERS);
      const message = `${testcase.id}: ${[validator.path, ...args].join(" ")} ${fault}: ${said === "" ? "it says nothing" : said}`;
      rejected.push({ testcaseId: testcase.id, message });
    }
    return rejected;
  }, deps);
}

/** The arguments of each of its runs on the testcase. */
function argsFor({ path }: InputValidator, { validatorArgs = [], validatorRuns }: Testcase): (readonly string[])[] {
  if (validatorRuns) return validatorRuns.filter(({ validator }) => validator === path).map(({ args }) => args);
  return ["get" in validatorArgs ? (validatorArgs.get(path) ?? []) : validatorArgs];
}

/** Undefined when the input is right. */
function faultOf({ protocol }: InputValidator, { outcome }: PackageProgramRun): string | undefined {
  const exitCode = outcome.kind === "exited" ? outcome.exitCode : undefined;
  if (protocol === "testlib") {
    if (exitCode === 0) return undefined;
    return exitCode === undefined ? `${describeOutcome(outcome)}, expected exit code 0` : "rejects the input";
  }
  if (exitCode === ACCEPTS) return undefined;
  if (exitCode === REJECTS) return "rejects the input";
  return `${describeOutcome(outcome)}, expected exit code ${ACCEPTS} or ${REJECTS}`;
}
