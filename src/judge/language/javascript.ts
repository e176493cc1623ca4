import type { LanguageSpec } from "./language.ts";
import { nodeRunArgv } from "./node.ts";
import { oneSource } from "./one-source.ts";

/** Compiling only checks the syntax: the source itself is what runs. */
export const javascript: LanguageSpec = {
  image: "full",
  sourceFile: "main.js",
  sourceEndings: [".js", ".cjs"],
  compileArgv: (sources) => oneSource("JavaScript", sources, ["/usr/bin/node", "--check", "main.js"]),
  artifact: "main.js",
  runArgv: nodeRunArgv,
  versionArgv: ["/usr/bin/node", "--version"],
  timeFactor: 1,
  limitsOwnMemory: true,
};
