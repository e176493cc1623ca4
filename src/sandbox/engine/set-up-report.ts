/** What the set-up of a machine tells while it works; `sandbox/set-up.mjs` shows it. */
export interface SetUpReport {
  /** A part begins, in a few words: shown on a line of its own. */
  doing(what: string): void;
  /** A line some program printed: shown only while it is the newest. */
  output(line: string): void;
}

export interface SetUpOptions {
  readonly report: SetUpReport;
  readonly signal?: AbortSignal | undefined;
}
