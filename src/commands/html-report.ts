import { existsSync } from "node:fs";
import { mkdir, open, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { JudgeError, messageOf, UsageError } from "../domain/errors.ts";
import type { Yardstick } from "../report/contest-result.ts";
import { type Client, renderReportFile } from "../report/html/render-html.ts";
import type { RunFile } from "../run-log/run-file.ts";
import type { Io } from "./io.ts";
import { reportOf } from "./report-of-run.ts";

const BEGINNING = "<!doctype html>";

/** Writes the pages of a run as one file. */
export async function writeHtmlReport(path: string, run: RunFile, yardstick: Yardstick, io: Io): Promise<void> {
  await refuseHtmlPath(path);
  const html = renderReportFile(reportOf(run, yardstick), (sha256) => run.text(sha256), await readClient());
  const unfinished = `${path}.part`;
  try {
    await writeFile(unfinished, html);
    await rename(unfinished, path);
  } catch (error) {
    throw new UsageError(`${path} cannot be written: ${messageOf(error)}`, { cause: error });
  }
  io.note(`HTML report: ${path}`);
}

/** Told before anything is spent. What is no page is not overwritten: it may be the run file. */
export async function refuseHtmlPath(path: string | undefined): Promise<void> {
  if (path === undefined) return;
  try {
    await mkdir(dirname(path), { recursive: true });
    if (!existsSync(path)) return;
    await using file = await open(path, "r");
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(BEGINNING.length) });
    if (buffer.toString("latin1", 0, bytesRead) === BEGINNING) return;
  } catch (error) {
    throw new UsageError(`--html ${path}: it cannot be written: ${messageOf(error)}`, { cause: error });
  }
  throw new UsageError(`--html ${path}: there is a file that is no HTML report: name another one`);
}

/** The pages' own program, as the build left it: there is one place for it, also where this runs from source. */
export async function readClient(): Promise<Client> {
  const read = (name: string) =>
    readFile(new URL(`../../dist/report/html/client/${name}`, import.meta.url), "utf8").catch((error: unknown) => {
      throw new JudgeError(`the pages of the HTML report are not built: run \`npm run build\``, { cause: error });
    });
  return { script: await read("main.js"), style: await read("style.css") };
}
