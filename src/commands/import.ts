import { existsSync, rmSync } from "node:fs";
import { link, open } from "node:fs/promises";
import { Command } from "commander";
import { messageOf, UsageError } from "../domain/errors.ts";
import { takeJsonLines } from "../run-log/jsonl.ts";
import { RunFile } from "../run-log/run-file.ts";
import type { ExitCode, Io } from "./io.ts";
import { quietOption } from "./options.ts";

export function importCommand(act: (lines: string, run: string) => Promise<void>): Command {
  return new Command("import")
    .description("make a run file of the JSONL that export wrote; a changed line is refused")
    .argument("<jsonl>", "run.jsonl")
    .argument("<run>", "the run file to make")
    .addOption(quietOption())
    .action(act);
}

export async function importRun(source: string, path: string, io: Io): Promise<ExitCode> {
  if (existsSync(path)) throw new UsageError(`${path} exists already: name another file`);
  // It gets its name when it is whole: what is broken half way is no run file.
  const unfinished = `${path}.part`;
  rmSync(unfinished, { force: true });
  try {
    {
      using run = RunFile.create(unfinished);
      await takeJsonLines(linesOf(source, io.signal), run, source);
    }
    await link(unfinished, path);
  } finally {
    rmSync(unfinished, { force: true });
  }
  io.out(`${path}: made of ${source}\n`);
  return 0;
}

async function* linesOf(path: string, signal: AbortSignal): AsyncGenerator<string> {
  const file = await open(path).catch((error: unknown) => {
    throw new UsageError(`${path} cannot be read: ${messageOf(error)}`, { cause: error });
  });
  if ((await file.stat()).isDirectory()) {
    await file.close();
    throw new UsageError(`${path} is a folder: expected the run.jsonl in it`);
  }
  for await (const line of file.readLines({ encoding: "utf8" })) {
    signal.throwIfAborted();
    yield line;
  }
}
