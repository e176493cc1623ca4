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
 * reaches them on standard input alone. What a judge's program alone may read is in `judge/`; it may write `feedback/`.
 */
export interface Box {
  put(name: string, content: Uint8Array, mode: FileMode): Promise<void>;
  /** Like `put`, for data that later runs need again: it is sent to the box once, and costs nothing when it is placed again. */
  place(name: string, file: DataFile): Promise<void>;
  remove(name: string): Promise<void>;
  /** Makes an area new: nothing of what was in it stays. */
  empty(area: "feedback" | "judge"): Promise<void>;
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
  readonly workingFolder: "box" | "build" | "feedback";
  /** A judge's program may read `judge/` and write `feedback/`; the candidate's user where nothing is said. */
  readonly user?: User;
  readonly stdin: RunInput;
  /** Takes standard output as it comes; the chunks together are at most `limits.outputBytes`. */
  readonly onStdout: (chunk: Uint8Array) => void;
  readonly limits: RunLimits;
  /** Whether it may start other processes (compilers do). */
  readonly allowsProcesses: boolean;
}

export type User = "candidate" | "judge";

/** A file is sent to a box once and read from there by every later run; what is named was put there before. */
export type RunInput =
  | { readonly kind: "empty" }
  | { readonly kind: "file"; readonly file: DataFile }
  | { readonly kind: "put"; readonly name: string };

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
 * `judge/` it alone can read, and `feedback/` it alone can write. Several candidates are users of their own, too.
 */
export interface InteractionRequest {
  readonly participants: readonly Participant[];
  readonly wallMs: number;
  readonly stackBytes: number;
  readonly outputBytes: number;
  /** The largest file that a judge's program may write. */
  readonly fileBytes: number;
  /** How much of the conversation is kept; 0 joins the programs directly, which is faster. */
  readonly transcriptBytes: number;
}

export interface Participant {
  /** What stands for a pipe is made by `pipePath` and `inheritedPath`. */
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly user: User;
  readonly cpuMs: number;
  readonly memoryBytes: number;
  /** Pipes have numbers from 0; whoever names the same one talks to each other. */
  readonly stdin: RunInput | PipeEnd;
  readonly stdout: PipeEnd | { readonly kind: "capture"; readonly onChunk: (chunk: Uint8Array) => void };
  /**
   * Open from the start as descriptors 3, 4 and so on. As long as such a descriptor is open, its end is, even where the program
   * has opened it again by its path and closed that.
   */
  readonly inherits?: readonly DirectedPipeEnd[];
  /** FIFOs that it opens by their path itself: one side of a pipe alone, and of all participants the judge's alone. */
  readonly opens?: readonly DirectedPipeEnd[];
}

export interface PipeEnd {
  readonly kind: "pipe";
  readonly pipe: number;
}

export interface DirectedPipeEnd {
  readonly pipe: number;
  readonly direction: "read" | "write";
}

/** The path of a pipe in a box for the participant that `opens` it. */
export function pipePath(pipe: number): string {
  return `/w/pipe/${pipe}`;
}

/** The path of the n-th pipe (from 0) that a participant `inherits`. */
export function inheritedPath(n: number): string {
  return `/dev/fd/${3 + n}`;
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
