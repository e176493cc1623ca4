import type { Problem, Testcase } from "../domain/problem.ts";
import type { InputValidator } from "../domain/task.ts";
import { ACCEPTS, describeOutcome, REJECTS } from "./exit-codes.ts";
import { type OpenPackageProgram, openPackageProgram, type PackageProgramRun } from "./package-program.ts";
import type { JudgeDeps } from "./test-program.ts";

const SHOWN_CHARACTERS = 300;

/** What an input validator has against an input. */
export interface Objection {
  readonly testcase: Testcase;
  /** Whether it could not confirm the input, whatever its exit code; otherwise it was ended. */
  readonly isRejection: boolean;
  readonly message: string;
}

/** Runs an input validator on the testcases' inputs. */
export async function validateInputs(
  problem: Pick<Problem, "limits">,
  validator: InputValidator,
  testcases: readonly Testcase[],
  deps: JudgeDeps,
): Promise<Objection[]> {
  return deps.sandbox.withSlot(async (slot) => {
    const program = await openPackageProgram(slot, validator, problem.limits, deps);
    const objections: Objection[] = [];
    for (const testcase of testcases)
      for (const args of argsFor(validator, testcase)) {
        const objection = await validate(program, validator, testcase, args);
        if (objection) objections.push(objection);
      }
    return objections;
  }, deps);
}

async function validate(
  program: OpenPackageProgram,
  validator: InputValidator,
  testcase: Testcase,
  args: readonly string[],
): Promise<Objection | undefined> {
  await program.box.empty("feedback");
  for (const file of testcase.files ?? []) await program.box.place(`feedback/${file.name}`, file);
  const run = await program.run({ args, stdin: { kind: "file", file: testcase.input } });
  const fault = faultOf(validator, run);
  if (fault === undefined) return undefined;
  const said = (run.stdout + run.stderr).trim().slice(0, SHOWN_CHARACTERS);
  const message = `${testcase.id}: ${[validator.path, ...args].join(" ")} ${fault}: ${said === "" ? "it says nothing" : said}`;
  return { testcase, isRejection: run.outcome.kind === "exited", message };
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
