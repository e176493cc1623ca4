import { statSync } from "node:fs";
import { basename } from "node:path";
import { messageOf } from "../domain/errors.ts";
import type { Yardstick } from "../report/contest-result.ts";
import type { Report } from "../report/html/make-document.ts";
import type { RunSummary, ServedRun } from "../report/html/page-source.ts";
import { runSummary } from "../report/html/run-summary.ts";
import { RunFile } from "../run-log/run-file.ts";
import { reportOf } from "./report-of-run.ts";
import { listRunFiles } from "./run-files.ts";
import { viewOf } from "./show-run.ts";

/** How often files are looked at. */
const LOOK_EVERY_MS = 500;
/** Of the time, at most one part in so many goes into making a report anew. */
const SHARE_OF_TIME = 5;

export interface ServedReport extends Disposable {
  readonly run: RunFile;
  readonly report: Report;
}

/**
 * Run files by the names under which they are served: nothing else on the disk has a name here. A file is open only while
 * it is read, so that a run under way can leave its own in one piece.
 */
export class ServedRuns implements Disposable {
  readonly #paths: readonly string[];
  readonly #yardstick: Yardstick;
  readonly #listed = new Map<string, { readonly stamp: string; readonly run: ServedRun }>();
  readonly #watches = new Set<NodeJS.Timeout>();
  /** The one that was asked for last: pages ask for its parts next. */
  #made: { readonly stamp: string; readonly run: RunFile; readonly report: Report } | undefined;
  #slowestMs = 0;

  constructor(paths: readonly string[], yardstick: Yardstick) {
    this.#paths = paths;
    this.#yardstick = yardstick;
  }

  /** What there is now: a run that begins later is found, too. */
  async list(): Promise<ServedRun[]> {
    return [...(await this.#files())].map(([name, path]) => this.#entry(name, path));
  }

  /** Undefined where there is no run of that name. */
  async open(name: string): Promise<ServedReport | undefined> {
    const path = (await this.#files()).get(name);
    if (path === undefined) return undefined;
    const stamp = stampOf(path);
    const known = this.#made?.run.path === path && this.#made.stamp === stamp ? this.#made : undefined;
    known?.run.reopenToRead();
    const { run, report } = known ?? this.#make(path, stamp);
    return { run, report, [Symbol.dispose]: () => run[Symbol.dispose]() };
  }

  /** Calls back when a run, or without a name any of them, has changed; returns how to stop. */
  onChange(name: string | undefined, act: () => void): () => void {
    let last: string | undefined;
    let quietUntilMs = 0;
    const look = async () => {
      const files = [...(await this.#files())].filter(([own]) => name === undefined || own === name);
      const now = files.map(([own, path]) => `${own} ${stampOf(path)}`).join();
      last ??= now;
      if (now === last || performance.now() < quietUntilMs) return;
      last = now;
      quietUntilMs = performance.now() + this.#slowestMs * SHARE_OF_TIME;
      act();
    };
    const watch = setInterval(() => void look(), LOOK_EVERY_MS);
    this.#watches.add(watch);
    void look();
    return () => {
      clearInterval(watch);
      this.#watches.delete(watch);
    };
  }

  [Symbol.dispose](): void {
    for (const watch of this.#watches) clearInterval(watch);
  }

  #make(path: string, stamp: string): Omit<ServedReport, typeof Symbol.dispose> {
    const run = RunFile.openToRead(path);
    try {
      const startMs = performance.now();
      const report = reportOf(run, this.#yardstick);
      this.#slowestMs = Math.max(this.#slowestMs, performance.now() - startMs);
      this.#made = { stamp, run, report };
      return this.#made;
    } catch (error) {
      run[Symbol.dispose]();
      throw error;
    }
  }

  #entry(name: string, path: string): ServedRun {
    const stamp = stampOf(path);
    const known = this.#listed.get(path);
    if (known?.stamp === stamp) return known.run;
    const run = { file: basename(path), url: runUrl(name), ...factsOf(path) };
    this.#listed.set(path, { stamp, run });
    return run;
  }

  /** By name; of two files with one name the second has a number. */
  async #files(): Promise<Map<string, string>> {
    const files = new Map<string, string>();
    for (const path of this.#paths) {
      const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory();
      for (const file of isFolder ? await listRunFiles(path) : [path]) {
        const name = basename(file);
        let free = name;
        for (let number = 2; files.has(free); number++) free = `${name}-${number}`;
        files.set(free, file);
      }
    }
    return files;
  }
}

export function runUrl(name: string): string {
  return `/run/${encodeURIComponent(name)}`;
}

/** One file that cannot be read must not hide the others: it is listed with what is wrong with it. */
function factsOf(path: string): RunSummary {
  try {
    using run = RunFile.openToRead(path);
    return runSummary(viewOf(run));
  } catch (error) {
    return { error: messageOf(error) };
  }
}

/** What is being written is not in the file itself yet, but in the log beside it. */
function stampOf(path: string): string {
  const stamps = [path, `${path}-wal`].map((file) => statSync(file, { throwIfNoEntry: false }));
  return stamps.map((stats) => `${stats?.size} ${stats?.mtimeMs}`).join();
}
