import type { Combining } from "../domain/combining.ts";
import type { ToldSubmission } from "../domain/feedback.ts";
import type { Language } from "../domain/language.ts";
import type { PublicProblem } from "../domain/problem.ts";
import type { JudgeDeps } from "../judge/test-program.ts";
import { type Asked, Asker, type AskerDeps, type AskerSettings } from "./asker.ts";
import { candidateId } from "./candidate-id.ts";
import { CandidateIntake } from "./candidate-intake.ts";
import { type Diversity, type Wish, wishesOf } from "./draw-wish.ts";
import type { PoolState } from "./pool-state.ts";
import { repairCandidates } from "./repair-candidates.ts";
import { planSamples } from "./spend-adaptively.ts";
import { roundPrompt, scoredSubtasks, writePrompt } from "./write-prompt.ts";

export interface SampleSettings extends AskerSettings, Diversity {
  /** For the problem, in all rounds. */
  readonly samples: number;
  /** How often a candidate that does not compile or fails a sample goes back to the model. */
  readonly repairs: number;
  readonly language: Language;
  /** How samples for one subtask are split between subtasks: by turns, or planned as answers come. */
  readonly spend: Spend;
  readonly combining: Combining;
}

export const SPENDS = ["fixed", "adaptive"] as const;
export type Spend = (typeof SPENDS)[number];

export interface SolverDeps extends AskerDeps {
  readonly judge: JudgeDeps;
}

/** One of the rounds in which sampling and submitting take turns. */
export interface Round {
  /** From 0. */
  readonly number: number;
  /** How many samples there are to be at its end, those of earlier rounds included. */
  readonly samples: number;
  /** What was submitted before, and what the contest told of it. */
  readonly told: readonly ToldSubmission[];
}

/** The pool as it is when the round begins or goes on. */
export interface PoolInRound {
  readonly round: Round;
  readonly state: PoolState;
}

/** Asks for samples until there are enough or the budget is spent; tries every program on the problem's samples. */
export async function fillCandidatePool(
  problem: PublicProblem,
  settings: SampleSettings,
  at: PoolInRound,
  deps: SolverDeps,
): Promise<void> {
  const asker = new Asker(problem.id, settings, at.state, deps);
  const intake = new CandidateIntake(problem, settings.language, at.state, deps);
  const ask = (until: number) =>
    intake.during(async () => {
      const questions = await questionsOf(problem, settings, { ...at, round: { ...at.round, samples: until } }, deps);
      await asker.askEach(
        questions,
        (said, asked) => intake.take(said, asked, { id: candidateId(asked.sample), purpose: "candidate" }),
        () => intake.hasJudgeFailed,
      );
    });
  if (isPlanned(problem, settings)) await askAsPlanned(problem, settings, at, { ...deps, ask });
  else await ask(at.round.samples);
  const repairs = { asker, intake, readText: deps.readText };
  await repairCandidates(problem, settings, at, repairs);
}

/** Where there is something to choose between. */
function isPlanned(problem: PublicProblem, { spend, perSubtask }: SampleSettings): boolean {
  return spend === "adaptive" && perSubtask > 0 && scoredSubtasks(problem).length > 1;
}

/** Step by step: each is planned, as an event, when what was asked before it is tried. */
async function askAsPlanned(
  problem: PublicProblem,
  settings: SampleSettings,
  { round, state }: PoolInRound,
  { log, budget, signal, ask }: SolverDeps & { readonly ask: (until: number) => Promise<void> },
): Promise<void> {
  for (;;) {
    await ask(state.planned.length);
    signal?.throwIfAborted();
    const planned = state.planned.length;
    if (budget.ofProblem(problem.id).isSpent || planned >= round.samples || state.plannedOutRound === round.number)
      return;
    const isSpent = (subtask: string) => budget.ofSubtask(problem.id, subtask).isSpent;
    const step = { planned, until: round.samples, told: round.told, isSpent };
    const subtasks = planSamples(problem, settings, step, state);
    const event = { type: "samples-planned", problem: problem.id, round: round.number, subtasks } as const;
    log.append(event);
    state.apply(event);
  }
}

/** Samples that are there, but were not read, are among them. */
async function questionsOf(
  problem: PublicProblem,
  settings: SampleSettings,
  { round, state }: PoolInRound,
  { readText }: SolverDeps,
): Promise<Asked[]> {
  const drawn = wishesOf(settings, scoredSubtasks(problem), settings.seed);
  const isByPlan = isPlanned(problem, settings);
  const wishOf = (sample: number): Wish =>
    isByPlan ? { ...drawn(sample), subtask: state.planned[sample] ?? undefined } : drawn(sample);
  const programOf = (id: string) => {
    const candidate = state.candidates.get(id);
    if (!candidate) throw new Error(`no candidate ${id}`);
    return { language: candidate.language, source: readText(candidate.source) };
  };
  const write = (wish: Wish) =>
    round.told.length === 0
      ? writePrompt(problem, settings.language, wish)
      : roundPrompt(problem, settings.language, wish, { told: round.told, programOf });
  const prompts = new Map<string, string>();
  const questions: Asked[] = [];
  for (let sample = 0; sample < round.samples; sample++) {
    if (state.isRead("candidate", sample)) continue;
    const wish = wishOf(sample);
    const key = JSON.stringify(wish);
    const prompt = prompts.get(key) ?? (await write(wish));
    prompts.set(key, prompt);
    questions.push({ purpose: "candidate", sample, prompt, subtask: wish.subtask, round: round.number });
  }
  return neighboured(questions);
}

const STRETCH = 64;

/** One request asks for samples of one prompt: within a stretch, equal prompts stand side by side. */
function neighboured(questions: readonly Asked[]): Asked[] {
  const ordered: Asked[] = [];
  for (let start = 0; start < questions.length; start += STRETCH) {
    const byPrompt = new Map<string, Asked[]>();
    for (const question of questions.slice(start, start + STRETCH))
      byPrompt.set(question.prompt, [...(byPrompt.get(question.prompt) ?? []), question]);
    ordered.push(...[...byPrompt.values()].flat());
  }
  return ordered;
}
