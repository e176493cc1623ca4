import { describe, expect, test } from "vitest";
import type { CheckResult, TestcaseJudgement } from "../../../src/domain/judgement.ts";
import type { RunFacts, RunOutcome } from "../../../src/domain/run-outcome.ts";
import { classifyRun, isBorderline, reclassify, stopAfterCpuMs } from "../../../src/judge/classify-run.ts";

const MIB = 1024 * 1024;
const LIMITS = { timeLimitMs: 1000, memoryLimitBytes: 256 * MIB, outputLimitBytes: 8 * MIB };
const RIGHT: CheckResult = { verdict: "AC", score: 1, message: "" };
const WRONG: CheckResult = { verdict: "WA", score: 0, message: "token 1 differs" };
const EXITED: RunOutcome = { kind: "exited", exitCode: 0 };

function facts(changes: Partial<RunFacts> = {}): RunFacts {
  return { outcome: EXITED, cpuMs: 10, wallMs: 12, peakMemoryBytes: MIB, ...changes };
}

function judged(changes: Partial<TestcaseJudgement> = {}): TestcaseJudgement {
  return { id: "1", ...facts(), check: RIGHT, ...RIGHT, borderline: false, ...changes };
}

describe("the first thing that is true decides, in the order output, memory, time, end, checker", () => {
  const limit = (name: "cpu" | "wall" | "memory" | "output"): RunOutcome => ({ kind: "limit", limit: name });
  test.each<[string, Partial<RunFacts>, string]>([
    ["OLE", { outcome: limit("output"), cpuMs: 5000, peakMemoryBytes: 900 * MIB }, "8 MiB of output"],
    ["MLE", { outcome: limit("memory") }, "256 MiB of memory"],
    ["MLE", { outcome: { kind: "signalled", signal: "SIGSEGV" }, peakMemoryBytes: 257 * MIB }, "256 MiB of memory"],
    ["MLE", { cpuMs: 5000, peakMemoryBytes: 257 * MIB }, "256 MiB of memory"],
    ["TLE", { outcome: limit("cpu"), cpuMs: 1110 }, "1000 ms of CPU time"],
    ["TLE", { cpuMs: 1000.5 }, "1000 ms of CPU time"],
    ["TLE", { outcome: { kind: "exited", exitCode: 1 }, cpuMs: 1001 }, "1000 ms of CPU time"],
    ["TLE", { outcome: limit("wall"), cpuMs: 3 }, "wall time with 3 ms"],
    ["RTE", { outcome: { kind: "signalled", signal: "SIGFPE" } }, "SIGFPE"],
    ["RTE", { outcome: { kind: "exited", exitCode: 42 } }, "exit code 42"],
  ])("%s", (verdict, changes, words) => {
    const classified = classifyRun(facts(changes), undefined, LIMITS);
    expect(classified).toMatchObject({ verdict, score: 0 });
    expect(classified.message).toContain(words);
  });

  test("the checker decides when nothing else does", () => {
    expect(classifyRun(facts({ cpuMs: 1000 }), { kind: "checked", check: RIGHT }, LIMITS)).toEqual({
      verdict: "AC",
      score: 1,
      message: "",
    });
    expect(classifyRun(facts(), { kind: "checked", check: WRONG }, LIMITS)).toMatchObject({ verdict: "WA", score: 0 });
  });

  test("a checker that fails is our failure, not the program's", () => {
    const failed = { kind: "failed", message: "the checker exited with 1" } as const;
    expect(classifyRun(facts(), failed, LIMITS)).toEqual({ verdict: "JE", score: 0, message: failed.message });
  });

  test("a run that ended well and was not checked is never accepted", () => {
    expect(() => classifyRun(facts(), undefined, LIMITS)).toThrow("not checked");
  });
});

describe("borderline", () => {
  test.each([
    [899, false],
    [900, true],
    [1000, true],
    [1105, true],
  ])("%d ms of CPU time at a limit of 1000: %s", (cpuMs, expected) => {
    expect(isBorderline(facts({ cpuMs }), LIMITS)).toBe(expected);
  });

  test("a program that was stopped for its time is far over, so programs are stopped beyond the border", () => {
    const stopped = facts({ outcome: { kind: "limit", limit: "cpu" }, cpuMs: stopAfterCpuMs(LIMITS) });
    expect(stopped.cpuMs).toBeGreaterThan(1100);
    expect(isBorderline(stopped, LIMITS)).toBe(false);
  });

  test("a program that slept is not borderline however much time it used", () => {
    expect(isBorderline(facts({ outcome: { kind: "limit", limit: "wall" }, cpuMs: 950 }), LIMITS)).toBe(false);
  });
});

describe("the verdict under other limits, without a new run", () => {
  test("a lower time limit makes an accepted run too slow", () => {
    expect(reclassify(judged({ cpuMs: 500 }), { ...LIMITS, timeLimitMs: 400 })?.verdict).toBe("TLE");
  });

  test("a higher time limit lets what the checker said count", () => {
    const slow = judged({ cpuMs: 1050, verdict: "TLE", score: 0 });
    expect(reclassify(slow, { ...LIMITS, timeLimitMs: 1100 })).toEqual({ verdict: "AC", score: 1, message: "" });
    expect(reclassify({ ...slow, check: WRONG }, { ...LIMITS, timeLimitMs: 1100 })).toMatchObject({
      verdict: "WA",
      score: 0,
    });
  });

  test("a lower memory limit counts before the time", () => {
    const large = judged({ cpuMs: 5000, peakMemoryBytes: 100 * MIB });
    expect(reclassify(large, { ...LIMITS, memoryLimitBytes: 64 * MIB })?.verdict).toBe("MLE");
  });

  test("a run that was stopped is unknown under a limit that it had not reached", () => {
    const outcome: RunOutcome = { kind: "limit", limit: "cpu" };
    const stopped = judged({ outcome, cpuMs: 1110, check: undefined, verdict: "TLE", score: 0 });
    expect(reclassify(stopped, { ...LIMITS, timeLimitMs: 2000 })).toBeUndefined();
    expect(reclassify(stopped, { ...LIMITS, timeLimitMs: 500 })?.verdict).toBe("TLE");
  });

  test("a crash stays a crash", () => {
    const crashed = judged({ outcome: { kind: "signalled", signal: "SIGSEGV" }, check: undefined, verdict: "RTE" });
    expect(reclassify(crashed, { ...LIMITS, timeLimitMs: 9000 })?.verdict).toBe("RTE");
  });
});
