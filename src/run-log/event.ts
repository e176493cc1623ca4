import { z } from "zod";
import * as contest from "./event/contest.ts";
import * as pool from "./event/pool.ts";
import * as run from "./event/run.ts";

/**
 * What happened in a run, in the past tense: facts only, nothing derived. Everything shown is folded from these.
 * A change of meaning raises RUN_FORMAT_VERSION.
 */
export const RUN_FORMAT_VERSION = 2;

const runEvents = [run.runStarted, run.runInterrupted, run.runResumed, run.runFinished] as const;

const poolEvents = [
  pool.modelAnswered,
  pool.modelFailed,
  pool.answerUnusable,
  pool.batchSubmitted,
  pool.samplesPlanned,
  pool.candidateExtracted,
  pool.candidateTested,
  pool.testProgramExtracted,
  pool.testProgramFailed,
  pool.inputGenerated,
  pool.inputsKept,
  pool.signatureTaken,
  pool.outputAgreed,
  pool.outputsCrossChecked,
] as const;

const contestEvents = [
  contest.candidatesCompared,
  contest.candidateRated,
  contest.submissionMade,
  contest.submissionRefused,
  contest.submissionJudged,
  contest.judgeFailed,
  contest.roundFinished,
  contest.problemFinished,
  contest.candidateJudged,
] as const;

export const eventSchema = z.discriminatedUnion("type", [...runEvents, ...poolEvents, ...contestEvents]);

export type RunEvent = z.infer<typeof eventSchema>;
export type EventOf<Type extends RunEvent["type"]> = Extract<RunEvent, { type: Type }>;
/** What the solver does for a problem, and what came of it. */
export type PoolEvent = z.infer<(typeof poolEvents)[number]>;
/** One that is about a problem of the run. */
export type ProblemEvent = Extract<RunEvent, { problem: string }>;

const POOL_EVENT_TYPES: ReadonlySet<string> = new Set(poolEvents.map(({ shape }) => shape.type.value));

export function isPoolEvent(event: RunEvent): event is PoolEvent {
  return POOL_EVENT_TYPES.has(event.type);
}

export function isProblemEvent(event: RunEvent): event is ProblemEvent {
  return "problem" in event;
}

/** An event with its place in the log. */
export interface LoggedEvent {
  readonly part: EventPart;
  readonly sequence: number;
  /** Milliseconds since 1970. */
  readonly atMs: number;
  readonly event: RunEvent;
}

/** The run itself; and, apart from it, verdicts that the run never asked for and that nothing but a report reads. */
export const EVENT_PARTS = ["run", "truth"] as const;
export type EventPart = (typeof EVENT_PARTS)[number];

export function partOf(event: RunEvent): EventPart {
  switch (event.type) {
    case "candidate-judged":
      return "truth";
    case "judge-failed":
      return event.during === "pool" ? "truth" : "run";
    case "run-resumed":
      return event.to === "judge-pool" ? "truth" : "run";
    default:
      return "run";
  }
}
