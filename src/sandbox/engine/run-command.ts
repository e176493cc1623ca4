import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { JudgeError } from "../../domain/errors.ts";
import type { SetUpOptions } from "./set-up-report.ts";

export type Argv = readonly [string, ...string[]];

/** Runs a program of the machine to its end and gives its output; a failing one throws with the last lines it printed. */
export async function runCommand(argv: Argv, options: SetUpOptions): Promise<string> {
  const child = spawnCommand(argv, options.signal);
  const lines: string[] = [];
  const note = (line: string) => {
    lines.push(line);
    options.report.output(line);
  };
  await Promise.all([commandEnd(child, argv, lines), readLines(child.stdout, note), readLines(child.stderr, note)]);
  return lines.join("\n");
}

export function spawnCommand(argv: Argv, signal: AbortSignal | undefined) {
  const [program, ...args] = argv;
  return spawn(program, args, { stdio: ["ignore", "pipe", "pipe"], signal });
}

/** Settles when the program has ended and its streams are closed; `lines` is what to show where it failed. */
export function commandEnd(child: ChildProcess, argv: Argv, lines: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once("error", (cause) => {
      reject(new JudgeError(`cannot run ${argv[0]}: ${cause.message}`, { cause }));
    });
    child.once("close", (code, signal) => {
      if (code === 0) resolve();
      else {
        const end = signal === null ? `exited with code ${code}` : `was killed by ${signal}`;
        reject(new JudgeError(withTail(`\`${argv.join(" ")}\` ${end}`, lines)));
      }
    });
  });
}

export async function readLines(stream: Readable, note: (line: string) => void): Promise<void> {
  // Progress bars end their lines with a carriage return.
  for await (const text of createInterface({ input: stream })) {
    const line = text.slice(text.lastIndexOf("\r") + 1).trimEnd();
    if (line !== "") note(line);
  }
}

/** A message followed by the last lines some program printed. */
export function withTail(message: string, lines: readonly string[]): string {
  return [`${message}${lines.length > 0 ? ":" : ""}`, ...lines.slice(-20)].join("\n  ");
}
