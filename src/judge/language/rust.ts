import type { LanguageSpec } from "./language.ts";

export const rust: LanguageSpec = {
  image: "full",
  sourceFile: "main.rs",
  compileArgv: [
    "/usr/bin/rustc",
    "--edition=2021",
    "-Copt-level=3",
    "-Ctarget-feature=+crt-static",
    "-Cstrip=symbols",
    "--cfg=online_judge",
    "-Awarnings",
    "-o",
    "main",
    "main.rs",
  ],
  artifact: "main",
  runArgv: () => ["/w/box/main"],
  versionArgv: ["/usr/bin/rustc", "--version"],
  timeFactor: 1,
  limitsOwnMemory: false,
};
