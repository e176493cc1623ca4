import { JudgeError } from "../domain/errors.ts";
import type { DataFile } from "../domain/problem.ts";

/** What may be stored in one container before the oldest goes. */
export const INPUT_STORE_BYTES = 256 * 1024 * 1024;

/** Which files a container has, and which of them it has under a second name, so that to drop them would free nothing. */
export class InputStore {
  readonly #stored = new Map<string, DataFile>();
  readonly #placed = new Map<string, DataFile>();
  #storedBytes = 0;

  /** Counts the file as stored from now on. Tells whether it has to be sent, and what has to go before. */
  add(file: DataFile): { readonly isNew: boolean; readonly dropped: readonly DataFile[] } {
    if (this.#stored.has(file.sha256)) return { isNew: false, dropped: [] };
    const dropped = this.#roomFor(file);
    for (const { sha256, bytes } of dropped) {
      this.#stored.delete(sha256);
      this.#storedBytes -= bytes;
    }
    this.#stored.set(file.sha256, file);
    this.#storedBytes += file.bytes;
    return { isNew: true, dropped };
  }

  /** Files with a second name stay. */
  place(name: string, file: DataFile): void {
    this.#placed.set(name, file);
  }

  /** Nothing has this name any more, or something else. */
  forget(name: string): void {
    this.#placed.delete(name);
  }

  forgetArea(area: string): void {
    for (const name of this.#placed.keys()) if (name.startsWith(`${area}/`)) this.#placed.delete(name);
  }

  #roomFor(file: DataFile): readonly DataFile[] {
    const kept = new Set([...this.#placed.values()].map(({ sha256 }) => sha256));
    const dropped: DataFile[] = [];
    let tooManyBytes = this.#storedBytes + file.bytes - INPUT_STORE_BYTES;
    for (const oldest of this.#stored.values()) {
      if (tooManyBytes <= 0) break;
      if (kept.has(oldest.sha256)) continue;
      dropped.push(oldest);
      tooManyBytes -= oldest.bytes;
    }
    if (tooManyBytes > 0) {
      const besides = kept.size > 0 ? ` with what is there beside it` : "";
      throw new JudgeError(
        `${file.path} has ${file.bytes} bytes${besides}: files of at most ${INPUT_STORE_BYTES / 1024 / 1024} MiB fit in the sandbox`,
      );
    }
    return dropped;
  }
}

export function inputName(file: DataFile): string {
  return `input/${file.sha256}`;
}
