import type { RunEvent } from "./event.ts";

/** Where the steps of the pipeline say what happened. What they learn from it again is folded from its events. */
export interface RunLog {
  append(event: RunEvent): void;
  /** Keeps a text under the hash of its content and returns the hash. */
  keep(text: string): string;
}
