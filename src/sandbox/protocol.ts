import { SandboxFailure } from "./sandbox-failure.ts";

/** One message of the runner's protocol, in either direction; `sandbox/README.md` lists the keys. */
export interface Frame {
  /** In the order of the lines; a key that comes twice keeps its last value. */
  readonly keys: ReadonlyMap<string, string>;
  readonly body: Buffer;
}

const MAX_HEAD_BYTES = 16_384;
const LENGTHS_BYTES = 8;

export type HeadLine = readonly [key: string, value: string | number];

export function encodeHead(lines: readonly HeadLine[], bodyBytes: number): Buffer {
  let text = "";
  for (const [key, value] of lines) text += `${key}:${lineOf(key, value)}\n`;
  const head = Buffer.from(text, "utf8");
  if (head.length > MAX_HEAD_BYTES)
    throw new SandboxFailure(`a request's head has ${head.length} bytes, at most ${MAX_HEAD_BYTES} are possible`);
  const lengths = Buffer.alloc(LENGTHS_BYTES);
  lengths.writeUInt32BE(head.length, 0);
  lengths.writeUInt32BE(bodyBytes, 4);
  return Buffer.concat([lengths, head]);
}

function lineOf(key: string, value: string | number): string {
  const text = String(value);
  if (text.includes("\n") || text.includes("\0")) throw new SandboxFailure(`${key} must be one line`);
  return text;
}

/** Cuts a stream of bytes into frames. */
export class FrameDecoder {
  #rest: Buffer = Buffer.alloc(0);

  *push(chunk: Buffer): Generator<Frame> {
    this.#rest = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    while (this.#rest.length >= LENGTHS_BYTES) {
      const headBytes = this.#rest.readUInt32BE(0);
      const total = LENGTHS_BYTES + headBytes + this.#rest.readUInt32BE(4);
      if (headBytes > MAX_HEAD_BYTES) throw new SandboxFailure("the runner's stream is out of step");
      if (this.#rest.length < total) return;
      const head = this.#rest.toString("utf8", LENGTHS_BYTES, LENGTHS_BYTES + headBytes);
      const body = this.#rest.subarray(LENGTHS_BYTES + headBytes, total);
      this.#rest = this.#rest.subarray(total);
      yield { keys: keysOf(head), body };
    }
  }
}

function keysOf(head: string): Map<string, string> {
  const keys = new Map<string, string>();
  for (const line of head.split("\n")) {
    const colon = line.indexOf(":");
    if (colon > 0) keys.set(line.slice(0, colon), line.slice(colon + 1));
  }
  return keys;
}

/**
 * Takes Docker's framing off an attached stream: a byte for the stream, three of padding, a big-endian length,
 * the payload. Yields what came on standard output; the runner writes nothing else.
 */
export class DockerStreamDecoder {
  #rest: Buffer = Buffer.alloc(0);

  *push(chunk: Buffer): Generator<Buffer> {
    this.#rest = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    while (this.#rest.length >= LENGTHS_BYTES) {
      const total = LENGTHS_BYTES + this.#rest.readUInt32BE(4);
      if (this.#rest.length < total) return;
      if (this.#rest[0] === 1) yield this.#rest.subarray(LENGTHS_BYTES, total);
      this.#rest = this.#rest.subarray(total);
    }
  }
}
