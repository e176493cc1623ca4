/** Where a command's words go and what it may know of the world; made once in `cli.ts`. */
export interface Io {
  /** The result, on standard output. */
  out(text: string): void;
  /** All else, on standard error. */
  note(text: string): void;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Ctrl-C. */
  readonly signal: AbortSignal;
  /** Whether standard error is a terminal that can show a line that changes. */
  readonly isTerminal: boolean;
}

/** Why a run ends early when somebody presses Ctrl-C or asks the process to end. */
export class Interruption extends Error {
  override readonly name = "Interruption";
}

export type ExitCode = 0 | 1;
