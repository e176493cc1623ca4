import type { z } from "zod";
import type { PackageFindings } from "../../package-reading.ts";
import type { FormatVersion } from "./format-version.ts";

/** Keys that drafts had: what they say is told elsewhere now, or judged by nobody. */
const KEYS_OF_DRAFTS: ReadonlySet<string> = new Set(["author", "source_url", "scoring", "libraries", "full_score"]);

/** The newer versions ask for an error, as a key that is passed over may be one that mattered; packages of old were never held to it. */
export function reportUnknownKeys(
  data: object,
  schema: z.ZodObject,
  { place, version }: { readonly place: string; readonly version: FormatVersion },
  { errors, warnings }: PackageFindings,
): void {
  for (const key of Object.keys(data)) {
    if (Object.hasOwn(schema.shape, key)) continue;
    const message = `${place}${key}: not a key of the format ${version.name}`;
    if (version.generation === "legacy" || KEYS_OF_DRAFTS.has(key)) warnings.push(`${message}; passed over`);
    else errors.push(message);
  }
}
