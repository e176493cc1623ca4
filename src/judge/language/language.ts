/** How programs of one language are compiled and run. Paths are those inside a box. */
export interface LanguageSpec {
  readonly sourceFile: string;
  /** Runs in `build/`, where the source is; writes `artifact` there. */
  readonly compileArgv: readonly string[];
  /** What the compiler leaves and a run needs, by its name in `build/` and `box/`. */
  readonly artifact: string;
  readonly runArgv: readonly string[];
}
