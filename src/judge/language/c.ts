import type { LanguageSpec } from "./language.ts";

export const c17: LanguageSpec = {
  image: "default",
  sourceFile: "main.c",
  compileArgv: [
    "/usr/bin/gcc",
    "-std=gnu17",
    "-O2",
    "-pipe",
    "-static",
    "-s",
    "-DONLINE_JUDGE",
    "-fmax-errors=20",
    "-o",
    "main",
    "main.c",
    "-lm",
  ],
  artifact: "main",
  runArgv: () => ["/w/box/main"],
  versionArgv: ["/usr/bin/gcc", "--version"],
  timeFactor: 1,
  limitsOwnMemory: false,
};
