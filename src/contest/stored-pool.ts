import type { FeedbackLevel } from "../domain/feedback.ts";
import type { Judgement } from "../domain/judgement.ts";
import type { EventOf, LoggedEvent } from "../run-log/event.ts";
import { isProblemEvent } from "../run-log/event.ts";
import type { PoolView } from "../selection/strategy.ts";
import { AttemptState } from "./attempt-state.ts";
import { viewPool } from "./view-pool.ts";

/** One problem of a finished run: what a strategy would have seen before the first submission, and what is true. */
export interface StoredPool {
  readonly problem: EventOf<"run-started">["problems"][number];
  readonly view: PoolView;
  /** Of every candidate that compiles, where the run was judged to its end. */
  readonly truth: ReadonlyMap<string, Judgement>;
  readonly feedback: FeedbackLevel;
}

/** Behind the server's wall: for reports, benches and training on runs that are over, never for a run under way. */
export function storedPools(events: readonly LoggedEvent[], readText: (sha256: string) => string): StoredPool[] {
  const started = events.flatMap(({ event }) => (event.type === "run-started" ? [event] : []))[0];
  if (!started) throw new Error("a run without its first event");
  return started.problems.map((problem): StoredPool => {
    const state = new AttemptState(problem.id, events);
    const known = { state, submissions: [], readText };
    const view = viewPool(problem, started.submissionLimit, known);
    return { problem, view, truth: truthOf(problem.id, state, events), feedback: started.feedback };
  });
}

/** Candidates that compile whose truth nobody knows: a simulation that meets one would have to guess. */
export function unjudged({ view, truth }: StoredPool): number {
  return view.candidates.filter(({ id, compiles }) => compiles && !truth.has(id)).length;
}

function truthOf(problem: string, state: AttemptState, events: readonly LoggedEvent[]): Map<string, Judgement> {
  const truth = new Map<string, Judgement>();
  for (const { event } of events)
    if (isProblemEvent(event) && event.problem === problem && event.type === "candidate-judged")
      truth.set(event.candidate, event.judgement);
  for (const { number, candidate } of state.made) {
    const judged = state.judged.get(number);
    if (judged) truth.set(candidate, judged.judgement);
  }
  return truth;
}
