import type { LanguageSpec } from "./language.ts";

export const rust: LanguageSpec = {
  image: "full",
  sourceFile: "main.rs",
  sourceEndings: [".rs"],
  // Modules are found from the first source.
  compileArgv: ([first]) => [
    "/usr/bin/rustc",
    "--edition=2021",
    "-Copt-level=3",
    "-Ctarget-feature=+crt-static",
    "-Cstrip=symbols",
    "--cfg=online_judge",
    "-Awarnings",
    "-o",
    "main",
    first,
  ],
  artifact: "main",
  runArgv: ({ folder }) => [`${folder}/main`],
  versionArgv: ["/usr/bin/rustc", "--version"],
  timeFactor: 1,
  limitsOwnMemory: false,
};
