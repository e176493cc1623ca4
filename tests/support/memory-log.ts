import { sha256Of } from "../../src/domain/sha256.ts";
import type { RunEvent } from "../../src/run-log/event.ts";
import { eventSchema } from "../../src/run-log/event.ts";
import type { RunLog } from "../../src/run-log/run-log.ts";

/** A run log that is gone with the test; takes no event that a file would not take. */
export class MemoryLog implements RunLog {
  readonly events: RunEvent[] = [];
  readonly #texts = new Map<string, string>();

  append(event: RunEvent): void {
    this.events.push(eventSchema.parse(event));
  }

  keep(text: string): string {
    const sha256 = sha256Of(text);
    this.#texts.set(sha256, text);
    return sha256;
  }

  readonly text = (sha256: string): string => {
    const text = this.#texts.get(sha256);
    if (text === undefined) throw new Error(`no text ${sha256}`);
    return text;
  };

  of<Type extends RunEvent["type"]>(type: Type): Extract<RunEvent, { type: Type }>[] {
    return this.events.filter((event): event is Extract<RunEvent, { type: Type }> => event.type === type);
  }
}
