import { sha256Of } from "../domain/sha256.ts";
import type { EventPart } from "./event.ts";

/** An event as the file holds it. */
export interface EventRow {
  readonly part: EventPart;
  readonly sequence: number;
  readonly at_ms: number;
  readonly body: string;
  readonly hash: string;
}

/** Where a part is no longer as it was written. */
export interface ChainBreak {
  readonly part: EventPart;
  readonly sequence: number;
  readonly what: string;
}

export function chainHash(before: string, row: Omit<EventRow, "hash">): string {
  return sha256Of(before, row.part, String(row.sequence), String(row.at_ms), row.body);
}

/** Follows the chain of one part, row by row from the first. */
export class ChainReader {
  readonly #part: EventPart;
  #hash = "";
  #sequence = 0;

  constructor(part: EventPart) {
    this.#part = part;
  }

  /** Undefined where the row is the next one, as it was written. */
  next(row: EventRow): ChainBreak | undefined {
    const sequence = ++this.#sequence;
    this.#hash = chainHash(this.#hash, row);
    if (row.sequence === sequence && row.hash === this.#hash) return undefined;
    const missing = row.sequence > sequence ? `: the next one there is has the number ${row.sequence}` : "";
    const what = `was changed after it was written: the hash chain breaks there${missing}`;
    return { part: this.#part, sequence, what };
  }
}
