import { heapLimitBytes } from "./heap-limit.ts";
import type { RunPlace } from "./language.ts";

const MIB = 1024 * 1024;

/** Runs `main.js`, as CommonJS. The stack is V8's own measure; the main thread's real one is larger. */
export function nodeRunArgv({ folder, memoryLimitBytes }: RunPlace): readonly string[] {
  const stackKib = Math.floor(Math.min(memoryLimitBytes / 2, 256 * MIB) / 1024);
  return [
    "/usr/bin/node",
    `--stack-size=${stackKib}`,
    `--max-old-space-size=${Math.floor(heapLimitBytes(memoryLimitBytes) / MIB)}`,
    `${folder}/main.js`,
  ];
}
