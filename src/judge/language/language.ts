import type { ImageVariant } from "../../domain/image-variant.ts";

/** How programs of one language are compiled and run. Paths are those inside a box. */
export interface LanguageSpec {
  /** The smallest sandbox image that has it. */
  readonly image: ImageVariant;
  readonly sourceFile: string;
  /** Runs in `build/`, where the source is; writes `artifact` there. */
  readonly compileArgv: readonly string[];
  /** What the compiler leaves and a run needs, by its name in `build/` and `box/`. */
  readonly artifact: string;
  /** Nothing is writable then, and no process can be made. Runtimes that collect garbage are told how much they may use. */
  readonly runArgv: (memoryLimitBytes: number) => readonly string[];
  /** Prints the version of compiler or interpreter in the first line. */
  readonly versionArgv: readonly string[];
  /** What a problem's time limit is multiplied by, where no setting says otherwise. */
  readonly timeFactor: number;
  /** Whether the runtime ends a program by itself before the memory limit is reached: see `own-memory-limit.ts`. */
  readonly limitsOwnMemory: boolean;
}
