import { z } from "zod";
import { judgement } from "./judgement.ts";
import { candidateId, count, problem } from "./words.ts";

/** The model was shown two programs, in this order, and said which it takes for the better one. */
export const candidatesCompared = z.object({
  type: z.literal("candidates-compared"),
  problem,
  first: candidateId,
  second: candidateId,
  winner: z.enum(["first", "second", "neither"]),
  /** Of the purpose `judge`. */
  sample: count,
});

/** From 0 to 1, as the model said. */
export const candidateRated = z.object({
  type: z.literal("candidate-rated"),
  problem,
  candidate: candidateId,
  score: z.number().min(0).max(1),
  sample: count,
});

export const submissionMade = z.object({
  type: z.literal("submission-made"),
  problem,
  /** Within its problem, from 1. */
  number: count,
  candidate: candidateId,
  /** Whose turn it was, where subtasks take turns. */
  subtask: z.string().optional(),
  why: z.string(),
  /** Where the subtask lattice had a say: candidates that contradict a subtask which is solved, and within this one. */
  leftOut: z.object({ subtask: z.string(), count }).optional(),
  /** On the contest's clock. */
  atMs: z.number(),
});

export const submissionRefused = z.object({
  type: z.literal("submission-refused"),
  problem,
  candidate: candidateId,
  reason: z.string(),
  atMs: z.number(),
});

export const submissionJudged = z.object({
  type: z.literal("submission-judged"),
  problem,
  number: count,
  judgement,
});

export const judgeFailed = z.object({
  type: z.literal("judge-failed"),
  problem,
  /** A candidate or a test program. */
  program: z.string(),
  during: z.enum(["samples", "tests", "submission", "pool"]),
  message: z.string(),
});

/** Of sampling and submitting by turns, from 0. */
export const roundFinished = z.object({ type: z.literal("round-finished"), problem, round: count });

export const problemFinished = z.object({ type: z.literal("problem-finished"), problem, reason: z.string() });

/** Of the part `truth`: what only a report may know, for the random and oracle baselines. */
export const candidateJudged = z.object({
  type: z.literal("candidate-judged"),
  problem,
  candidate: candidateId,
  judgement,
});
