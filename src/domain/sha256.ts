import { createHash } from "node:crypto";

/** SHA-256 in hexadecimal: of one part as it is, of more with the length before each, so that no two such lists agree. */
export function sha256Of(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) {
    if (parts.length > 1) hash.update(`${Buffer.byteLength(part)}:`);
    hash.update(part); // a string as UTF-8, without a copy of it
  }
  return hash.digest("hex");
}
