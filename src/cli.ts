#!/usr/bin/env node
import { setMaxListeners } from "node:events";
import { Command, CommanderError } from "commander";
import { compare, compareCommand } from "./commands/compare.ts";
import { contest, contestCommand } from "./commands/contest.ts";
import { doctor, doctorCommand } from "./commands/doctor.ts";
import { exportCommand, exportRun } from "./commands/export.ts";
import { importCommand, importRun } from "./commands/import.ts";
import { type ExitCode, Interruption, type Io } from "./commands/io.ts";
import { judge, judgeCommand } from "./commands/judge.ts";
import { judgePool, judgePoolCommand } from "./commands/judge-pool.ts";
import { mutate, mutateCommand } from "./commands/mutate.ts";
import { replay, replayCommand } from "./commands/replay.ts";
import { runs, runsCommand } from "./commands/runs.ts";
import { solve, solveCommand } from "./commands/solve.ts";
import { train, trainCommand } from "./commands/train.ts";
import { verify, verifyCommand } from "./commands/verify.ts";
import { medalistVersion } from "./commands/version.ts";
import { view, viewCommand } from "./commands/view.ts";
import { AppError } from "./domain/errors.ts";
import { printable } from "./report/words.ts";

const USAGE = 2;
const BUG = 70;
const INTERRUPTED = 130;

const EXIT_CODES = `
Exit codes: 0 done; 1 done, but not solved or not all expectations met; 2 a mistake in what was asked for;
3 our own failure (no engine, no model); 70 a bug; 130 interrupted.`;

process.exitCode = await main();

async function main(): Promise<number> {
  const interruption = new AbortController();
  // Every request and every slot under way listens for the interruption: many are no leak.
  setMaxListeners(0, interruption.signal);
  listenForInterruption(interruption);
  const io = realIo(interruption.signal);
  let exitCode: number = 0;
  const done = async (work: Promise<ExitCode>) => {
    exitCode = await work;
  };
  const program = new Command("medalist")
    .description(
      "Solves competitive-programming problems with a language model, judges in a Docker sandbox, submits under contest limits.",
    )
    .version(medalistVersion())
    .addCommand(solveCommand((problem, options) => done(solve(problem, options, io))))
    .addCommand(contestCommand((path, options) => done(contest(path, options, io))))
    .addCommand(judgeCommand((problem, sources, options) => done(judge(problem, sources, options, io))))
    .addCommand(verifyCommand((problems, options) => done(verify(problems, options, io))))
    .addCommand(mutateCommand((problem, options) => done(mutate(problem, options, io))))
    .addCommand(replayCommand((run, options) => done(replay(run, options, io))))
    .addCommand(exportCommand((run, options) => done(exportRun(run, options, io))))
    .addCommand(importCommand((lines, run) => done(importRun(lines, run, io))))
    .addCommand(judgePoolCommand((run, packages, options) => done(judgePool(run, packages, options, io))))
    .addCommand(viewCommand((runs, options) => done(view(runs, options, io))))
    .addCommand(compareCommand((runs, options) => done(compare(runs, options, io))))
    .addCommand(trainCommand((runs, options) => done(train(runs, options, io))))
    .addCommand(runsCommand((folder, options) => done(runs(folder, options, io))))
    .addCommand(doctorCommand((options) => done(doctor(options, io))))
    .addHelpText("after", EXIT_CODES)
    .showHelpAfterError("(--help says what there is)")
    .exitOverride();
  for (const command of program.commands) command.copyInheritedSettings(program);
  try {
    await program.parseAsync();
    return exitCode;
  } catch (error) {
    return exitCodeOf(error, interruption.signal, io);
  }
}

function exitCodeOf(error: unknown, signal: AbortSignal, io: Io): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : USAGE;
  if (signal.aborted) {
    io.note("interrupted");
    return INTERRUPTED;
  }
  if (error instanceof AppError) {
    io.note(`medalist: ${printable(error.message)}`);
    return error.exitCode;
  }
  io.note(`medalist: this is a bug: ${error instanceof Error ? error.stack : String(error)}`);
  return BUG;
}

/** The first Ctrl-C ends the work in order; who presses it again does not want to wait for that. */
function listenForInterruption(interruption: AbortController): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (interruption.signal.aborted) process.exit(INTERRUPTED);
      interruption.abort(new Interruption(`interrupted by ${signal}`));
    });
  }
}

function realIo(signal: AbortSignal): Io {
  // Whoever reads our output may stop reading: `medalist replay … | head`.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit(0);
  });
  return {
    out: (text) => void process.stdout.write(text),
    note: (text) => void process.stderr.write(`${text}\n`),
    env: process.env,
    signal,
    isTerminal: process.stderr.isTTY === true && process.env["CI"] === undefined,
  };
}
