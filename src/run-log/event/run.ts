import { z } from "zod";
import { FEEDBACK_LEVELS } from "../../domain/feedback.ts";
import { IMAGE_VARIANTS } from "../../domain/image-variant.ts";
import { LANGUAGES } from "../../domain/language.ts";
import { modelSettingsSchema } from "../../model/model-settings.ts";
import { maxScore } from "./judgement.ts";
import { count, problem, sha256 } from "./words.ts";

/** Undefined is unknown, in each of them. */
const cutoffs = z.object({
  gold: z.number().optional(),
  silver: z.number().optional(),
  bronze: z.number().optional(),
  source: z.string(),
});

const startedProblem = z.object({
  id: problem,
  name: z.string(),
  packageHash: sha256,
  maxScore,
  timeLimitMs: z.number(),
  memoryLimitBytes: z.number(),
  sampleCount: count,
  testcaseCount: count,
  task: z.enum(["batch", "interactive", "communication", "two-steps", "answers"]),
  /** `contains`: other subtasks whose testcases are all among its own. */
  subtasks: z.array(z.object({ id: z.string(), maxScore, contains: z.array(z.string()) })),
  /** False where a submission's score is not the sum of its subtasks. */
  subtasksAddUp: z.boolean().optional(),
  /** As the contest has them. */
  label: z.string().optional(),
  day: count.optional(),
  points: z.number().optional(),
  difficulty: z.number().optional(),
});

export const runStarted = z.object({
  type: z.literal("run-started"),
  medalistVersion: z.string(),
  /** Where it is more than one problem by itself. */
  contest: z
    .object({
      ...{ id: z.string(), name: z.string() },
      /** Whom it is for. */
      division: z.string().optional(),
      /** Who else took part: files as they were, kept in the run. */
      standings: z.array(z.object({ name: z.string(), sha256 })).default([]),
      cutoffs: z.array(cutoffs).default([]),
    })
    .optional(),
  problems: z.array(startedProblem).min(1),
  model: modelSettingsSchema.extend({
    label: z.string(),
    isRecorded: z.boolean(),
    baseUrl: z.string().optional(),
  }),
  strategy: z.string(),
  rules: z.string(),
  /** For each problem. */
  samples: count,
  /** Of a problem, in all its rounds. */
  submissionLimit: count,
  /** Sampling and submitting take turns so often. */
  rounds: count.min(1),
  feedback: z.enum(FEEDBACK_LEVELS),
  /** Between two submissions, on the contest's clock. */
  minIntervalMs: z.number().nonnegative(),
  /** Of a day of the contest, on its clock. */
  lengthMs: z.number().positive().optional(),
  seed: count,
  language: z.enum(LANGUAGES),
  /** Of the sandbox, and what the time limit is multiplied by: the default image and nothing where they are not said. */
  image: z.enum(IMAGE_VARIANTS).optional(),
  timeFactor: z.partialRecord(z.enum(LANGUAGES), z.number().positive()).optional(),
  budgetTokens: count.optional(),
  budgetUsd: z.number().optional(),
  price: z
    .object({
      inputUsdPerMillion: z.number(),
      cachedInputUsdPerMillion: z.number().optional(),
      outputUsdPerMillion: z.number(),
    })
    .optional(),
  /** What else decides what the solver and the strategy do, by option. */
  settings: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  imageId: z.string(),
});

export const runInterrupted = z.object({ type: z.literal("run-interrupted"), reason: z.string() });
export const runResumed = z.object({
  type: z.literal("run-resumed"),
  /** Of the part `truth`: the run is over, and only what it never submitted is judged. */
  to: z.literal("judge-pool").optional(),
});
export const runFinished = z.object({ type: z.literal("run-finished") });
