import type { TestcaseJudgement } from "../domain/judgement.ts";
import type { ProblemLimits, Testcase } from "../domain/problem.ts";
import type { RunFacts } from "../domain/run-outcome.ts";
import type { Verdict } from "../domain/verdict.ts";

import type { CheckVerdict } from "./checker/protocol.ts";

const MIB = 1024 * 1024;

/** How near to its time limit a run may come before it is measured again, as a share of the limit. */
const BORDER = 0.1;

type Limits = Pick<ProblemLimits, "timeLimitMs" | "memoryLimitBytes" | "outputLimitBytes">;
type Classified = Pick<TestcaseJudgement, "verdict" | "score" | "message">;

/** Wall time is a backstop against sleeping: wide, because other work on the machine counts in it. */
export function wallLimitMs(limits: Pick<ProblemLimits, "timeLimitMs">): number {
  return limits.timeLimitMs * 3 + 2000;
}

/** Programs are stopped where a time is no longer borderline, so that "just over" can be told from "far over". */
export function stopAfterCpuMs(limits: Pick<ProblemLimits, "timeLimitMs">): number {
  return limits.timeLimitMs * (1 + BORDER) + 10;
}

export function isBorderline({ outcome, cpuMs }: RunFacts, limits: Limits): boolean {
  const stoppedAtMs = stopAfterCpuMs(limits);
  if (outcome.kind === "limit" && outcome.limit !== "cpu") return false;
  return cpuMs >= limits.timeLimitMs * (1 - BORDER) && cpuMs <= stoppedAtMs && outcome.kind !== "limit";
}

/** Only then is there an output to check. */
export function endedWell({ outcome }: RunFacts): boolean {
  return outcome.kind === "exited" && outcome.exitCode === 0;
}

/** What becomes of a testcase that was run and, where it ended well, checked. The facts are kept beside the verdict. */
export function judgementOf(
  { id }: Pick<Testcase, "id">,
  { outcome, cpuMs, wallMs, peakMemoryBytes }: RunFacts,
  verdict: CheckVerdict | undefined,
  limits: Limits,
): TestcaseJudgement {
  const facts = { outcome, cpuMs, wallMs, peakMemoryBytes };
  const check = verdict?.kind === "checked" ? verdict.check : undefined;
  return { id, ...facts, check, ...classifyRun(facts, verdict, limits), borderline: false };
}

/**
 * From raw facts to a verdict, in the order in which judges agree: output, memory, time, the way it ended, and only
 * then the checker. The facts are kept, so that the same run can be classified again under other limits.
 */
export function classifyRun(facts: RunFacts, verdict: CheckVerdict | undefined, limits: Limits): Classified {
  const failure = failureOf(facts, limits);
  if (failure) return { ...failure, score: 0 };
  if (!verdict) throw new Error("a run that ended well was not checked");
  if (verdict.kind === "failed") return { verdict: "JE", score: 0, message: verdict.message };
  const { verdict: checked, score, message } = verdict.check;
  return { verdict: checked, score, message };
}

interface Failure {
  readonly verdict: Verdict;
  readonly message: string;
}

/** Undefined when the checker must decide. */
export function failureOf({ outcome, cpuMs, wallMs, peakMemoryBytes }: RunFacts, limits: Limits): Failure | undefined {
  const hit = outcome.kind === "limit" ? outcome.limit : undefined;
  if (hit === "output") return { verdict: "OLE", message: `more than ${limits.outputLimitBytes / MIB} MiB of output` };
  if (hit === "memory" || peakMemoryBytes > limits.memoryLimitBytes) {
    return { verdict: "MLE", message: `more than ${limits.memoryLimitBytes / MIB} MiB of memory` };
  }
  if (hit === "cpu" || cpuMs > limits.timeLimitMs) {
    return { verdict: "TLE", message: `more than ${limits.timeLimitMs} ms of CPU time` };
  }
  switch (outcome.kind) {
    case "limit":
      return {
        verdict: "TLE",
        message: `stopped after ${Math.round(wallMs)} ms of wall time with ${Math.round(cpuMs)} ms of CPU time`,
      };
    case "signalled":
      return { verdict: "RTE", message: `ended by ${outcome.signal}` };
    case "exited":
      return outcome.exitCode === 0 ? undefined : { verdict: "RTE", message: `exit code ${outcome.exitCode}` };
  }
}

/**
 * The verdict under other limits, without a new run. Undefined where the run was stopped too early to tell: it had
 * come to the end of the time, memory or output that it was given then.
 */
export function reclassify(testcase: TestcaseJudgement, limits: Limits): Classified | undefined {
  const { outcome, check } = testcase;
  const failure = failureOf(testcase, limits);
  if (outcome.kind !== "limit") return failure ? { ...failure, score: 0 } : check;
  if (outcome.limit === "cpu" && testcase.cpuMs <= limits.timeLimitMs) return undefined;
  if (outcome.limit === "memory" && testcase.peakMemoryBytes <= limits.memoryLimitBytes) return undefined;
  return failure && { ...failure, score: 0 };
}
