import { JVM_COMPILER_FLAGS, jvmRunArgv } from "./jvm.ts";
import type { LanguageSpec } from "./language.ts";

/** Without the script `kotlinc`, which sets a heap too small and flags that the JVM warns of. */
const COMPILER = [
  "/usr/bin/java",
  ...JVM_COMPILER_FLAGS,
  "-Xss16m",
  "-cp",
  "/usr/share/kotlin/kotlinc/lib/kotlin-preloader.jar",
  "org.jetbrains.kotlin.preloading.Preloader",
  "-cp",
  "/usr/share/kotlin/kotlinc/lib/kotlin-compiler.jar",
  "org.jetbrains.kotlin.cli.jvm.K2JVMCompiler",
];

export const kotlin: LanguageSpec = {
  image: "full",
  sourceFile: "main.kt",
  sourceEndings: [".kt"],
  compileArgv: (sources) => [...COMPILER, "-nowarn", "-include-runtime", "-d", "main.jar", ...sources],
  artifact: "main.jar",
  runArgv: jvmRunArgv,
  versionArgv: [...COMPILER, "-version"],
  timeFactor: 1,
  limitsOwnMemory: true,
};
