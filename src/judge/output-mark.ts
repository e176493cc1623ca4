import { createHash, type Hash } from "node:crypto";
import type { Comparison } from "../domain/comparison.ts";
import { MARK_CHARACTERS } from "../domain/output-mark.ts";
import { isSpace } from "./checker/byte-reader.ts";

const LONGEST_NUMBER_BYTES = 64;
const BUFFER_BYTES = 16 * 1024;
const [NEWLINE, SPACE, LARGE_A, LARGE_Z, TO_SMALL] = [0x0a, 0x20, 0x41, 0x5a, 0x20];

/**
 * Takes an output as it comes and gives a short hash of what a comparison looks at: white space is one blank, letters are
 * small where case does not matter, and numbers have as many digits as the tolerance leaves meaning.
 */
export class OutputMark {
  readonly #hash: Hash = createHash("sha256");
  readonly #isLowered: boolean;
  readonly #digits: number | undefined;
  /** What is to be hashed next: hashing token by token would take many times as long. */
  readonly #bytes = Buffer.allocUnsafe(BUFFER_BYTES);
  #used = 0;
  /** Where the token begins that the output is in; what of it is hashed already lies before 0. */
  #tokenStart = 0;

  constructor(comparison: Comparison) {
    this.#isLowered = !comparison.caseSensitive;
    const tolerance = comparison.relativeTolerance ?? comparison.absoluteTolerance;
    // A tolerance of nothing leaves every digit its meaning.
    const digits = tolerance ? Math.round(-Math.log10(tolerance)) - 1 : undefined;
    this.#digits = digits === undefined ? undefined : Math.min(12, Math.max(2, digits));
  }

  take(chunk: Uint8Array): void {
    const bytes = this.#bytes;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at] ?? NEWLINE;
      if (isSpace(byte)) {
        this.#endToken();
        continue;
      }
      if (this.#used === BUFFER_BYTES) this.#makeRoom();
      bytes[this.#used++] = this.#isLowered && byte >= LARGE_A && byte <= LARGE_Z ? byte + TO_SMALL : byte;
    }
  }

  end(): string {
    this.#endToken();
    this.#hash.update(this.#bytes.subarray(0, this.#used));
    return this.#hash.digest("hex").slice(0, MARK_CHARACTERS);
  }

  /** Hashes all but a token that may be a number: that may have to be rounded. */
  #makeRoom(): void {
    const isNumber = this.#digits !== undefined && this.#used - this.#tokenStart <= LONGEST_NUMBER_BYTES;
    const hashed = isNumber ? this.#tokenStart : this.#used;
    this.#hash.update(this.#bytes.subarray(0, hashed));
    this.#bytes.copyWithin(0, hashed, this.#used);
    this.#used -= hashed;
    this.#tokenStart -= hashed;
  }

  #endToken(): void {
    const length = this.#used - this.#tokenStart;
    if (length === 0) return;
    if (this.#used > BUFFER_BYTES - LONGEST_NUMBER_BYTES) this.#makeRoom();
    if (this.#digits !== undefined && length <= LONGEST_NUMBER_BYTES) {
      const rounded = this.#rounded(this.#bytes.subarray(this.#tokenStart, this.#used));
      if (rounded !== undefined) this.#used = this.#tokenStart + this.#bytes.write(rounded, this.#tokenStart, "latin1");
    }
    this.#bytes[this.#used++] = SPACE;
    this.#tokenStart = this.#used;
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
