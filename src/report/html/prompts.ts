import type { EventOf } from "../../run-log/event.ts";
import type { ProblemFold } from "../fold-problem.ts";
import type { PromptRow } from "./report-document.ts";

export interface Prompt extends PromptRow {
  readonly key: string;
  /** Hash of its text in the run file. */
  readonly text: string;
}

/** Every text that the model was asked with, once, and how many answers it has. */
export function promptsOf(fold: ProblemFold): Prompt[] {
  const prompts = new Map<string, Prompt>();
  for (const answer of fold.answers.values()) {
    const { purpose, subtask, prompt } = answer;
    const key = promptOf(answer);
    prompts.set(key, { key, purpose, subtask, text: prompt, answers: (prompts.get(key)?.answers ?? 0) + 1 });
  }
  return [...prompts.values()];
}

export function promptOf({ purpose, prompt }: EventOf<"model-answered">): string {
  return `${purpose} ${prompt}`;
}
