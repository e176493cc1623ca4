import type { PublicProblem } from "../domain/problem.ts";
import type { Purpose } from "../domain/purpose.ts";
import { hasComparableOutputs } from "../judge/mark-outputs.ts";
import { wishesOf } from "./draw-wish.ts";
import type { SampleSettings } from "./fill-candidate-pool.ts";
import { TEST_PROGRAM_KINDS, type TestSettings, testProgramQuestions } from "./make-tests.ts";
import { scoredSubtasks, writePrompt } from "./write-prompt.ts";

export interface PlanSettings extends SampleSettings {
  readonly tests: TestSettings;
}

export interface PlannedQuestions {
  readonly purpose: Purpose;
  /** One for each question. */
  readonly prompts: readonly string[];
}

/** What is known beforehand of what a run asks about a problem, with the prompts of a first round. */
export async function planQuestions(problem: PublicProblem, settings: PlanSettings): Promise<PlannedQuestions[]> {
  const { tests, samples, language, seed } = settings;
  const wishOf = wishesOf(settings, scoredSubtasks(problem), seed);
  const prompts: string[] = [];
  for (let sample = 0; sample < samples; sample++) prompts.push(await writePrompt(problem, language, wishOf(sample)));
  const planned: PlannedQuestions[] = [{ purpose: "candidate", prompts }];
  if (tests.from !== "model" || tests.inputs === 0 || !hasComparableOutputs(problem)) return planned;
  for (const kind of TEST_PROGRAM_KINDS) {
    const questions = await testProgramQuestions(kind, problem, tests);
    if (questions.length > 0) planned.push({ purpose: kind, prompts: questions.map(({ prompt }) => prompt) });
  }
  return planned;
}
