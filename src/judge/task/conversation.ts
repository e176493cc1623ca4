import type { TestcaseJudgement } from "../../domain/judgement.ts";
import type { ProblemLimits, Testcase } from "../../domain/problem.ts";
import type { Program } from "../../domain/program.ts";
import type { InteractionReport, InteractionRequest } from "../../sandbox/sandbox.ts";
import type { CheckVerdict } from "../checker/protocol.ts";
import { factsOfCandidates, type KnownOfInteraction } from "../classify-interaction.ts";
import { stopAfterCpuMs, wallLimitMs } from "../classify-run.ts";
import { outcomeInLanguage } from "../language/own-memory-limit.ts";
import { stackBytes } from "../run-submission.ts";

export type Candidate = InteractionReport["participants"][number];

/** What a conversation may take, beside what each of its participants may. */
export function conversationLimits(
  limits: ProblemLimits,
  processes: number,
): Pick<InteractionRequest, "wallMs" | "stackBytes" | "outputBytes" | "fileBytes" | "transcriptBytes"> {
  return {
    // Wide, as every turn of the conversation is one of the scheduler's, too.
    wallMs: (wallLimitMs(limits) + 1000) * Math.min(processes, 3),
    stackBytes: stackBytes(limits.memoryLimitBytes),
    outputBytes: Math.max(limits.outputLimitBytes, limits.validationOutputLimitBytes),
    fileBytes: limits.validationOutputLimitBytes,
    transcriptBytes: 0,
  };
}

export function candidateLimits(limits: ProblemLimits): { readonly cpuMs: number; readonly memoryBytes: number } {
  return { cpuMs: stopAfterCpuMs(limits), memoryBytes: limits.memoryLimitBytes };
}

export function judgesLimits(limits: ProblemLimits): { readonly cpuMs: number; readonly memoryBytes: number } {
  return { cpuMs: limits.validationTimeLimitMs, memoryBytes: limits.validationMemoryLimitBytes };
}

const ENDED_WELL = { kind: "exited", exitCode: 0 } as const;

/** As its language would have it. */
export function inLanguage(candidate: Candidate, program: Program, limits: ProblemLimits): Candidate {
  const { outcome, peakMemoryBytes } = candidate;
  if (outcome.kind === "cancelled") return candidate;
  const own = outcomeInLanguage(program.language, { outcome, peakMemoryBytes }, limits.memoryLimitBytes);
  return { ...candidate, outcome: own };
}

/**
 * The testcase, once it is known who decides about it and what was decided. Where the judge's program decides, how the
 * submission ended is moot; so is its time where it went over the limit after it was rejected, and counts as none.
 */
export function conversationJudgement(
  { id }: Testcase,
  candidates: readonly Candidate[],
  known: Exclude<KnownOfInteraction, { kind: "judge-decides" }> | CheckVerdict,
  limits: ProblemLimits,
): TestcaseJudgement {
  const base = { id, ...factsOfCandidates(candidates), check: undefined, borderline: false };
  switch (known.kind) {
    case "candidate-failed":
      return { ...base, verdict: known.verdict, score: 0, message: known.message };
    case "failed":
      return { ...base, verdict: "JE", score: 0, message: known.message };
    case "checked": {
      const { verdict, score, message } = known.check;
      const isMoot = verdict === "WA" && base.cpuMs > limits.timeLimitMs;
      const facts = { outcome: ENDED_WELL, cpuMs: isMoot ? 0 : base.cpuMs };
      return { ...base, ...facts, verdict, score, message, check: known.check };
    }
  }
}
