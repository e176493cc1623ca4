import { heapLimitBytes } from "./heap-limit.ts";
import type { RunPlace } from "./language.ts";

const MIB = 1024 * 1024;

/** For compilers, which run briefly: optimising them costs more than it gains. */
export const JVM_COMPILER_FLAGS = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData"];

/** Runs `main.jar`. One core, no folder for performance data, deep recursion. */
export function jvmRunArgv({ folder, memoryLimitBytes }: RunPlace): readonly string[] {
  const stackMib = Math.min(64, Math.floor(memoryLimitBytes / MIB / 4));
  return [
    "/usr/bin/java",
    "-XX:+UseSerialGC",
    "-XX:-UsePerfData",
    `-Xss${stackMib}m`,
    `-Xmx${Math.floor(heapLimitBytes(memoryLimitBytes) / MIB)}m`,
    "-Dfile.encoding=UTF-8",
    "-DONLINE_JUDGE=true",
    "-jar",
    `${folder}/main.jar`,
  ];
}
