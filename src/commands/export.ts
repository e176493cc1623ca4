import { createWriteStream } from "node:fs";
import { mkdir, readdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Command } from "commander";
import { messageOf, UsageError } from "../domain/errors.ts";
import type { Yardstick } from "../report/contest-result.ts";
import { candidatesTable, submissionsTable, testcasesTable } from "../report/export-tables.ts";
import { foldRun } from "../report/fold-run.ts";
import { contestJson } from "../report/render-contest.ts";
import { jsonLines } from "../run-log/jsonl.ts";
import { RunFile } from "../run-log/run-file.ts";
import type { ExitCode, Io } from "./io.ts";
import { clockOption, jsonOption, quietOption, ratingDistributionOption } from "./options.ts";
import { contestOf, standingsOf, viewOfFold } from "./show-run.ts";

export interface ExportOptions extends Yardstick {
  readonly to: string;
  readonly json?: boolean;
}

export function exportCommand(act: (run: string, options: ExportOptions) => Promise<void>): Command {
  return new Command("export")
    .description("a run as text: events and texts as JSONL, tables as CSV, a contest's standings as JSON")
    .argument("<run>", "a run file")
    .requiredOption("--to <folder>", "a new folder, or an empty one")
    .addOption(clockOption())
    .addOption(ratingDistributionOption())
    .addOption(jsonOption())
    .addOption(quietOption())
    .action(act);
}

export async function exportRun(path: string, options: ExportOptions, io: Io): Promise<ExitCode> {
  const { to, json } = options;
  using run = RunFile.openToRead(path);
  const fold = foldRun(run.events());
  const view = viewOfFold(run, fold);
  const contest = contestOf(run, fold, options);
  await makeEmpty(to);
  const files: Record<string, Iterable<string>> = {
    "run.jsonl": withLineEnds(jsonLines(run)),
    "candidates.csv": candidatesTable(fold),
    "submissions.csv": submissionsTable(view.problems),
    "testcases.csv": testcasesTable(fold),
  };
  if (contest) {
    const others = standingsOf(run, view.started)?.participants ?? [];
    files["standings.json"] = [`${JSON.stringify({ ...contestJson(contest), participants: others }, null, 2)}\n`];
  }
  for (const [name, pieces] of Object.entries(files)) {
    io.signal.throwIfAborted();
    await write(join(to, name), pieces, io.signal);
  }
  const names = Object.keys(files);
  io.out(json ? `${JSON.stringify({ run: path, to, files: names }, null, 2)}\n` : `${to}: ${names.join(", ")}\n`);
  return 0;
}

async function makeEmpty(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    if ((await readdir(folder)).length === 0) return;
  } catch (error) {
    throw new UsageError(`--to ${folder}: it cannot be written: ${messageOf(error)}`, { cause: error });
  }
  throw new UsageError(`--to ${folder}: it is not empty: name another folder`);
}

/** Under its name once it is whole. */
async function write(path: string, pieces: Iterable<string>, signal: AbortSignal): Promise<void> {
  const unfinished = `${path}.part`;
  await pipeline(Readable.from(pieces), createWriteStream(unfinished), { signal });
  await rename(unfinished, path);
}

function* withLineEnds(lines: Iterable<string>): Generator<string> {
  for (const line of lines) yield `${line}\n`;
}
