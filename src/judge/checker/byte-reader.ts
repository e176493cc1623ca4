/** Bytes that are there, or that come piece by piece; the chunks are never joined. */
export type ByteSource = InMemoryBytes | AsyncIterable<Uint8Array>;
export type InMemoryBytes = Uint8Array | readonly Uint8Array[];

const NOTHING = new Uint8Array(0);

/** How much of a token is looked at as a whole: no number that a program means to print is longer. */
export const LONGEST_NUMBER_BYTES = 64 * 1024;

/**
 * Walks over the tokens of a source, of which only the current chunk is held (and the beginning of a token that began
 * in an earlier one). Where a method says that it needs the next chunk, it is called again after `feed`.
 */
export class ByteReader {
  /** The current chunk, and the place in it. */
  bytes: Uint8Array = NOTHING;
  at = 0;
  line = 1;
  readonly #chunks: readonly Uint8Array[];
  readonly #iterator: AsyncIterator<Uint8Array> | undefined;
  #next = 0;
  #hasEnded = false;
  /** Where in the current chunk the token begins or goes on; -1 outside of a token. */
  #start = -1;
  #kept: Uint8Array[] = [];
  #keptBytes = 0;
  #tokenBytes = 0;

  constructor(source: ByteSource) {
    const isStream = Symbol.asyncIterator in source;
    this.#iterator = isStream ? source[Symbol.asyncIterator]() : undefined;
    this.#chunks = isStream ? [] : source instanceof Uint8Array ? [source] : source;
  }

  /** Waits for the next chunk. */
  async feed(): Promise<void> {
    const { value, done } = (await this.#iterator?.next()) ?? { value: undefined, done: true };
    if (done) this.#hasEnded = true;
    this.#enter(done ? NOTHING : value);
  }

  /** Lets go of a source that was not read to its end. */
  async close(): Promise<void> {
    await this.#iterator?.return?.();
  }

  /** Whether the next byte or the end is in sight; false where it needs the next chunk. */
  isReady(): boolean {
    while (this.at === this.bytes.length && !this.#hasEnded) {
      const chunk = this.#chunks[this.#next++];
      if (chunk) this.#enter(chunk);
      else if (this.#iterator) return false;
      else this.#hasEnded = true;
    }
    return true;
  }

  isAtEnd(): boolean {
    return this.#hasEnded && this.at === this.bytes.length;
  }

  isAtSpace(): boolean {
    return isSpace(this.bytes[this.at]);
  }

  /** Over white space, to a token or the end; false where it needs the next chunk. */
  skipSpace(): boolean {
    this.#start = -1;
    do {
      const { bytes } = this;
      let at = this.at;
      while (at < bytes.length && isSpace(bytes[at])) {
        if (bytes[at] === 10) this.line++;
        at++;
      }
      this.at = at;
      if (at < bytes.length) return true;
    } while (this.isReady() && !this.isAtEnd());
    return this.isAtEnd();
  }

  startToken(): void {
    this.#start = this.at;
    this.#tokenBytes = 0;
    if (this.#keptBytes === 0) return;
    this.#kept = [];
    this.#keptBytes = 0;
  }

  /** Over the rest of a token; false where it needs the next chunk. */
  skipToken(): boolean {
    do {
      const { bytes } = this;
      let at = this.at;
      while (at < bytes.length && !isSpace(bytes[at])) at++;
      this.at = at;
      if (at < bytes.length) return true;
    } while (this.isReady() && !this.isAtEnd());
    return this.isAtEnd();
  }

  /** How many bytes of the token were passed. */
  tokenBytes(): number {
    return this.#tokenBytes + this.at - this.#start;
  }

  /** What was passed of the token; of a very long one the beginning. */
  token(): Uint8Array {
    const end = Math.min(this.at, this.#start + LONGEST_NUMBER_BYTES);
    const last = this.bytes.subarray(this.#start, end);
    return this.#kept.length === 0 ? last : Buffer.concat([...this.#kept, last]).subarray(0, LONGEST_NUMBER_BYTES);
  }

  #enter(chunk: Uint8Array): void {
    if (this.#start >= 0) this.#keepToken();
    this.bytes = chunk;
    this.at = 0;
  }

  #keepToken(): void {
    const part = this.bytes.subarray(this.#start, this.at);
    this.#tokenBytes += part.length;
    this.#start = 0;
    if (part.length === 0 || this.#keptBytes >= LONGEST_NUMBER_BYTES) return;
    this.#kept.push(part.slice(0, LONGEST_NUMBER_BYTES));
    this.#keptBytes += part.length;
  }
}

/** What C's isspace() takes for white space, which is what the package format lists. */
export function isSpace(byte: number | undefined): boolean {
  return byte !== undefined && (byte === 32 || (byte >= 9 && byte <= 13));
}
