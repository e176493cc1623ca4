import { messageOf, UsageError } from "../../../domain/errors.ts";
import { contentKindOf, isCompression } from "../../source/content-kind.ts";
import { readDecompressed } from "../../source/decompress.ts";

/** What a row may have; a string cannot be much longer. */
const MAX_LINE_BYTES = 256 * 1024 * 1024;

const NEWLINE = 0x0a;

export interface Line {
  /** From 1. */
  readonly number: number;
  readonly bytes: Buffer;
}

/** The lines of a file, compressed or not, that have anything in them; only one of them is in memory. */
export async function* readLines(
  path: string,
  signal?: AbortSignal,
  maxLineBytes = MAX_LINE_BYTES,
): AsyncGenerator<Line, void> {
  const kind = await contentKindOf(path);
  if (kind === "zip" || kind === "tar" || kind === "unread archive")
    throw new UsageError(`${path}: an archive, expected lines of JSON, plain or compressed with gzip, xz or zstd`);
  let number = 1;
  let parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of readable(readDecompressed(path, isCompression(kind) ? kind : undefined), path)) {
    signal?.throwIfAborted();
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      const line = Buffer.concat([...parts, chunk.subarray(start, end)]);
      if (line.some(isNoSpace)) yield { number, bytes: line };
      number++;
      parts = [];
      bytes = 0;
      start = end + 1;
    }
    const rest = chunk.subarray(start);
    bytes += rest.length;
    if (bytes > maxLineBytes) throw new UsageError(`${path}: line ${number}: more than ${maxLineBytes} bytes`);
    if (rest.length > 0) parts.push(rest);
  }
  const last = Buffer.concat(parts);
  if (last.some(isNoSpace)) yield { number, bytes: last };
}

async function* readable(chunks: AsyncIterable<Uint8Array>, path: string): AsyncIterable<Uint8Array> {
  try {
    yield* chunks;
  } catch (error) {
    throw new UsageError(`${path}: cannot be read: ${messageOf(error)}`, { cause: error });
  }
}

function isNoSpace(byte: number): boolean {
  return byte > 0x20;
}
