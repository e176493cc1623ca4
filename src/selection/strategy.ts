import type { Combining } from "../domain/combining.ts";
import type { ToldSubmission } from "../domain/feedback.ts";
import type { Language } from "../domain/language.ts";
import type { Random } from "../domain/random.ts";
import type { Verdict } from "../domain/verdict.ts";

/** What a strategy may know: the candidates as they were before submitting, and what the contest told. */
export interface PoolView {
  /** In the order of sampling, each program once. */
  readonly candidates: readonly CandidateView[];
  readonly submissions: readonly ToldSubmission[];
  /** Of the problem, in all its rounds. */
  readonly submissionLimit: number;
  readonly maxScore: number;
  readonly combining: Combining;
  /** In the order of the problem. */
  readonly subtasks: readonly SubtaskView[];
  /** What the outputs of a signature are of, in their order. */
  readonly inputs: readonly InputView[];
  /** What a model said of pairs of candidates. */
  readonly comparisons: readonly ComparisonView[];
}

export interface CandidateView {
  readonly id: string;
  readonly round: number;
  /** The subtask that it was asked for; the whole problem where it is undefined. */
  readonly subtask: string | undefined;
  readonly language: Language;
  readonly compiles: boolean;
  readonly samplesPassed: number;
  readonly sampleCount: number;
  readonly sampleVerdicts: readonly Verdict[];
  /** The slowest sample. */
  readonly sampleCpuMs: number;
  /** For every generated input a hash of what it printed, or the verdict that it ended with; undefined where it was not run. */
  readonly signature: readonly string[] | undefined;
  /** Of the answer that it is from; undefined where the server did not count. */
  readonly outputTokens: number | undefined;
  readonly reasoningTokens: number | undefined;
  /** From 0 to 1, where a model was asked. */
  readonly modelScore: number | undefined;
  source(): string;
}

export interface SubtaskView {
  readonly id: string;
  readonly maxScore: number;
  /** Subtasks whose testcases are all among its own: who solves it solves them. */
  readonly contains: readonly string[];
}

export interface InputView {
  readonly id: string;
  /** The subtask that it is valid for; every one where it is undefined. */
  readonly subtask: string | undefined;
  /** The output that several brute forces agree on, as signatures have it. */
  readonly agreedOutput: string | undefined;
}

export interface ComparisonView {
  readonly first: string;
  readonly second: string;
  readonly winner: "first" | "second" | "neither";
  /** In which it was asked. */
  readonly round: number;
}

export interface Choice {
  readonly candidate: string;
  /** Whose turn it is, where subtasks take turns. */
  readonly subtask?: string;
  readonly why: string;
  /** Where the subtask lattice had a say: candidates that contradict a subtask which is solved, and within this one. */
  readonly leftOut?: { readonly subtask: string; readonly count: number };
}

/** Two candidates that a model is to compare, in the order in which it is shown them. */
export interface Pair {
  readonly first: string;
  readonly second: string;
}

/** What a strategy works with, beyond candidates and their samples; a run's defaults follow from it. */
export interface Wants {
  /** Inputs that signatures are to be of; 0 where it does not look at them. */
  readonly inputs: number;
  readonly rounds: number;
  /** Candidates that a model is to rate, a representative of each of so many clusters. */
  readonly ratings?: number;
}

/** Chooses the next submission from what is not submitted yet; undefined to leave the rest unsubmitted. */
export interface Strategy {
  readonly describe: string;
  readonly wants: Wants;
  /** Of a strategy that needs a model's judgement: what it has to be asked before the first submission of a round. */
  readonly pairs?: (view: PoolView, random: Random) => readonly Pair[];
  choose(view: PoolView, random: Random): Choice | undefined;
}

export const NOTHING_MORE: Wants = { inputs: 0, rounds: 1 };
