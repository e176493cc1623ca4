import { z } from "zod";
import { LANGUAGES } from "../../domain/language.ts";
import { PURPOSES } from "../../domain/purpose.ts";
import { compileSummary, testcaseJudgement } from "./judgement.ts";
import { candidateId, count, inputId, problem, sha256, testProgramId } from "./words.ts";

/** What was asked: which of the answers for this purpose it is, from 0. */
const question = { problem, purpose: z.enum(PURPOSES), sample: count };

export const modelAnswered = z.object({
  type: z.literal("model-answered"),
  ...question,
  /** Kept in the file, as the answer is. */
  prompt: sha256,
  /** The subtask that it was asked to solve, or to make tests for; the whole problem where there is none. */
  subtask: z.string().optional(),
  round: count.optional(),
  answer: sha256,
  reasoning: sha256.optional(),
  finishReason: z.enum(["stop", "length", "refused", "unknown"]),
  inputTokens: count.optional(),
  /** Part of the input tokens: read again at a lower price. */
  cachedInputTokens: count.optional(),
  outputTokens: count.optional(),
  reasoningTokens: count.optional(),
  wallMs: z.number(),
  /** It came from a cache: paid for in an earlier run. */
  isFromCache: z.boolean().optional(),
});

export const modelFailed = z.object({ type: z.literal("model-failed"), ...question, message: z.string() });

export const answerUnusable = z.object({ type: z.literal("answer-unusable"), ...question, reason: z.string() });

/** Many questions were handed over at once; who comes back with the ticket gets the answers, in a later session if need be. */
export const batchSubmitted = z.object({
  type: z.literal("batch-submitted"),
  problem,
  purpose: z.enum(PURPOSES),
  /** Those that were open then: each is among them that the ticket stands for. */
  samples: z.array(count),
  ticket: z.string(),
});

/** Before the samples are asked for that follow those planned before: what each is to solve. */
export const samplesPlanned = z.object({
  type: z.literal("samples-planned"),
  problem,
  round: count,
  /** A subtask for each sample, null for the whole problem; none where nothing more is worth asking in this round. */
  subtasks: z.array(z.string().nullable()),
});

export const candidateExtracted = z.object({
  type: z.literal("candidate-extracted"),
  problem,
  candidate: candidateId,
  purpose: z.enum(["candidate", "repair"]),
  sample: count,
  language: z.enum(LANGUAGES),
  source: sha256,
  /** The first candidate with the same program: what holds for it holds for this one. */
  sameAs: candidateId.optional(),
  subtask: z.string().optional(),
  round: count.optional(),
  /** The candidate that it is to be a better version of. */
  repairOf: candidateId.optional(),
});

export const candidateTested = z.object({
  type: z.literal("candidate-tested"),
  problem,
  candidate: candidateId,
  compile: compileSummary,
  samples: z.array(testcaseJudgement),
});

/** A program that helps to tell candidates apart. */
export const testProgramExtracted = z.object({
  type: z.literal("test-program-extracted"),
  problem,
  program: testProgramId,
  kind: z.enum(["generator", "validator", "brute-force"]),
  /** Undefined where it comes from the package. */
  sample: count.optional(),
  subtask: z.string().optional(),
  language: z.enum(LANGUAGES),
  source: sha256,
});

export const testProgramFailed = z.object({
  type: z.literal("test-program-failed"),
  problem,
  program: testProgramId,
  reason: z.string(),
});

/** An input that a generator made, with what the validators say of it. */
export const inputGenerated = z.object({
  type: z.literal("input-generated"),
  problem,
  input: inputId,
  generator: testProgramId,
  seed: count,
  subtask: z.string().optional(),
  sha256,
  bytes: count,
  acceptedBy: z.array(testProgramId),
  rejectedBy: z.array(testProgramId),
});

/** From here on these inputs, in this order, are what signatures are made of. */
export const inputsKept = z.object({ type: z.literal("inputs-kept"), problem, inputs: z.array(inputId) });

/** What a candidate did with every kept input: a hash of its output, or the verdict that it ended with. */
export const signatureTaken = z.object({
  type: z.literal("signature-taken"),
  problem,
  candidate: candidateId,
  outputs: z.array(z.string()),
  cpuMs: z.number(),
});

/** Outputs of brute forces: the hash that several agree on. */
export const outputAgreed = z.object({
  type: z.literal("output-agreed"),
  problem,
  input: inputId,
  output: z.string(),
  programs: z.array(testProgramId),
});

/** A checker found the outputs of one candidate right where another's were taken for the jury's answer. */
export const outputsCrossChecked = z.object({
  type: z.literal("outputs-cross-checked"),
  problem,
  candidate: candidateId,
  /** The candidate whose outputs were taken for answers. */
  against: candidateId,
  accepts: z.boolean(),
});
