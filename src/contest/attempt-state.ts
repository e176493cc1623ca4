import { type EventOf, isPoolEvent, isProblemEvent, type LoggedEvent } from "../run-log/event.ts";
import { PoolState } from "../solver/pool-state.ts";

/** Folded from the log: where the attempt at one problem stands. */
export class AttemptState {
  readonly pool = new PoolState();
  readonly made: EventOf<"submission-made">[] = [];
  readonly judged = new Map<number, EventOf<"submission-judged">>();
  readonly truth = new Set<string>();
  readonly comparisons: (EventOf<"candidates-compared"> & { readonly round: number })[] = [];
  /** The first question for the model's judgement in this round. */
  firstComparison = 0;
  /** What the model said of candidates one by one, from 0 to 1. */
  readonly ratings = new Map<string, number>();
  /** Candidates entered so far: what is logged, and what this part of the run adds. */
  readonly submitted = new Set<string>();
  /** From 0: the round that is under way. */
  round = 0;
  /** Once submitting has begun the pool is closed for its round. */
  isSubmitting = false;
  finished = false;

  constructor(problemId: string, logged: Iterable<LoggedEvent>) {
    for (const { event } of logged) {
      if (!isProblemEvent(event) || event.problem !== problemId) continue;
      if (isPoolEvent(event)) {
        this.pool.apply(event);
        continue;
      }
      switch (event.type) {
        case "submission-made":
          this.made.push(event);
          this.submitted.add(event.candidate);
          this.isSubmitting = true;
          break;
        case "submission-judged":
          this.judged.set(event.number, event);
          break;
        case "candidate-judged":
          this.truth.add(event.candidate);
          break;
        case "candidates-compared":
          this.comparisons.push({ ...event, round: this.round });
          break;
        case "round-finished":
          this.enterRound(event.round + 1);
          break;
        case "problem-finished":
          this.finished = true;
          break;
        case "candidate-rated":
          this.ratings.set(event.candidate, event.score);
          break;
        case "submission-refused":
        case "judge-failed":
          break;
        default:
          event satisfies never;
      }
    }
  }

  enterRound(round: number): void {
    this.round = round;
    this.isSubmitting = false;
    this.firstComparison = Math.max(0, ...this.comparisons.map(({ sample }) => sample + 1));
  }
}
