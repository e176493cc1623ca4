import { EMPTY_FILE, type Problem, type Testcase, type ValidatorRun } from "../domain/problem.ts";
import type { JudgeDeps } from "../judge/test-program.ts";
import { validateInputs } from "../judge/validate-input.ts";
import type { PackageValidators, SampleLike } from "../solver/mutate-samples.ts";

/** What the solver may have of a package's input validators: whether they accept its own inputs. */
export function packageValidators(
  { limits, inputValidators }: Pick<Problem, "limits" | "inputValidators">,
  judge: JudgeDeps,
): PackageValidators {
  return {
    programs: inputValidators,
    async accept(inputs) {
      const testcases = inputs.map(likeSample);
      const rejected = new Set<string>();
      for (const validator of inputValidators)
        for (const { testcase } of await validateInputs({ limits }, validator, testcases, judge))
          rejected.add(testcase.id);
      return testcases.map(({ id }) => !rejected.has(id));
    },
  };
}

/** Valid where it is so in one of the subtasks of its sample: the last, which is the least narrow. */
function likeSample({ sample: { validatorRuns, ...sample }, input }: SampleLike, index: number): Testcase {
  const runs = validatorRuns ? { validatorRuns: lastOfEach(validatorRuns) } : {};
  return { ...sample, ...runs, id: String(index), input, answer: EMPTY_FILE };
}

function lastOfEach(runs: readonly ValidatorRun[]): ValidatorRun[] {
  return [...new Map(runs.map((run) => [run.validator, run])).values()];
}
