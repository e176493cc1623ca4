import type { EventOf, EventPart, LoggedEvent, RunEvent } from "../run-log/event.ts";

/** Everything that a report says, before it is put in words. */
export interface RunFold {
  started: EventOf<"run-started"> | undefined;
  startedAtMs: number;
  readonly answers: Map<number, EventOf<"model-answered">>;
  readonly unusable: Map<number, string>;
  readonly modelFailures: Map<number, string>;
  readonly candidates: Map<string, EventOf<"candidate-extracted">>;
  readonly tested: Map<string, EventOf<"candidate-tested">>;
  readonly submissions: Map<number, FoldedSubmission>;
  readonly truth: Map<string, EventOf<"candidate-judged">["judgement"]>;
  readonly judgeFailures: EventOf<"judge-failed">[];
  finishedBecause: string | undefined;
  interruptedBecause: string | undefined;
  /** Time in which the run was under way: what lies between an end and a resumption does not count. */
  activeMs: number;
}

export interface FoldedSubmission {
  readonly made: EventOf<"submission-made">;
  judgement: EventOf<"submission-judged">["judgement"] | undefined;
}

/** The state of a run from its events: live, or from a file; nobody can tell which. */
export function foldRun(events: Iterable<LoggedEvent>): RunFold {
  const fold: RunFold = {
    started: undefined,
    startedAtMs: 0,
    answers: new Map(),
    unusable: new Map(),
    modelFailures: new Map(),
    candidates: new Map(),
    tested: new Map(),
    submissions: new Map(),
    truth: new Map(),
    judgeFailures: [],
    finishedBecause: undefined,
    interruptedBecause: undefined,
    activeMs: 0,
  };
  let lastAtMs: number | undefined;
  for (const { event, atMs } of inOrder(events)) {
    if (event.type === "run-started") fold.startedAtMs = atMs;
    if (lastAtMs !== undefined && event.type !== "run-resumed") fold.activeMs += atMs - lastAtMs;
    lastAtMs = atMs;
    apply(fold, event);
  }
  return fold;
}

/** The two parts in one sequence by time, each in its own order even where the machine's clock was set back. */
function inOrder(events: Iterable<LoggedEvent>): { event: RunEvent; atMs: number }[] {
  const latest = new Map<EventPart, number>();
  const placed = [...events].map(({ part, event, atMs }) => {
    const notBefore = Math.max(atMs, latest.get(part) ?? atMs);
    latest.set(part, notBefore);
    return { event, atMs: notBefore };
  });
  return placed.sort((a, b) => a.atMs - b.atMs);
}

function apply(fold: RunFold, event: RunEvent): void {
  switch (event.type) {
    case "run-started":
      fold.started = event;
      break;
    case "run-resumed":
      fold.interruptedBecause = undefined;
      break;
    case "model-answered":
      fold.answers.set(event.sample, event);
      fold.modelFailures.delete(event.sample);
      break;
    case "model-failed":
      fold.modelFailures.set(event.sample, event.message);
      break;
    case "answer-unusable":
      fold.unusable.set(event.sample, event.reason);
      break;
    case "candidate-extracted":
      fold.candidates.set(event.candidate, event);
      break;
    case "candidate-tested":
      fold.tested.set(event.candidate, event);
      break;
    case "submission-made":
      fold.submissions.set(event.number, { made: event, judgement: undefined });
      break;
    case "submission-judged": {
      const submission = fold.submissions.get(event.number);
      if (submission) submission.judgement = event.judgement;
      break;
    }
    case "candidate-judged":
      fold.truth.set(event.candidate, event.judgement);
      break;
    case "judge-failed":
      fold.judgeFailures.push(event);
      break;
    case "run-interrupted":
      fold.interruptedBecause = event.reason;
      break;
    case "run-finished":
      fold.finishedBecause = event.reason;
      break;
    default:
      event satisfies never;
  }
}
