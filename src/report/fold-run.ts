import { type EventOf, type EventPart, isProblemEvent, type LoggedEvent, type RunEvent } from "../run-log/event.ts";
import { applyToProblem, emptyProblemFold, type ProblemFold } from "./fold-problem.ts";

/** Everything that a report says, before it is put in words. */
export interface RunFold {
  started: EventOf<"run-started"> | undefined;
  startedAtMs: number;
  /** In the order of the run's first event. */
  readonly problems: Map<string, ProblemFold>;
  isFinished: boolean;
  interruptedBecause: string | undefined;
  /** Time in which the run was under way: what lies between an end and a resumption does not count. */
  activeMs: number;
}

/** The state of a run from its events: live, or from a file; nobody can tell which. */
export function foldRun(events: Iterable<LoggedEvent>): RunFold {
  const fold: RunFold = {
    ...{ started: undefined, startedAtMs: 0, problems: new Map() },
    ...{ isFinished: false, interruptedBecause: undefined, activeMs: 0 },
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
  const all = [...events];
  const startMs = all.find(({ event }) => event.type === "run-started")?.atMs ?? 0;
  const latest = new Map<EventPart, number>();
  const placed = all.map(({ part, event, atMs }) => {
    const notBefore = Math.max(atMs, latest.get(part) ?? startMs);
    latest.set(part, notBefore);
    return { event, atMs: notBefore };
  });
  return placed.sort((a, b) => a.atMs - b.atMs);
}

function apply(fold: RunFold, event: RunEvent): void {
  if (isProblemEvent(event)) {
    const problem = fold.problems.get(event.problem);
    if (!problem) throw new Error(`an event of problem ${event.problem}, which is not of this run`);
    applyToProblem(problem, event);
    return;
  }
  switch (event.type) {
    case "run-started":
      fold.started = event;
      for (const { id } of event.problems) fold.problems.set(id, emptyProblemFold());
      break;
    case "run-resumed":
      if (event.to !== "judge-pool") fold.interruptedBecause = undefined;
      break;
    case "run-interrupted":
      fold.interruptedBecause = event.reason;
      break;
    case "run-finished":
      fold.isFinished = true;
      break;
    default:
      event satisfies never;
  }
}
