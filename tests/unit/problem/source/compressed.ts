import { execFileSync } from "node:child_process";

export type Tool = "gzip" | "xz" | "zstd";

/** What the tool that people use makes of it; where the tool is missing a test fails with its name. */
export function compressedWith(tool: Tool, input: string | Uint8Array, ...options: readonly string[]): Buffer {
  return execFileSync(tool, ["-c", ...options], { input });
}
