import { z } from "zod";
import { IMAGE_VARIANTS } from "../domain/image-variant.ts";
import type { CheckResult } from "../domain/judgement.ts";
import { LANGUAGES } from "../domain/language.ts";
import { VERDICTS } from "../domain/verdict.ts";

/**
 * What happened in a run, in the past tense: facts only, nothing derived. Everything shown is folded from these.
 * A change of meaning raises RUN_FORMAT_VERSION.
 */
export const RUN_FORMAT_VERSION = 1;

const count = z.number().int().nonnegative();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const candidateId = z.string().regex(/^c\d{4,}$/);
const verdict = z.enum(VERDICTS);

/** Infinity, where there is no highest score, is no number in JSON. */
const maxScore = z
  .number()
  .nullable()
  .transform((score) => score ?? Number.POSITIVE_INFINITY);

const testcaseJudgement = z.object({
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

const subtaskJudgement = z.object({ id: z.string(), score: z.number(), maxScore });

const compileSummary = z.object({ ok: z.boolean(), cached: z.boolean(), log: z.string(), wallMs: z.number() });

const judgement = z.object({
  verdict,
  score: z.number(),
  maxScore,
  compile: compileSummary,
  subtasks: z.array(subtaskJudgement),
  testcases: z.array(testcaseJudgement),
});

const runStarted = z.object({
  type: z.literal("run-started"),
  medalistVersion: z.string(),
  problem: z.object({
    id: z.string(),
    name: z.string(),
    packageHash: sha256,
    maxScore,
    timeLimitMs: z.number(),
    memoryLimitBytes: z.number(),
    sampleCount: count,
    testcaseCount: count,
    subtasks: z.array(z.object({ id: z.string(), maxScore })),
  }),
  model: z.object({
    label: z.string(),
    isRecorded: z.boolean(),
    baseUrl: z.string().optional(),
    temperature: z.number().optional(),
    maxOutputTokens: count.optional(),
  }),
  strategy: z.string(),
  rules: z.string(),
  samples: count,
  submissionLimit: count,
  seed: count,
  language: z.enum(LANGUAGES),
  /** Of the sandbox, and what the time limit is multiplied by: the default image and nothing where they are not said. */
  image: z.enum(IMAGE_VARIANTS).optional(),
  timeFactor: z.partialRecord(z.enum(LANGUAGES), z.number().positive()).optional(),
  budgetTokens: count.optional(),
  budgetUsd: z.number().optional(),
  price: z.object({ inputUsdPerMillion: z.number(), outputUsdPerMillion: z.number() }).optional(),
  imageId: z.string(),
});

const modelAnswered = z.object({
  type: z.literal("model-answered"),
  sample: count,
  answer: sha256,
  reasoning: sha256.optional(),
  finishReason: z.enum(["stop", "length", "refused", "unknown"]),
  inputTokens: count.optional(),
  outputTokens: count.optional(),
  reasoningTokens: count.optional(),
  wallMs: z.number(),
});

const modelFailed = z.object({ type: z.literal("model-failed"), sample: count, message: z.string() });

const candidateExtracted = z.object({
  type: z.literal("candidate-extracted"),
  candidate: candidateId,
  sample: count,
  language: z.enum(LANGUAGES),
  source: sha256,
  /** The first candidate with the same program: what holds for it holds for this one. */
  sameAs: candidateId.optional(),
});

const answerUnusable = z.object({ type: z.literal("answer-unusable"), sample: count, reason: z.string() });

const candidateTested = z.object({
  type: z.literal("candidate-tested"),
  candidate: candidateId,
  compile: compileSummary,
  samples: z.array(testcaseJudgement),
});

const submissionMade = z.object({
  type: z.literal("submission-made"),
  number: count,
  candidate: candidateId,
  why: z.string(),
  /** On the contest's clock. */
  atMs: z.number(),
});

const submissionJudged = z.object({ type: z.literal("submission-judged"), number: count, judgement });

const judgeFailed = z.object({
  type: z.literal("judge-failed"),
  candidate: candidateId,
  during: z.enum(["samples", "submission", "pool"]),
  message: z.string(),
});

const runInterrupted = z.object({ type: z.literal("run-interrupted"), reason: z.string() });
const runResumed = z.object({ type: z.literal("run-resumed") });
const runFinished = z.object({ type: z.literal("run-finished"), reason: z.string() });

/** Of the part `truth`: what only a report may know, for the random and oracle baselines. */
const candidateJudged = z.object({ type: z.literal("candidate-judged"), candidate: candidateId, judgement });

export const eventSchema = z.discriminatedUnion("type", [
  runStarted,
  modelAnswered,
  modelFailed,
  candidateExtracted,
  answerUnusable,
  candidateTested,
  submissionMade,
  submissionJudged,
  judgeFailed,
  runInterrupted,
  runResumed,
  runFinished,
  candidateJudged,
]);

export type RunEvent = z.infer<typeof eventSchema>;
export type EventOf<Type extends RunEvent["type"]> = Extract<RunEvent, { type: Type }>;

/** An event with its place in the log. */
export interface LoggedEvent {
  readonly part: EventPart;
  readonly sequence: number;
  /** Milliseconds since 1970. */
  readonly atMs: number;
  readonly event: RunEvent;
}

/** The run itself; and, apart from it, verdicts that the run never asked for and that nothing but a report reads. */
export const EVENT_PARTS = ["run", "truth"] as const;
export type EventPart = (typeof EVENT_PARTS)[number];

export function partOf(event: RunEvent): EventPart {
  return event.type === "candidate-judged" || (event.type === "judge-failed" && event.during === "pool")
    ? "truth"
    : "run";
}
