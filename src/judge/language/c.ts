import type { LanguageSpec } from "./language.ts";

export const c17: LanguageSpec = {
  image: "default",
  sourceFile: "main.c",
  sourceEndings: [".c"],
  compileArgv: (sources) => [
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
    ...sources,
    "-lm",
  ],
  artifact: "main",
  runArgv: ({ folder }) => [`${folder}/main`],
  versionArgv: ["/usr/bin/gcc", "--version"],
  timeFactor: 1,
  limitsOwnMemory: false,
};
