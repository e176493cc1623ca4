import type { PublicProblem } from "../domain/problem.ts";
import type { EventOf } from "../run-log/event.ts";
import { Asker, type AskerDeps, type AskerSettings } from "./asker.ts";
import type { PoolState } from "./pool-state.ts";
import { comparisonPrompt } from "./write-prompt.ts";

type Comparison = EventOf<"candidates-compared">;

/** Two candidates in the order in which the model is to see them, and which of the questions for its judgement it is. */
export interface PairToCompare {
  readonly first: string;
  readonly second: string;
  readonly sample: number;
}

export interface CompareDeps extends AskerDeps {
  readonly state: PoolState;
  readonly round: number;
  readonly onCompared: (comparison: Comparison) => void;
}

/** Has the model say of each pair which program it takes for the better one; an answer that says neither is one, too. */
export async function comparePairs(
  problem: PublicProblem,
  pairs: readonly PairToCompare[],
  settings: AskerSettings,
  deps: CompareDeps,
): Promise<void> {
  const asker = new Asker(problem.id, settings, deps.state, deps);
  const pairOf = new Map(pairs.map((pair) => [pair.sample, pair]));
  const codeOf = (id: string) => {
    const candidate = deps.state.candidates.get(id);
    if (!candidate) throw new Error(`no candidate ${id}`);
    return { language: candidate.language, source: deps.readText(candidate.source) };
  };
  const questions = [];
  for (const { first, second, sample } of pairs) {
    const prompt = await comparisonPrompt(problem, codeOf(first), codeOf(second));
    questions.push({ ...({ purpose: "judge", sample, prompt, subtask: undefined } as const), round: deps.round });
  }
  await asker.askEach(questions, ({ text }, { sample }) => {
    const pair = pairOf.get(sample);
    if (!pair) throw new Error(`nobody asked for comparison ${sample}`);
    const winner = winnerIn(text);
    const comparison = { type: "candidates-compared", problem: problem.id, ...pair, winner } as const;
    deps.log.append(comparison);
    deps.onCompared(comparison);
  });
}

/** What the last line says; one that says nothing of the kind is for neither. */
export function winnerIn(text: string): Comparison["winner"] {
  const last = text.trimEnd().split("\n").at(-1) ?? "";
  switch (last.replaceAll(/[^A-Za-z]/g, "").toUpperCase()) {
    case "A":
    case "PROGRAMA":
      return "first";
    case "B":
    case "PROGRAMB":
      return "second";
    default:
      return "neither";
  }
}
