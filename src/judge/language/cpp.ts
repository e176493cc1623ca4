import type { LanguageSpec } from "./language.ts";

/** The flags of the precompiled headers in `sandbox/Dockerfile` must be these, or the compiler passes them over. */
export function cppSpec(standard: "gnu++17" | "gnu++20" | "gnu++23"): LanguageSpec {
  return {
    image: "default",
    sourceFile: "main.cpp",
    sourceEndings: [".cpp", ".cc", ".cxx", ".c++"],
    compileArgv: (sources) => [
      "/usr/bin/g++",
      `-std=${standard}`,
      "-O2",
      "-pipe",
      "-static",
      "-s",
      "-DONLINE_JUDGE",
      "-fmax-errors=20",
      `-I/opt/pch/${standard}`,
      "-I.",
      "-o",
      "main",
      ...sources,
    ],
    artifact: "main",
    runArgv: ({ folder }) => [`${folder}/main`],
    versionArgv: ["/usr/bin/g++", "--version"],
    timeFactor: 1,
    limitsOwnMemory: false,
  };
}
