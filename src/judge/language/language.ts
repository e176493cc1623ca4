import type { ImageVariant } from "../../domain/image-variant.ts";

/** How programs of one language are compiled and run. Paths are those inside a box. */
export interface LanguageSpec {
  /** The smallest sandbox image that has it. */
  readonly image: ImageVariant;
  /** What the source is called where nobody else names it. */
  readonly sourceFile: string;
  /** Endings of files that are compiled or imported, in lower case with the dot; whatever else lies beside a program is data. */
  readonly sourceEndings: readonly string[];
  /** Runs in `build/`, where all sources are, the one that the program starts in first; writes `artifact` there. */
  readonly compileArgv: (sources: readonly [string, ...string[]]) => readonly string[];
  /** What the compiler leaves and a run needs, by its name in `build/` and where it is run. */
  readonly artifact: string;
  /** The artifact is in the folder. Nothing else is writable, and no process can be made. */
  readonly runArgv: (place: RunPlace) => readonly string[];
  /** Prints the version of compiler or interpreter in the first line. */
  readonly versionArgv: readonly string[];
  /** What a problem's time limit is multiplied by, where no setting says otherwise. */
  readonly timeFactor: number;
  /** Whether the runtime ends a program by itself before the memory limit is reached: see `own-memory-limit.ts`. */
  readonly limitsOwnMemory: boolean;
}

export interface RunPlace {
  readonly folder: "/w/box" | "/w/judge";
  /** Runtimes that collect garbage are told how much they may use. */
  readonly memoryLimitBytes: number;
}
