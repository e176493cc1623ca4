import type { ToldSubmission } from "../domain/feedback.ts";
import type { PublicProblem } from "../domain/problem.ts";
import { type Random, randomFrom } from "../domain/random.ts";
import { isFullScore } from "../domain/scoring.ts";
import { sharedOut } from "./draw-wish.ts";
import type { SampleSettings } from "./fill-candidate-pool.ts";
import type { PoolState } from "./pool-state.ts";
import { scoredSubtasks } from "./write-prompt.ts";

/** A subtask as far as the samples and the contest have told. */
export interface Arm {
  readonly id: string;
  readonly points: number;
  /** Answers that were asked to solve it. */
  readonly tries: number;
  /** Of them, those that pass the samples, and that the contest has not told to fall short of it. */
  readonly hits: number;
  readonly isSolved: boolean;
  /** Its budget is. */
  readonly isSpent: boolean;
}

/** So many answers without one that passes the samples are enough to give a subtask up. */
const HOPELESS_AFTER = 24;
/** A problem is planned in so many steps: each knows what came of those before. */
const STEPS = 8;
const SMALLEST_STEP = 8;

/** How far a problem is planned, and up to which sample it may be now. */
interface Step {
  readonly planned: number;
  readonly until: number;
  readonly told: readonly ToldSubmission[];
  /** The budget of a subtask is. */
  readonly isSpent: (subtask: string) => boolean;
}

/**
 * The subtask that each of the next samples is to solve, null where it is the whole problem: also where all that is worth
 * one more has no budget left. None where no subtask is worth one more, or all samples are for subtasks without a budget.
 */
export function planSamples(
  problem: PublicProblem,
  settings: Pick<SampleSettings, "samples" | "perSubtask" | "seed" | "combining">,
  step: Step,
  state: PoolState,
): (string | null)[] {
  const arms = armsOf(problem, state, settings, step);
  if (arms.every(isSettled) || (settings.perSubtask >= 1 && arms.every(isClosed))) return [];
  const count = Math.min(step.until - step.planned, Math.max(SMALLEST_STEP, Math.ceil(settings.samples / STEPS)));
  const random = randomFrom(settings.seed * 104_729 + step.planned);
  return Array.from({ length: count }, (_, index) =>
    sharedOut(step.planned + index, settings.perSubtask) ? (pickArm(arms, random)?.id ?? null) : null,
  );
}

function isSettled({ isSolved, hits, tries }: Arm): boolean {
  return isSolved || (hits === 0 && tries >= HOPELESS_AFTER);
}

function isClosed(arm: Arm): boolean {
  return isSettled(arm) || arm.isSpent;
}

/**
 * Thompson sampling of what one more answer is worth: the points, times a draw of how often an answer hits, times the
 * chance that no hit so far is right, which is taken to halve with each. Undefined where every subtask is solved,
 * hopeless or without a budget left.
 */
export function pickArm(arms: readonly Arm[], random: Random): Arm | undefined {
  let best: { readonly arm: Arm; readonly worth: number } | undefined;
  for (const arm of arms) {
    if (isClosed(arm)) continue;
    const worth = arm.points * drawnShare(arm.hits + 1, arm.tries - arm.hits + 1, random) * 0.5 ** arm.hits;
    if (!best || worth > best.worth) best = { arm, worth };
  }
  return best?.arm;
}

/** From the beta distribution with these whole parameters. */
function drawnShare(a: number, b: number, random: Random): number {
  const [hits, misses] = [drawnSum(a, random), drawnSum(b, random)];
  return hits / (hits + misses);
}

function drawnSum(count: number, random: Random): number {
  let sum = 0;
  for (let index = 0; index < count; index++) sum -= Math.log(1 - random());
  return sum;
}

function armsOf(
  problem: PublicProblem,
  state: PoolState,
  { combining }: Pick<SampleSettings, "combining">,
  { told, isSpent }: Step,
): Arm[] {
  const scoreOf = (candidate: string, subtask: string) =>
    told.find((submission) => submission.candidate === candidate)?.feedback.subtasks?.find(({ id }) => id === subtask);
  return scoredSubtasks(problem).map((id) => {
    const asked = state.asked("candidate").filter(({ subtask }) => subtask === id).length;
    const hits = [...state.candidates.values()].filter((candidate) => {
      if (candidate.subtask !== id || candidate.purpose !== "candidate") return false;
      const first = candidate.sameAs ?? candidate.id;
      const tested = state.tested.get(first);
      const score = scoreOf(first, id);
      const fellShort = score !== undefined && !isFullScore(score.score, score.maxScore);
      return tested?.compile.ok === true && tested.samples.every(({ verdict }) => verdict === "AC") && !fellShort;
    }).length;
    const isHit = told.some(({ feedback }) =>
      feedback.subtasks?.some((subtask) => subtask.id === id && isFullScore(subtask.score, subtask.maxScore)),
    );
    // Where one submission has to solve all of them, none is done with before the others.
    const isSolved = isHit && combining === "subtasks";
    const points = problem.subtasks.find((subtask) => subtask.id === id)?.maxScore ?? 0;
    return { id, points, tries: asked, hits, isSolved, isSpent: isSpent(id) };
  });
}
