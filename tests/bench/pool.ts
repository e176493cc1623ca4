import { forEachConcurrently } from "../../src/domain/concurrently.ts";
import { runAll } from "../../src/judge/stop-rule.ts";
import { testProgram } from "../../src/judge/test-program.ts";
import { cpp, median, noCache, openBench, PROBLEM, sumTestcases, timedMs } from "./bench-judge.ts";
import { ordinaryProgram } from "./programs.ts";

const TESTCASES = 20;

export interface PoolTimes {
  readonly candidates: number;
  readonly perSecondOneSlot: number;
  readonly perSecondTwoSlots: number;
  readonly twoOverOne: number;
}

/** Candidates from source to verdicts, each compiled, none from a cache: one slot and two, round about. */
export async function measurePool(candidates: number, rounds: number): Promise<PoolTimes> {
  const rows: { one: number; two: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    rows.push({ one: await perSecond(candidates, 1), two: await perSecond(candidates, 2) });
  }
  return {
    candidates,
    perSecondOneSlot: median(rows.map(({ one }) => one)),
    perSecondTwoSlots: median(rows.map(({ two }) => two)),
    twoOverOne: median(rows.map(({ one, two }) => two / one)),
  };
}

async function perSecond(candidates: number, slots: number): Promise<number> {
  await using bench = await openBench(slots);
  const deps = { ...bench.deps, compileCache: noCache() };
  const testcases = sumTestcases(TESTCASES);
  const judge = async (salt: number) => {
    const tested = await testProgram(PROBLEM, cpp(ordinaryProgram(salt)), { testcases, stop: runAll }, deps);
    if (tested.testcases.some(({ verdict }) => verdict !== "AC")) throw new Error("not all accepted");
  };
  await forEachConcurrently(salts(slots), slots, judge); // warms the boxes
  const ms = await timedMs(() => forEachConcurrently(salts(candidates), slots, judge));
  return (candidates / ms) * 1000;
}

function salts(count: number): number[] {
  return Array.from({ length: count }, (_, salt) => salt);
}
