import type { DataFile } from "../domain/problem.ts";
import type { RunFacts, RunOutcome } from "../domain/run-outcome.ts";

/**
 * Runs programs that nobody trusts. A slot is one core; its boxes are warm containers on that core, one for
 * each kind of work, so that a compiler's leftovers and memory never touch a candidate's.
 */
export interface Sandbox extends AsyncDisposable {
  readonly slotCount: number;
  /**
   * Gives the work a slot of its own. Where the sandbox fails under it, the work is done again on a new slot,
   * and only after several failures it rejects with JudgeError.
   */
  withSlot<T>(work: (slot: Slot) => Promise<T>, options?: SlotOptions): Promise<T>;
}

export interface SlotOptions {
  readonly signal?: AbortSignal | undefined;
  /** Waits until nothing else runs in the sandbox, and keeps it so: for times that must be exact. */
  readonly alone?: boolean;
}

export interface Slot {
  /** A box with nothing of earlier work in it. */
  box(kind: BoxKind, memoryLimitBytes: number): Promise<Box>;
}

export type BoxKind = "compile" | "run" | "check";

/**
 * Programs in a box read `box/`, write (where the run says so) `build/`, and cannot see `input/`, which
 * reaches them on standard input alone.
 */
export interface Box {
  put(name: string, content: Uint8Array, mode: FileMode): Promise<void>;
  /**
   * Resolves for anything that the programs do; rejects only where the sandbox itself failed. Nothing that they
   * started is alive then. May be called again before it has resolved: runs take place one after another.
   */
  run(request: RunRequest): Promise<RunReport>;
  /** Runs several programs at the same time, joined by pipes: a candidate and its interactor. */
  interact(request: InteractionRequest): Promise<InteractionReport>;
  /** What a program left in `build/` or `feedback/`; undefined when it is no regular file, or larger than allowed. */
  get(name: string, limitBytes: number): Promise<Uint8Array | undefined>;
  /** Ends the run under way and all that wait; they resolve as `cancelled`. */
  cancelRuns(): Promise<void>;
}

export type FileMode = "read" | "execute";

export interface RunRequest {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly workingFolder: "box" | "build";
  readonly stdin: RunInput;
  /** Takes standard output as it comes; the chunks together are at most `limits.outputBytes`. */
  readonly onStdout: (chunk: Uint8Array) => void;
  readonly limits: RunLimits;
  /** Whether it may start other processes (compilers do). */
  readonly allowsProcesses: boolean;
}

/** A stored input is sent to a box once and read from there by every later run. */
export type RunInput = { readonly kind: "empty" } | { readonly kind: "file"; readonly file: DataFile };

export interface RunLimits {
  readonly cpuMs: number;
  readonly wallMs: number;
  readonly memoryBytes: number;
  readonly outputBytes: number;
  readonly stackBytes: number;
  /** The largest file it may write; 0 where nothing is writable. */
  readonly fileBytes: number;
}

/**
 * Programs that talk with each other. A judge's program runs as another user than a candidate's: what is put into
 * `judge/` it alone can read, and `feedback/` it alone can write.
 */
export interface InteractionRequest {
  readonly participants: readonly Participant[];
  readonly wallMs: number;
  readonly memoryBytes: number;
  readonly stackBytes: number;
  readonly outputBytes: number;
  /** The largest file that a judge's program may write. */
  readonly fileBytes: number;
  /** How much of the conversation is kept; 0 joins the programs directly, which is faster. */
  readonly transcriptBytes: number;
}

export interface Participant {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly user: "candidate" | "judge";
  readonly cpuMs: number;
  /** Pipes have numbers from 0; whoever names the same one talks to each other. */
  readonly stdinPipe: number;
  readonly stdoutPipe: number;
}

export interface InteractionReport {
  readonly participants: readonly (RunReport & {
    /** 0 for the one that ended first. */
    readonly endOrder: number;
  })[];
  readonly transcript: readonly TranscriptPart[];
}

export interface TranscriptPart {
  readonly participant: number;
  readonly text: Uint8Array;
}

/** What happened, in the sandbox's words: no verdict. */
export interface RunReport extends Omit<RunFacts, "outcome"> {
  readonly outcome: RunOutcome | { readonly kind: "cancelled" };
  readonly stdoutBytes: number;
  readonly stderrBytes: number;
  /** The first part of standard error. */
  readonly stderr: string;
}
