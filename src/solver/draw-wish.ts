import { randomFrom } from "../domain/random.ts";
import { readHints, readVariations } from "./prompt-files.ts";

export interface Diversity {
  /** The share of the samples that are asked to solve one subtask, from 0 to 1. */
  readonly perSubtask: number;
  /** The share whose prompt points to a technique, in words of its own. */
  readonly hints: number;
}

/** What one sample is asked in particular. */
export interface Wish {
  readonly subtask: string | undefined;
  readonly hint: string | undefined;
  readonly approach: string;
}

/** For a sample its wish: the same for the same seed, whenever it is asked for. Subtasks take turns, the last first. */
export function wishesOf(
  { perSubtask, hints }: Diversity,
  subtasks: readonly string[],
  seed: number,
): (sample: number) => Wish {
  const known = readHints();
  const [plain, ...others] = readVariations();
  return (sample) => {
    const turn = Math.floor(sample * perSubtask);
    const isForOne = subtasks.length > 1 && sharedOut(sample, perSubtask);
    const subtask = isForOne ? subtasks[subtasks.length - 1 - (turn % subtasks.length)] : undefined;
    const random = randomFrom(seed * 7919 + sample);
    if (random() >= hints) return { subtask, hint: undefined, approach: plain };
    return { subtask, hint: oneOf(known, random()), approach: oneOf([plain, ...others], random()) ?? plain };
  };
}

/** Whether a sample is one of those that are asked for one subtask: they are spread evenly. */
export function sharedOut(sample: number, perSubtask: number): boolean {
  return Math.floor((sample + 1) * perSubtask) > Math.floor(sample * perSubtask);
}

function oneOf<T>(items: readonly T[], draw: number): T | undefined {
  return items[Math.floor(draw * items.length)];
}
