/** Something that medalist needs, and how it is with it. */
export interface Check {
  readonly what: string;
  readonly state: "ok" | "failed" | "not asked";
  /** What was found, or what to do. */
  readonly detail: string;
}

const MARK = { ok: "✓", failed: "✗", "not asked": "-" } satisfies Record<Check["state"], string>;

export function renderChecksText(checks: readonly Check[]): string {
  const width = Math.max(...checks.map(({ what }) => what.length));
  return checks
    .map(
      ({ what, state, detail }) =>
        `${MARK[state]} ${what.padEnd(width)}  ${detail.replaceAll("\n", `\n${" ".repeat(width + 4)}`)}\n`,
    )
    .join("");
}

export function renderChecksJson(checks: readonly Check[]): string {
  return `${JSON.stringify({ ok: checks.every(({ state }) => state !== "failed"), checks }, null, 2)}\n`;
}
