/** A failure whose message is meant for the person running us: no stack is printed. */
export abstract class AppError extends Error {
  abstract readonly exitCode: number;
  override get name(): string {
    return this.constructor.name;
  }
}

/** The person running us can fix this: a bad flag, a broken problem package. */
export class UsageError extends AppError {
  readonly exitCode = 2;
}

/** A problem package's own program does not do its part: its author has to mend it. */
export class PackageError extends UsageError {}

/** We could not do our own work: no Docker engine, a checker that crashed. Never a verdict. */
export class JudgeError extends AppError {
  readonly exitCode = 3;
}

/** The model could not be asked: refused, timed out, unreachable after retries. */
export class ModelError extends AppError {
  readonly exitCode = 3;
}

/** What an unknown thrown value says, in one line. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
