/** As the reference decoder has it: more memory than that is not given to a frame that asks for it. */
const MAX_WINDOW_BYTES = 128 * 1024 * 1024;

const MAGIC = 0xfd2fb528;
const SKIPPABLE = 0x184d2a5;
const REPEATED_BYTE = 1;
const CHECKSUM_BYTES = 4;

/** What a parser of frames waits for: bytes that it reads, or a number of bytes that it only passes over. */
interface Wanted {
  readonly bytes: number;
  readonly isPassedOver: boolean;
}

/** Follows the frames of zstd data (RFC 8878) without decoding them, as fzstd gives a frame all the memory it asks for. */
export class ZstdFrames {
  readonly #frames = frames((windowBytes) => {
    this.#largestWindowBytes = Math.max(this.#largestWindowBytes, windowBytes);
  });
  #wanted: Wanted = read(4);
  #read: Uint8Array = new Uint8Array(0);
  #had = 0;
  #largestWindowBytes = 0;

  constructor() {
    this.#advance();
  }

  /** Of the frames so far. */
  get largestWindowBytes(): number {
    return this.#largestWindowBytes;
  }

  push(chunk: Uint8Array): void {
    for (let at = 0; at < chunk.length; ) {
      const part = chunk.subarray(at, at + this.#wanted.bytes - this.#had);
      at += part.length;
      this.#had += part.length;
      if (!this.#wanted.isPassedOver) this.#read = Buffer.concat([this.#read, part]);
      if (this.#had === this.#wanted.bytes) this.#advance();
    }
  }

  #advance(): void {
    do {
      const next = this.#frames.next(this.#read);
      this.#wanted = next.value;
      this.#read = new Uint8Array(0);
      this.#had = 0;
    } while (this.#wanted.bytes === 0);
  }
}

const read = (bytes: number): Wanted => ({ bytes, isPassedOver: false });
const pass = (bytes: number): Wanted => ({ bytes, isPassedOver: true });

function* frames(onWindow: (bytes: number) => void): Generator<Wanted, never, Uint8Array> {
  while (true) {
    const magic = numberIn(yield read(4));
    if (Math.floor(magic / 16) === SKIPPABLE) yield pass(numberIn(yield read(4)));
    else if (magic === MAGIC) yield* frame(onWindow);
    else throw new Error("the zstd data is damaged");
  }
}

function* frame(onWindow: (bytes: number) => void): Generator<Wanted, void, Uint8Array> {
  const descriptor = numberIn(yield read(1));
  const isSingleSegment = (descriptor & 0x20) !== 0;
  const windowDescriptor = isSingleSegment ? 0 : numberIn(yield read(1));
  yield pass([0, 1, 2, 4][descriptor & 3] ?? 0);
  const contentSizeBytes = [isSingleSegment ? 1 : 0, 2, 4, 8][descriptor >> 6] ?? 0;
  const contentBytes = numberIn(yield read(contentSizeBytes));
  const base = 2 ** (10 + (windowDescriptor >> 3));
  const windowBytes = isSingleSegment ? contentBytes : base + (base / 8) * (windowDescriptor & 7);
  if (windowBytes > MAX_WINDOW_BYTES)
    throw new Error(`the zstd data needs ${windowBytes} bytes of memory, expected at most ${MAX_WINDOW_BYTES}`);
  onWindow(windowBytes);
  let isLast = false;
  while (!isLast) {
    const header = numberIn(yield read(3));
    isLast = (header & 1) === 1;
    yield pass(((header >> 1) & 3) === REPEATED_BYTE ? 1 : header >> 3);
  }
  yield pass((descriptor & 4) !== 0 ? CHECKSUM_BYTES : 0);
}

/** Little-endian. */
function numberIn(bytes: Uint8Array): number {
  return bytes.reduceRight((number, byte) => number * 256 + byte, 0);
}
