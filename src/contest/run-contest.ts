import type { Clock } from "../domain/clock.ts";
import { forEachConcurrently } from "../domain/concurrently.ts";
import type { Problem } from "../domain/problem.ts";
import { InputFolder } from "../judge/input-folder.ts";
import type { LanguageModel } from "../model/language-model.ts";
import type { LoggedEvent } from "../run-log/event.ts";
import { type AttemptDeps, type AttemptSettings, ProblemAttempt } from "./attempt-problem.ts";
import { ContestClock, stoodAtMs } from "./contest-clock.ts";

export interface RunSettings extends AttemptSettings {
  /** Judge what was not submitted too, afterwards, so that the report can say what random choice would have got. */
  readonly baselines: boolean;
}

export interface DatedProblem {
  readonly problem: Problem;
  /** From 1. */
  readonly day: number;
  readonly model: LanguageModel;
}

export interface RunDeps extends Omit<AttemptDeps, "contestClock" | "model" | "inputFolder"> {
  readonly clock: Clock;
  readonly logged: readonly LoggedEvent[];
}

/** Problems under way at a time: one is judged while another waits for its model. */
const SIDE_BY_SIDE = 3;

/** All problems of a run, day by day, those of a day side by side; then what was not submitted is judged for comparison. */
export async function runContest(
  problems: readonly DatedProblem[],
  settings: RunSettings,
  deps: RunDeps,
): Promise<void> {
  await using inputFolder = await InputFolder.make();
  const days = [...new Set(problems.map(({ day }) => day))].sort((a, b) => a - b);
  const attempts: ProblemAttempt[] = [];
  for (const day of days) {
    const own = problems.filter((problem) => problem.day === day);
    const contestClock = new ContestClock(
      deps.clock,
      stoodAtMs(new Set(own.map(({ problem }) => problem.id)), deps.logged),
    );
    const todays = own.map(({ problem, model }) => {
      const samples = Math.min(settings.samples, model.answerCount ?? settings.samples);
      const concurrency = Math.max(1, Math.floor(settings.concurrency / Math.min(own.length, SIDE_BY_SIDE)));
      return new ProblemAttempt(
        problem,
        { ...settings, samples, concurrency },
        { ...deps, model, contestClock, inputFolder },
      );
    });
    await forEachConcurrently(todays, SIDE_BY_SIDE, (attempt) => attempt.goOn());
    attempts.push(...todays);
  }
  if (!deps.logged.some(({ event }) => event.type === "run-finished")) deps.log.append({ type: "run-finished" });
  if (settings.baselines) for (const attempt of attempts) await attempt.judgeRest();
}
