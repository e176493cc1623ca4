import type { LanguageSpec } from "./language.ts";

export const c17: LanguageSpec = {
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
  runArgv: ["/w/box/main"],
};
