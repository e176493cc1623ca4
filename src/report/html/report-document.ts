import type { Language } from "../../domain/language.ts";
import type { Purpose } from "../../domain/purpose.ts";
import type { Verdict } from "../../domain/verdict.ts";
import type { Curve } from "../../replay/curve.ts";
import type { SubtaskRow } from "../subtask-rows.ts";

/** All that the pages show of a run, as JSON, but for long texts: these are in parts, read when somebody looks at them. */
export interface ReportDocument {
  readonly run: RunFacts;
  readonly worth: Worth;
  readonly cost: {
    readonly inputTokens: number | undefined;
    readonly outputTokens: number | undefined;
    readonly usd: number | undefined;
  };
  readonly time: readonly { readonly what: string; readonly ms: number }[];
  readonly activeMs: number;
  /** Of a contest alone. */
  readonly contest: ContestDocument | undefined;
  readonly curves: readonly Curve[];
  /** Verdicts that the curves lack. */
  readonly unjudged: number;
  readonly problems: readonly ProblemDocument[];
}

export interface RunFacts {
  readonly file: string;
  readonly name: string;
  readonly startedAt: string;
  readonly state: "finished" | "interrupted" | "unfinished";
  readonly why: string;
  readonly model: string;
  readonly isRecorded: boolean;
  /** Strategy, limits, seed and the like, by name. */
  readonly settings: readonly (readonly [name: string, value: string])[];
}

export interface Worth {
  readonly score: number;
  /** Null: there is no highest score. */
  readonly maxScore: number | null;
  readonly random: number | undefined;
  readonly oracle: number | undefined;
  readonly efficiency: number | undefined;
  /** Candidates whose truth is known, of those that might have been submitted. */
  readonly known: number;
  readonly of: number;
}

export interface ContestDocument {
  readonly rules: string;
  readonly clock: string;
  /** Of a day. */
  readonly lengthMs: number | undefined;
  readonly points: number;
  readonly penalty: number;
  readonly solved: number;
  readonly problems: readonly {
    readonly id: string;
    readonly label: string;
    readonly points: number;
    readonly penalty: number;
    readonly failedAttempts: number;
    readonly solvedAtMinute: number | undefined;
  }[];
  readonly ranking:
    | { readonly rank: number; readonly tied: number; readonly participants: number; readonly percentile: number }
    | undefined;
  readonly medals: readonly { readonly award: string | undefined; readonly source: string }[];
  readonly ratings: readonly RatingRow[];
  /** What is to be known beside ratings. */
  readonly cardNotes: readonly string[];
  readonly standings: StandingsDocument | undefined;
}

export interface RatingRow {
  readonly method: string;
  readonly how: string;
  readonly rating: number;
  /** Null: open. */
  readonly low: number | null;
  readonly high: number | null;
  /** The share of all rated users, from 0 to 1, who are below. */
  readonly below: number;
}

export interface StandingsDocument {
  readonly source: string;
  /** Of all who took part, the best first. */
  readonly points: readonly number[];
  /** The places around the run's own. */
  readonly around: readonly {
    readonly place: number;
    readonly isOwn: boolean;
    readonly points: number;
    readonly penalty: number;
    readonly rating: number | undefined;
    readonly award: string | undefined;
  }[];
}

export interface ProblemDocument {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly day: number | undefined;
  readonly worth: Worth;
  readonly timeLimitMs: number;
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly ended: string | undefined;
  readonly subtasks: readonly (Omit<SubtaskRow, "maxScore"> & Pick<Worth, "maxScore">)[];
  /** Of all judgements below, in the order of the package as far as it is known. */
  readonly testcases: readonly string[];
  readonly candidates: readonly CandidateRow[];
  readonly submissions: readonly SubmissionRow[];
  readonly clusters: readonly ClusterRow[];
  readonly borderline: readonly {
    readonly candidate: string;
    readonly testcase: string;
    readonly verdict: Verdict;
    readonly cpuMs: number;
  }[];
  readonly judgeFailures: readonly string[];
  readonly programs: readonly TestProgramRow[];
  readonly inputs: readonly InputRow[];
  readonly prompts: readonly PromptRow[];
  readonly curves: readonly Curve[];
}

export interface CandidateRow {
  readonly id: string;
  readonly language: Language;
  readonly sameAs: string | undefined;
  readonly repairOf: string | undefined;
  readonly subtask: string | undefined;
  readonly round: number | undefined;
  /** Undefined where it was not tried, as are the two that follow. */
  readonly compiles: boolean | undefined;
  readonly samplesPassed: number | undefined;
  /** The slowest testcase, or sample where nothing else was run. */
  readonly slowestMs: number | undefined;
  readonly cluster: number | undefined;
  /** Its number among the submissions. */
  readonly submission: number | undefined;
  /** The truth; undefined where nobody judged it. */
  readonly verdict: Verdict | undefined;
  readonly score: number | undefined;
  readonly outputTokens: number | undefined;
  /** Its place among the prompts. */
  readonly prompt: number | undefined;
}

export interface SubmissionRow {
  readonly number: number;
  readonly candidate: string;
  readonly verdict: Verdict | undefined;
  readonly score: number | undefined;
  readonly total: number;
  readonly atMs: number;
  readonly why: string;
  /** Scores in the order of the problem's subtasks. */
  readonly subtasks: readonly number[];
}

export interface ClusterRow {
  readonly rank: number;
  readonly size: number;
  readonly by: "signature" | "samples";
  /** Members whose truth is known. */
  readonly known: number;
  readonly accepted: number;
  readonly bestScore: number | undefined;
  /** The share of those known that have the commonest score. */
  readonly purity: number | undefined;
}

export interface TestProgramRow {
  readonly id: string;
  readonly kind: "generator" | "validator" | "brute-force";
  readonly language: Language;
  readonly subtask: string | undefined;
  readonly isOfModel: boolean;
  readonly failure: string | undefined;
}

export interface InputRow {
  readonly id: string;
  readonly generator: string;
  readonly seed: number;
  readonly subtask: string | undefined;
  readonly bytes: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly isKept: boolean;
  readonly isAgreed: boolean;
  /** Different outputs of the candidates; undefined where none was run on it. */
  readonly outputs: number | undefined;
  /** The share of all pairs of clusters that it tells apart. */
  readonly splits: number | undefined;
}

export interface PromptRow {
  readonly purpose: Purpose;
  readonly subtask: string | undefined;
  readonly answers: number;
}

/** Kinds of parts, each a list as long as the problem's own of that name. */
export interface PartItems {
  readonly candidates: CandidateDetail | undefined;
  readonly programs: string;
  readonly inputs: string;
  readonly prompts: string;
}
export type PartKind = keyof PartItems;
export const PART_KINDS = ["candidates", "programs", "inputs", "prompts"] as const satisfies PartKind[];

export interface CandidateDetail {
  readonly source: string;
  /** What the model said around it, cut where it is long; thoughts that the server gave apart are not in it. */
  readonly answer: string;
  readonly compileLog: string;
  readonly samples: TestcaseColumns;
  /** Of the whole judgement, where there is one. */
  readonly testcases: TestcaseColumns | undefined;
  readonly subtasks: readonly number[] | undefined;
}

/** Columns rather than rows: they are a third as large once they are compressed. */
export interface TestcaseColumns {
  /** Places among the problem's testcases. */
  readonly testcase: readonly number[];
  readonly verdict: readonly Verdict[];
  readonly cpuMs: readonly number[];
  readonly peakMib: readonly number[];
  readonly borderline: readonly number[];
  /** By place in these columns. */
  readonly messages: Readonly<Record<string, string>>;
}

/** Items of a part. */
export const PART_SIZE = 50;

export function partName(problem: number, kind: PartKind, item: number): string {
  return `${problem}-${kind}-${Math.floor(item / PART_SIZE)}`;
}
