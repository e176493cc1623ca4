import ora from "ora";
import type { Io } from "./io.ts";

const PLAIN_EVERY_MS = 5_000;

/** How far a long job is: it changes on a terminal, and comes now and then elsewhere. */
export interface Progress extends Disposable {
  /** A line for the whole; lines after it are details, for terminals alone. */
  show(text: string): void;
}

export function startProgress(io: Io, quiet: boolean): Progress {
  if (quiet) return { show: () => undefined, [Symbol.dispose]: () => undefined };
  return io.isTerminal ? terminalProgress() : plainProgress(io);
}

function terminalProgress(): Progress {
  const spinner = ora({ stream: process.stderr, discardStdin: false }).start();
  return {
    show: (text) => {
      spinner.text = text;
    },
    [Symbol.dispose]: () => spinner.stop(),
  };
}

function plainProgress(io: Io): Progress {
  let saidAtMs = performance.now();
  return {
    show: (text) => {
      if (performance.now() - saidAtMs < PLAIN_EVERY_MS) return;
      saidAtMs = performance.now();
      io.note(text.split("\n", 1).join(""));
    },
    [Symbol.dispose]: () => undefined,
  };
}
