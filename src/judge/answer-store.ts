import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import type { DataFile } from "../domain/problem.ts";

const KEPT_BYTES = 32 * 1024 * 1024;
const LARGEST_KEPT_BYTES = 1024 * 1024;
const READ_BYTES = 1024 * 1024;

/** Answers of testcases, the small ones kept in memory: thousands of candidates are compared with each. */
export class AnswerStore {
  readonly #kept = new Map<string, Buffer>();
  #bytes = 0;

  /** All of a small one; a large one is read as it is compared. */
  async open(file: DataFile): Promise<Buffer | AsyncIterable<Uint8Array>> {
    const known = this.#kept.get(file.sha256);
    if (known) return known;
    if (file.bytes > LARGEST_KEPT_BYTES) return createReadStream(file.path, { highWaterMark: READ_BYTES });
    const bytes = await readFile(file.path);
    if (!this.#kept.has(file.sha256)) this.#keep(file.sha256, bytes);
    return bytes;
  }

  #keep(sha256: string, bytes: Buffer): void {
    this.#kept.set(sha256, bytes);
    this.#bytes += bytes.length;
    for (const [oldest, { length }] of this.#kept) {
      if (this.#bytes <= KEPT_BYTES) break;
      this.#kept.delete(oldest);
      this.#bytes -= length;
    }
  }
}
