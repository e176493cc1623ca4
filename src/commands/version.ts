import { readFileSync } from "node:fs";
import { z } from "zod";

/** Of the package that this file is part of. */
export function medalistVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  return z.object({ version: z.string() }).parse(manifest).version;
}
