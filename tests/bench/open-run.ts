import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";
import { foldRun } from "../../src/report/fold-run.ts";
import { RunFile } from "../../src/run-log/run-file.ts";
import { WorkFolder } from "../e2e/support/command.ts";
import { writeMadeRun } from "../support/made-run.ts";

const CLI = join(import.meta.dirname, "../../dist/cli.js");

export interface Opened {
  readonly mib: number;
  /** Every event read, checked against its chain, and folded. */
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly reportSeconds: number;
}

/** A log of so many candidates, each judged on 300 testcases. */
export function measureOpenRun(candidates: number): Opened {
  using work = new WorkFolder();
  const path = work.at("made.sqlite");
  const sizes = { candidates, testcases: 300, submissions: 50, inputs: 64 };
  writeMadeRun(path, {
    problems: ["alpha"],
    ...sizes,
    sourceOf: (candidate) => `int main() { return ${candidate}; }\n`,
  });
  const startMs = performance.now();
  const before = process.cpuUsage();
  {
    using run = RunFile.openToRead(path);
    foldRun(run.events());
  }
  const { user, system } = process.cpuUsage(before);
  const seconds = (performance.now() - startMs) / 1000;
  const reportedMs = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [CLI, "replay", path], { maxBuffer: 2 ** 28 });
  if (status !== 0 && status !== 1) throw new Error(String(stderr));
  return {
    mib: statSync(path).size / 1024 / 1024,
    ...{ seconds, cpuSeconds: (user + system) / 1e6, reportSeconds: (performance.now() - reportedMs) / 1000 },
  };
}
