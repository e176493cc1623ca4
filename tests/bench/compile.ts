import { compileProgram } from "../../src/judge/compile-program.ts";
import type { Slot } from "../../src/sandbox/sandbox.ts";
import { type Bench, cpp, median, memoryCache, noCache, openBench, PROBLEM, timedMs } from "./bench-judge.ts";
import { ordinaryProgram } from "./programs.ts";

export interface CompileTimes {
  readonly withHeaderMs: number;
  readonly withoutHeaderMs: number;
  readonly withoutOverWith: number;
  readonly cacheHitMs: number;
}

/** After another include GCC passes over a precompiled header: the same flags, and all else the same. */
const WITHOUT_HEADER = "#include <cstddef>\n";

export async function measureCompile(rounds: number): Promise<CompileTimes> {
  await using bench = await openBench(1);
  const rows: { with: number; without: number; hit: number }[] = [];
  for (let round = 0; round <= rounds; round++) {
    const source = ordinaryProgram(round);
    const row = {
      with: await compileMs(bench, source),
      without: await compileMs(bench, WITHOUT_HEADER + source),
      hit: await cacheHitMs(bench, source),
    };
    if (round > 0) rows.push(row); // the first one warms the disk's cache
  }
  return {
    withHeaderMs: median(rows.map((row) => row.with)),
    withoutHeaderMs: median(rows.map((row) => row.without)),
    withoutOverWith: median(rows.map((row) => row.without / row.with)),
    cacheHitMs: median(rows.map((row) => row.hit)),
  };
}

function compileMs({ sandbox, deps }: Bench, source: string): Promise<number> {
  return sandbox.withSlot((slot) => timedMs(() => compile(slot, source, { ...deps, compileCache: noCache() })));
}

function cacheHitMs({ sandbox, deps }: Bench, source: string): Promise<number> {
  const cached = { ...deps, compileCache: memoryCache() };
  return sandbox.withSlot(async (slot) => {
    await compile(slot, source, cached);
    return timedMs(() => compile(slot, source, cached));
  });
}

async function compile(slot: Slot, source: string, deps: Bench["deps"]): Promise<void> {
  const compiled = await compileProgram(slot, cpp(source), PROBLEM, deps);
  if (compiled.kind === "error") throw new Error(compiled.log);
}
