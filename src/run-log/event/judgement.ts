import { z } from "zod";
import type { CheckResult } from "../../domain/judgement.ts";
import { VERDICTS } from "../../domain/verdict.ts";

/** Infinity, where there is no highest score, is no number in JSON. */
export const maxScore = z
  .number()
  .nullable()
  .transform((score) => score ?? Number.POSITIVE_INFINITY);

const verdict = z.enum(VERDICTS);

export const testcaseJudgement = z.object({
  id: z.string(),
  verdict,
  score: z.number(),
  cpuMs: z.number(),
  wallMs: z.number(),
  peakMemoryBytes: z.number(),
  message: z.string(),
  outcome: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("exited"), exitCode: z.number() }),
    z.object({ kind: z.literal("signalled"), signal: z.string() }),
    z.object({ kind: z.literal("limit"), limit: z.enum(["cpu", "wall", "memory", "output"]) }),
  ]),
  check: z
    .object({
      verdict: z.enum(["AC", "PAC", "WA"]),
      score: z.number(),
      points: z.number().optional(),
      message: z.string(),
    })
    .optional()
    .transform((check) => check as CheckResult | undefined),
  borderline: z.boolean(),
});

export const compileSummary = z.object({ ok: z.boolean(), cached: z.boolean(), log: z.string(), wallMs: z.number() });

export const judgement = z.object({
  verdict,
  score: z.number(),
  maxScore,
  compile: compileSummary,
  subtasks: z.array(z.object({ id: z.string(), score: z.number(), maxScore })),
  testcases: z.array(testcaseJudgement),
});
