import { heapLimitBytes } from "./heap-limit.ts";
import type { LanguageSpec } from "./language.ts";

export const go: LanguageSpec = {
  image: "full",
  sourceFile: "main.go",
  sourceEndings: [".go"],
  compileArgv: (sources) => [
    "/usr/bin/env",
    "CGO_ENABLED=0",
    "GO111MODULE=off",
    "GOENV=off",
    "GOCACHE=/w/build/.cache",
    "GOPATH=/w/build/.path",
    "/usr/bin/go",
    "build",
    "-ldflags=-s -w",
    "-o",
    "main",
    ...sources,
  ],
  artifact: "main",
  // A soft limit: garbage is collected more eagerly near it, and what is really in use goes past it.
  runArgv: ({ folder, memoryLimitBytes }) => [
    "/usr/bin/env",
    `GOMEMLIMIT=${Math.floor(heapLimitBytes(memoryLimitBytes))}`,
    `${folder}/main`,
  ],
  versionArgv: ["/usr/bin/env", "GOENV=off", "GOCACHE=off", "/usr/bin/go", "version"],
  timeFactor: 1,
  limitsOwnMemory: false,
};
