import { createHash } from "node:crypto";

/** SHA-256 in hexadecimal: of one part as it is, of more with the length before each, so that no two such lists agree. */
export function sha256Of(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) {
    const bytes = typeof part === "string" ? Buffer.from(part, "utf8") : part;
    if (parts.length > 1) hash.update(`${bytes.length}:`);
    hash.update(bytes);
  }
  return hash.digest("hex");
}
