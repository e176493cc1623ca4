import { existsSync } from "node:fs";
import { UsageError } from "../domain/errors.ts";
import { isFullScore } from "../domain/scoring.ts";
import { renderRepeatsJson, renderRepeatsText, repeatsOf } from "../report/repeats.ts";
import type { ExitCode, Io } from "./io.ts";
import { carryOut, type Repetition, refuseMistakes, type Undertaking } from "./perform-run.ts";
import { newestRepeatsOf, newRunPath } from "./run-files.ts";
import type { RunOptions } from "./run-options.ts";
import { readShownRun } from "./show-run.ts";

/** Several runs of a contest, each with a seed and a file of its own, then how their results differ. Resumed, it goes on where it was. */
export async function repeatRun(undertaking: Undertaking, options: RunOptions, io: Io): Promise<ExitCode> {
  const { repeat = 1, resume = false, html } = options;
  if (html !== undefined) throw new UsageError("--html shows one run: write it with medalist replay RUN --html FILE");
  await refuseMistakes(undertaking, options);
  const base = options.run ?? (resume ? await newestRepeatsOf(undertaking.id) : newRunPath(undertaking.id));
  const paths = Array.from({ length: repeat }, (_, index) => pathOf(base, index + 1));
  const there = paths.filter((path) => existsSync(path));
  if (!resume && there.length > 0)
    throw new UsageError(`${there[0]} is there already: go on with --resume, or name other files with --run`);
  if (resume && there[0] !== paths[0])
    throw new UsageError(`there is no ${paths[0]} to resume: expected the name that the runs were started with`);
  for (const [index, path] of paths.entries()) {
    const first = existsSync(paths[0] ?? path) ? readFirst(paths[0] ?? path, options) : undefined;
    if (first && isOver(path, options)) continue;
    const repetition = { number: index + 1, of: repeat, first };
    await carryOutOne({ ...undertaking, repetition }, { ...options, run: path }, { base, io });
  }
  const repeats = repeatsOf(paths.map((path) => readShownRun(path, options)));
  io.out(options.json ? renderRepeatsJson(repeats) : renderRepeatsText(repeats));
  return repeats.runs.every(({ shown: { view } }) => isFullScore(view.score, view.maxScore)) ? 0 : 1;
}

/** One after another: `cup.sqlite` stands for `cup-run1.sqlite`, `cup-run2.sqlite`, … */
function pathOf(base: string, number: number): string {
  return `${base.replace(/\.sqlite$/, "")}-run${number}.sqlite`;
}

async function carryOutOne(
  undertaking: Undertaking & { readonly repetition: Repetition },
  options: RunOptions & { readonly run: string },
  { base, io }: { readonly base: string; readonly io: Io },
): Promise<void> {
  const { number, of, first } = undertaking.repetition;
  const seed = (options.given.has("seed") ? undefined : first?.started.seed) ?? options.seed;
  const own = { ...options, seed: seed + number - 1, resume: existsSync(options.run) };
  const resumeLine = () => `${undertaking.resumeLine(base)} --repeat ${of}, and the other options as they were`;
  using _log = await carryOut({ ...undertaking, resumeLine }, own, io);
}

function readFirst(path: string, options: RunOptions): Repetition["first"] {
  return { path, started: readShownRun(path, options).view.started };
}

/** Whether nothing of a run is left to do. */
function isOver(path: string, options: RunOptions): boolean {
  if (!existsSync(path)) return false;
  const { view } = readShownRun(path, options);
  return view.state.kind === "finished" && (!options.baselines || view.baselines.random !== undefined);
}
