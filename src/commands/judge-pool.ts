import { Command } from "commander";
import { AttemptState } from "../contest/attempt-state.ts";
import { judgePool as judgeRestOf } from "../contest/judge-pool.ts";
import { notJudged } from "../contest/judge-rest.ts";
import { startOf } from "../contest/stored-pool.ts";
import { UsageError } from "../domain/errors.ts";
import { prepareProblem } from "../judge/prepare-problem.ts";
import type { LoggedEvent } from "../run-log/event.ts";
import { RunFile } from "../run-log/run-file.ts";
import { RunPackages } from "./find-run-packages.ts";
import type { ExitCode, Io } from "./io.ts";
import { openJudge } from "./open-judge.ts";
import { jsonOption, quietOption, slotsOption } from "./options.ts";
import { startProgress } from "./progress.ts";

export interface JudgePoolOptions {
  readonly slots?: number;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

const PACKAGES = "problems";

export function judgePoolCommand(
  act: (run: string, packages: string | undefined, options: JudgePoolOptions) => Promise<void>,
): Command {
  return new Command("judge-pool")
    .description("judge what a finished run never submitted, once, for replays: its verdicts stay in the run file")
    .argument("<run>", "a run file")
    .argument("[packages]", "the problem package, the contest, or a folder they are in", PACKAGES)
    .addOption(slotsOption())
    .addOption(jsonOption())
    .addOption(quietOption())
    .action(act);
}

export async function judgePool(
  path: string,
  packages = PACKAGES,
  options: JudgePoolOptions,
  io: Io,
): Promise<ExitCode> {
  using run = RunFile.openToResume(path);
  const logged = [...run.events()];
  const started = startOf(logged);
  if (!logged.some(({ event }) => event.type === "run-finished"))
    throw new UsageError(`${path} is not over: finish it with --resume before anybody sees its verdicts`);
  const open = started.problems.filter(({ id }) => leftOf(logged, id) > 0);
  const left = open.reduce((total, { id }) => total + leftOf(logged, id), 0);
  if (left > 0) {
    await using found = await RunPackages.find(packages, open, io.signal);
    const { image = "default", timeFactor = {} } = started;
    await using judge = await openJudge({ ...options, image, timeFactor }, [started.language], io);
    if (judge.imageId !== started.imageId) io.note("the sandbox image is another one than the run's: times may differ");
    using progress = startProgress(io, options.quiet ?? false);
    const limits = new Map(started.problems.map((problem) => [problem.id, problem.timeLimitMs]));
    const prepared = [];
    for (const problem of found.problems) {
      const known = { ...problem, timeLimit: { kind: "known", ms: limits.get(problem.id) ?? Number.NaN } as const };
      prepared.push(await prepareProblem(known, judge, (what) => progress.show(what)));
    }
    let done = 0;
    run.onAppend(({ event }) => {
      if (event.type === "candidate-judged") progress.show(`${++done} of ${left} candidates judged`);
    });
    run.append({ type: "run-resumed", to: "judge-pool" });
    await judgeRestOf(prepared, started, { judge, log: run, logged, readText: (sha256) => run.text(sha256) });
  }
  const known = `${path} knows the verdict of every candidate that compiles`;
  if (options.json) io.out(`${JSON.stringify({ run: path, judged: left, missingVerdicts: 0 })}\n`);
  else io.out(`${left === 0 ? "nothing was left to judge" : `${left} judged`}: ${known}\n`);
  return 0;
}

function leftOf(logged: readonly LoggedEvent[], problem: string): number {
  return notJudged(new AttemptState(problem, logged)).length;
}
