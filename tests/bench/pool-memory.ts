import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { forEachConcurrently } from "../../src/domain/concurrently.ts";
import { runAll } from "../../src/judge/stop-rule.ts";
import { testProgram } from "../../src/judge/test-program.ts";
import { cpp, openBench, PROBLEM, sumTestcases } from "./bench-judge.ts";
import { ordinaryProgram } from "./programs.ts";

const TESTCASES = 20;
const DISTINCT_PROGRAMS = 20;

export interface PoolMemory {
  readonly candidates: number;
  readonly peakMib: number;
}

/** The peak of a Node process of its own that judges so many candidates. Few of them are compiled: that is not its memory. */
export async function measurePoolMemory(candidates: number): Promise<PoolMemory> {
  const child = fork(fileURLToPath(import.meta.url), [String(candidates)], {
    execArgv: ["--import", "tsx"],
    stdio: "inherit",
  });
  const [[message]] = await Promise.all([once(child, "message"), once(child, "exit")]);
  const { peakKib } = message as { peakKib: number };
  return { candidates, peakMib: peakKib / 1024 };
}

async function judgeMany(candidates: number): Promise<void> {
  await using bench = await openBench(1);
  const testcases = sumTestcases(TESTCASES);
  await forEachConcurrently(Array(candidates).keys(), 2, async (number) => {
    const program = cpp(ordinaryProgram(number % DISTINCT_PROGRAMS));
    const tested = await testProgram(PROBLEM, program, { testcases, stop: runAll }, bench.deps);
    if (tested.testcases.length !== TESTCASES) throw new Error("not all testcases were run");
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await judgeMany(Number(process.argv[2]));
  process.send?.({ peakKib: process.resourceUsage().maxRSS });
  process.disconnect();
}
