import { table } from "./words.ts";

export interface TrainingView {
  readonly out: string;
  /** The file as it was written. */
  readonly text: string;
  /** Of the simulated contests. */
  readonly submissions: number;
  readonly carriedOver: readonly {
    readonly problem: string;
    readonly maxScore: number;
    readonly trained: number;
    readonly untrained: number;
  }[];
}

const WIDTH = 100;

/** What was learned, and how well it does on problems that it was not learned on. */
export function trainingText({ out, text, submissions, carriedOver }: TrainingView): string {
  const rows = carriedOver.map(({ problem, maxScore, trained, untrained }) => [
    ...[problem, trained.toFixed(1), untrained.toFixed(1)],
    maxScore === Number.POSITIVE_INFINITY ? "no maximum" : String(maxScore),
  ]);
  const shown = table([["problem left out", "trained", "untrained", "of"], ...rows], [false, true, true, true], WIDTH);
  const alone = "One problem alone: nothing was learned that could be tried on another.";
  return [
    `${out}:`,
    text.trimEnd(),
    "",
    ...(carriedOver.length > 1
      ? [`Trained on the other problems, mean score with ${submissions} submissions:`, ...shown]
      : [alone]),
  ].join("\n");
}
