import { systemClock } from "../domain/clock.ts";
import type { Problem } from "../domain/problem.ts";
import { judgeProgram } from "../judge/judge-program.ts";
import { stopLostSubtasks } from "../judge/stop-rule.ts";
import type { JudgeDeps } from "../judge/test-program.ts";
import type { EventOf, LoggedEvent } from "../run-log/event.ts";
import type { RunLog } from "../run-log/run-log.ts";
import { AttemptState } from "./attempt-state.ts";
import { ContestClock } from "./contest-clock.ts";
import { ContestServer } from "./contest-server.ts";
import { judgeRest } from "./judge-rest.ts";

export interface JudgePoolDeps {
  readonly judge: JudgeDeps;
  readonly log: RunLog;
  readonly logged: readonly LoggedEvent[];
  readonly readText: (sha256: string) => string;
}

/** Of a run that is over: judges what it never submitted, as its contest would have judged it. */
export async function judgePool(
  problems: readonly Problem[],
  started: EventOf<"run-started">,
  { judge, log, logged, readText }: JudgePoolDeps,
): Promise<void> {
  for (const problem of problems) {
    const state = new AttemptState(problem.id, logged);
    const stop = stopLostSubtasks(problem);
    const terms = { ...started, endsAtMs: started.lengthMs ?? Number.POSITIVE_INFINITY };
    const history = { made: state.made.length, lastAtMs: state.made.at(-1)?.atMs };
    const server = new ContestServer(problem, terms, history, {
      ...{ log, contestClock: new ContestClock(systemClock, 0) },
      judge: (program) => judgeProgram(problem, program, stop, judge),
    });
    await judgeRest(state, { server, readText, slotCount: judge.sandbox.slotCount });
  }
}
