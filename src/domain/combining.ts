import type { SubtaskJudgement } from "./judgement.ts";
import type { Problem } from "./problem.ts";
import { unionScore } from "./scoring.ts";
import type { TestGroup } from "./scoring-rule.ts";

/** How the submissions to a problem come to one score: the best of every subtask added up, or the best submission. */
export type Combining = "subtasks" | "submission";

/** What a submission earned. */
export interface Earned {
  readonly score: number;
  readonly subtasks: readonly SubtaskJudgement[];
}

export function combinedScore(submissions: readonly Earned[], combining: Combining): number {
  return unionScore(submissions.map((submission) => countedParts(submission, combining)));
}

/** The score with each submission and those before it; one that is not judged adds nothing. */
export function scoresWith(submissions: readonly (Earned | undefined)[], combining: Combining): number[] {
  const best = new BestSoFar(combining);
  return submissions.map((submission) => {
    if (submission) best.add(submission);
    return best.score;
  });
}

/** The best of every part that counts by itself, and of a single submission. */
export class BestSoFar {
  readonly #combining: Combining;
  readonly #best = new Map<string, SubtaskJudgement>();
  #single = 0;

  constructor(combining: Combining) {
    this.#combining = combining;
  }

  add(earned: Earned): void {
    this.#single = Math.max(this.#single, earned.score);
    for (const part of countedParts(earned, this.#combining)) {
      const before = this.#best.get(part.id);
      if (!before || before.score < part.score) this.#best.set(part.id, part);
    }
  }

  get score(): number {
    return unionScore([[...this.#best.values()]]);
  }

  equals(other: BestSoFar | undefined): boolean {
    return other !== undefined && this.#single === other.#single && this.score === other.score;
  }
}

/** What of a submission counts by itself: each of its subtasks, or all of it. */
export function countedParts({ score, subtasks }: Earned, combining: Combining): readonly SubtaskJudgement[] {
  return combining === "subtasks" ? subtasks : [{ id: WHOLE, score, maxScore: score }];
}

/** The ids of these parts. */
export function countedPartIds(subtasks: readonly { readonly id: string }[], combining: Combining): string[] {
  return combining === "subtasks" ? subtasks.map(({ id }) => id) : [WHOLE];
}

/** As rules have it, where the problem allows it. */
export function combiningOf(rules: Combining, addUp: boolean): Combining {
  return addUp ? rules : "submission";
}

/** Whether a submission's score is the sum of its subtasks: otherwise the best of each say nothing together. */
export function subtasksAddUp({
  scoring,
  subtasks,
  maxScore,
}: Pick<Problem, "scoring" | "subtasks" | "maxScore">): boolean {
  if (scoring.kind === "subtasks") return scoring.aggregation === "sum";
  const most = subtasks.reduce((total, subtask) => total + subtask.maxScore, 0);
  const isAll = most === maxScore || Math.abs(most - maxScore) < 1e-9;
  return isAll && groupsIn(scoring.root).every((group) => keepsSum(group, subtasks));
}

const WHOLE = "the whole problem";

/** A group above the subtasks gives their sum, whichever of them fail; a subtask that fails gives nothing. */
function keepsSum(group: TestGroup, subtasks: readonly { readonly id: string }[]): boolean {
  const { id, grader, scoreMode, verdictMode, acceptsIfAnyAccepted, ignoresSample, items, rejectScore } = group;
  const isLenient = verdictMode === "always-accept" || acceptsIfAnyAccepted;
  if (subtasks.some((subtask) => subtask.id === id))
    return !grader && (isLenient || (scoreMode === "min" && rejectScore === 0));
  const isAbove = subtasks.some((subtask) => id === "" || subtask.id.startsWith(`${id}/`));
  if (!isAbove) return true;
  const isAlone = ignoresSample || items.length === 1;
  return !grader && (isAlone || (isLenient && scoreMode === "sum"));
}

function groupsIn(group: TestGroup): TestGroup[] {
  return [group, ...group.items.flatMap((item) => (typeof item === "string" ? [] : groupsIn(item)))];
}
