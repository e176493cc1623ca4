import { createHash, type Hash } from "node:crypto";
import type { Comparison } from "../domain/comparison.ts";
import { isSpace } from "./checker/byte-reader.ts";

const MARK_CHARACTERS = 16;
const LONGEST_NUMBER_BYTES = 64;
const NEWLINE = 0x0a;

/**
 * Takes an output as it comes and gives a short hash of what a comparison looks at: white space is one blank, letters are
 * small where case does not matter, and numbers have as many digits as the tolerance leaves meaning.
 */
export class OutputMark {
  readonly #hash: Hash = createHash("sha256");
  readonly #comparison: Comparison;
  readonly #digits: number | undefined;
  /** The token that may go on in the next chunk, as far as it is not hashed. */
  #token: Buffer[] = [];
  #tokenBytes = 0;

  constructor(comparison: Comparison) {
    this.#comparison = comparison;
    const tolerance = comparison.relativeTolerance ?? comparison.absoluteTolerance;
    // A tolerance of nothing leaves every digit its meaning.
    const digits = tolerance ? Math.round(-Math.log10(tolerance)) - 1 : undefined;
    this.#digits = digits === undefined ? undefined : Math.min(12, Math.max(2, digits));
  }

  take(chunk: Uint8Array): void {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    let start = 0;
    for (let at = 0; at < bytes.length; at++) {
      if (!isSpace(bytes[at] ?? NEWLINE)) continue;
      this.#extend(bytes.subarray(start, at));
      this.#endToken();
      start = at + 1;
    }
    this.#extend(bytes.subarray(start));
  }

  end(): string {
    this.#endToken();
    return this.#hash.digest("hex").slice(0, MARK_CHARACTERS);
  }

  #extend(bytes: Buffer): void {
    if (bytes.length === 0) return;
    this.#tokenBytes += bytes.length;
    if (this.#tokenBytes <= LONGEST_NUMBER_BYTES) {
      this.#token.push(Buffer.from(bytes));
      return;
    }
    // No number is that long: it is hashed as it comes, so that memory stays bounded.
    for (const part of this.#token) this.#hash.update(this.#inCase(part));
    this.#token = [];
    this.#hash.update(this.#inCase(bytes));
  }

  #endToken(): void {
    if (this.#tokenBytes === 0) return;
    if (this.#tokenBytes <= LONGEST_NUMBER_BYTES) {
      const token = Buffer.concat(this.#token);
      this.#hash.update(this.#rounded(token) ?? this.#inCase(token));
    }
    this.#hash.update(" ");
    this.#token = [];
    this.#tokenBytes = 0;
  }

  #inCase(token: Buffer): Buffer | string {
    return this.#comparison.caseSensitive ? token : token.toString("latin1").toLowerCase();
  }

  #rounded(token: Buffer): string | undefined {
    if (this.#digits === undefined) return undefined;
    const text = token.toString("latin1");
    if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) return undefined;
    const value = Number(text);
    // A sign that rounding leaves to a zero says nothing.
    return Number.isFinite(value) ? (value === 0 ? 0 : value).toPrecision(this.#digits) : undefined;
  }
}
