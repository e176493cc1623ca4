import { forEachConcurrently } from "../domain/concurrently.ts";
import type { Judgement } from "../domain/judgement.ts";
import type { Problem, Testcase } from "../domain/problem.ts";
import {
  type Difference,
  isOfAccepted,
  type MutantTruth,
  type SmallInputsMade,
  type TestStrength,
} from "../domain/test-strength.ts";
import { judgeProgram } from "../judge/judge-program.ts";
import type { PrepareDeps } from "../judge/prepare-problem.ts";
import { stopLostSubtasks } from "../judge/stop-rule.ts";
import type { SubmissionMutant } from "../mutation/mutate-submissions.ts";
import { answeredBy, differenceOf } from "./compare-behaviour.ts";
import { makeSmallInputs, type SmallInputs } from "./small-inputs.ts";
import type { TruthFile } from "./truth-file.ts";

/** Of a mutant that is still accepted it is of interest how often it differs; of one that was killed, whether. */
const ENOUGH = { accepted: 10, killed: 1 };

export interface StrengthDeps extends PrepareDeps {
  readonly truth: TruthFile;
}

type Progress = (what: string) => void;

/**
 * Judges mutants on all testcases, and compares those of accepted submissions with their origin on small inputs. What the
 * truth file knows is not run again; what is found is in it at once.
 */
export async function measureStrength(
  problem: Problem,
  mutants: readonly SubmissionMutant[],
  deps: StrengthDeps,
  onProgress: Progress,
): Promise<TestStrength> {
  const truths = await judgeAll(problem, mutants, deps, onProgress);
  const judged = mutants.flatMap((mutant) => {
    const truth = truths.get(mutant);
    return truth ? [{ mutant, truth }] : [];
  });
  const compared = judged.filter(({ mutant, truth }) => isCompared(mutant, truth));
  const small: SmallInputs =
    compared.length === 0
      ? { kind: "none", reason: "no mutant of an accepted submission compiles" }
      : await makeSmallInputs(problem, deps, onProgress);
  const differences = await compareAll(problem, small, compared, { deps, onProgress });
  return {
    mutants: judged.map(({ mutant, truth }) => {
      const { program, origin, originProgram } = mutant;
      const difference = differences.get(mutant);
      return { ...truth, source: program.source, origin, originSource: originProgram.source, difference };
    }),
    smallInputs: comparedOn(small, differences.size),
  };
}

/** Inputs on which nothing could be compared are as good as none. */
function comparedOn(small: SmallInputs, comparedMutants: number): SmallInputsMade {
  if (small.kind === "none") return small;
  return comparedMutants > 0
    ? { kind: "made", count: small.testcases.length }
    : { kind: "none", reason: "the checker accepts no submission's output as an answer to a small input" };
}

function isCompared({ origin }: SubmissionMutant, { verdict }: MutantTruth): boolean {
  return isOfAccepted(origin) && verdict !== "CE" && verdict !== "JE";
}

async function judgeAll(
  problem: Problem,
  mutants: readonly SubmissionMutant[],
  deps: StrengthDeps,
  onProgress: Progress,
): Promise<ReadonlyMap<SubmissionMutant, MutantTruth>> {
  const truths = new Map<SubmissionMutant, MutantTruth>();
  await forEachConcurrently(mutants, deps.sandbox.slotCount, async (mutant) => {
    const { program } = mutant;
    const known = deps.truth.judged(program);
    const truth = known ?? truthOf(await judgeProgram(problem, program, stopLostSubtasks(problem), deps));
    // Our own failure is no fact about the program: it is judged again the next time.
    if (!known && truth.verdict !== "JE") await deps.truth.keepJudged(program, truth);
    truths.set(mutant, truth);
    onProgress(`${problem.id}: ${truths.size}/${mutants.length} mutants judged`);
  });
  return truths;
}

function truthOf({ verdict, score, maxScore, subtasks, testcases }: Judgement): MutantTruth {
  const failure = testcases.find((testcase) => testcase.verdict !== "AC");
  const firstFailure = failure && { testcase: failure.id, verdict: failure.verdict, message: failure.message };
  return {
    verdict,
    score,
    maxScore,
    subtasks: subtasks.map(({ id, score: points }) => ({ id, score: points })),
    firstFailure,
  };
}

interface Judged {
  readonly mutant: SubmissionMutant;
  readonly truth: MutantTruth;
}

async function compareAll(
  problem: Problem,
  small: SmallInputs,
  compared: readonly Judged[],
  { deps, onProgress }: { readonly deps: StrengthDeps; readonly onProgress: Progress },
): Promise<ReadonlyMap<SubmissionMutant, Difference>> {
  const differences = new Map<SubmissionMutant, Difference>();
  if (small.kind === "none") return differences;
  const answered = new Map<string, Promise<readonly Testcase[]>>();
  let done = 0;
  const answersOf = ({ originProgram, origin }: SubmissionMutant) => {
    const key = origin.submission;
    const known = answered.get(key) ?? answeredBy(originProgram, key, { problem, inputs: small.testcases }, deps);
    answered.set(key, known);
    return known;
  };
  await forEachConcurrently(compared, deps.sandbox.slotCount, async ({ mutant, truth }) => {
    const comparison = { origin: mutant.originProgram, inputSet: small.id };
    const known = deps.truth.compared(mutant.program, comparison);
    const enough = truth.verdict === "AC" ? ENOUGH.accepted : ENOUGH.killed;
    const difference =
      known ?? (await differenceOf(mutant.program, await answersOf(mutant), { problem, enough }, deps));
    if (!known) await deps.truth.keepCompared(mutant.program, comparison, difference);
    if (difference.inputs > 0) differences.set(mutant, difference);
    done++;
    onProgress(`${problem.id}: ${done}/${compared.length} mutants compared with their origins`);
  });
  return differences;
}
