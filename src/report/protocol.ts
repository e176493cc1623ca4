import { rulesOf } from "../contest/rules/score-contest.ts";
import type { SubmissionClock } from "../contest/submission-clock/submission-clock.ts";
import type { EventOf } from "../run-log/event.ts";
import { plural } from "./words.ts";

/** How a result came about: what must be the same before ratings of two models can be compared. */
export interface Protocol {
  readonly strategy: string;
  /** Of attempts. */
  readonly order: string;
  readonly submissionLimit: number;
  readonly feedback: string;
  readonly rules: string;
  readonly clock: string;
  readonly contests: readonly string[];
  /** Undefined where the contest does not say whom it is for. */
  readonly divisions: readonly string[] | undefined;
  /** A result of one run says nothing of how another would differ. */
  readonly runs: number;
}

export function protocolOf(started: EventOf<"run-started">, clock: SubmissionClock): Protocol {
  const { strategy, rounds, submissionLimit, feedback, contest } = started;
  const turns = rounds === 1 ? "after all sampling" : `in ${rounds} rounds of sampling and submitting`;
  return {
    ...{ strategy, order: `the strategy's own, ${turns}; problems of a day side by side`, submissionLimit, feedback },
    ...{ rules: rulesOf(started).describe, clock: clock.describe, contests: contest ? [contest.name] : [] },
    ...{ divisions: contest?.division === undefined ? undefined : [contest.division], runs: 1 },
  };
}

/** For people. */
export function protocolLines(protocol: Protocol): string[] {
  const { strategy, order, submissionLimit, feedback, clock, contests, divisions, runs } = protocol;
  const reruns = runs === 1 ? "1 run, no reruns" : plural(runs, "run");
  return [
    `protocol: ${strategy}, at most ${plural(submissionLimit, "submission")} a problem, feedback ${feedback}; ${reruns}`,
    `order of attempts: ${order}`,
    `time: ${clock}`,
    `contests: ${contests.join(", ")}; division: ${divisions?.join(", ") ?? "unknown"}`,
  ];
}
