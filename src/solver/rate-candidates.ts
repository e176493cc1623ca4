import type { PublicProblem } from "../domain/problem.ts";
import type { EventOf } from "../run-log/event.ts";
import { type Asked, Asker, type AskerDeps, type AskerSettings } from "./asker.ts";
import type { PoolState } from "./pool-state.ts";
import { ratingPrompt } from "./write-prompt.ts";

export interface RateDeps extends AskerDeps {
  readonly state: PoolState;
  readonly round: number;
  readonly onRated: (rating: EventOf<"candidate-rated">) => void;
}

/** Has the model say of each candidate how likely it is to be right; an answer that says no number is unusable. */
export async function rateCandidates(
  problem: PublicProblem,
  candidates: readonly string[],
  settings: AskerSettings,
  { state, round, onRated, ...deps }: RateDeps,
): Promise<void> {
  const asker = new Asker(problem.id, settings, state, deps);
  const byNumber = new Map<number, string>();
  const questions: Asked[] = [];
  for (const id of candidates) {
    const candidate = state.candidates.get(id);
    if (!candidate) throw new Error(`no candidate ${id}`);
    const sample = numberOf(id);
    if (state.isRead("rating", sample)) continue;
    byNumber.set(sample, id);
    const program = { language: candidate.language, source: deps.readText(candidate.source) };
    const prompt = await ratingPrompt(problem, program);
    questions.push({ purpose: "rating", sample, prompt, subtask: undefined, round });
  }
  await asker.askEach(questions, ({ text }, { purpose, sample }) => {
    const candidate = byNumber.get(sample);
    if (candidate === undefined) throw new Error(`nobody asked for rating ${sample}`);
    const score = scoreIn(text);
    if (score === undefined) {
      const unusable = { type: "answer-unusable", problem: problem.id, purpose, sample, reason: "no rating" } as const;
      deps.log.append(unusable);
      state.apply(unusable);
      return;
    }
    const rating = { type: "candidate-rated", problem: problem.id, candidate, score, sample } as const;
    deps.log.append(rating);
    onRated(rating);
  });
}

/** What the last line says of 100, as a share; undefined where it says no such number. */
export function scoreIn(text: string): number | undefined {
  const last = text.trimEnd().split("\n").at(-1) ?? "";
  const [, digits] = /^\W*(\d{1,3})(?:\s*(?:%|\/\s*100))?\W*$/.exec(last) ?? [];
  const score = Number(digits ?? Number.NaN);
  return score <= 100 ? score / 100 : undefined;
}

/** The same question in every part of a run, whatever else was asked by then. */
function numberOf(candidate: string): number {
  return Number(candidate.slice(1)) - 1;
}
