/** The two generations of the format that differ in everything but their idea, and what lies between them. */
export interface FormatVersion {
  readonly name: string;
  readonly generation: "legacy" | "modern";
}

/** What `problem_format_version` may be; the drafts became 2025-09. */
const GENERATION = {
  legacy: "legacy",
  "legacy-icpc": "legacy",
  "2023-07-draft": "modern",
  "2023-07": "modern",
  "2025-09-draft": "modern",
  "2025-09": "modern",
  draft: "modern",
} as const;

export const VERSION_NAMES = Object.keys(GENERATION);

export function formatVersion(name: string): FormatVersion | undefined {
  const known = Object.entries(GENERATION).find(([version]) => version === name);
  return known && { name, generation: known[1] };
}
