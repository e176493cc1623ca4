import { createReadStream } from "node:fs";
import { type Duplex, Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { Decompress } from "fzstd";
import xz from "xz-decompress";
import { messageOf } from "../../domain/errors.ts";
import type { Compression } from "./content-kind.ts";
import { ZstdFrames } from "./zstd-frames.ts";

/** So little that what comes of it (at most 32,000 times as much) is no trouble to hold. */
const ZSTD_PART_BYTES = 512;

/** Encoders make blocks of 128 KiB but for the last of a frame; of smaller ones some seconds' work is done. */
const SMALL_BLOCK_BYTES = 1024;
const MAX_MOVED_BYTES = 16 * 1024 ** 3;

/** The bytes of a file, decompressed as they are asked for. Damage is an error of the iteration. */
export function readDecompressed(path: string, compression: Compression | undefined): AsyncIterable<Uint8Array> {
  const compressed = createReadStream(path);
  switch (compression) {
    case undefined:
      return compressed;
    case "gzip":
      return through(compressed, createGunzip());
    case "xz":
      return unxz(compressed);
    case "zstd":
      return unzstd(compressed);
  }
}

/** Errors of the first reach whoever reads the second; who leaves the second early closes the first. */
function through(compressed: Readable, decompressing: Duplex): Readable {
  pipeline(compressed, decompressing).catch((error: Error) => decompressing.destroy(error));
  return decompressing;
}

/** Numbers of xz-embedded's `enum xz_ret`. */
const XZ_ERRORS: ReadonlyMap<string, string> = new Map([
  ["3", "needs more memory than it is given here"],
  ["4", "needs more memory than it is given here"],
  ["5", "is no xz file"],
  ["6", "has a filter or a kind of checksum that is not read here: compress it with plain `xz`"],
  ["7", "is damaged"],
  ["8", "is cut off or damaged"],
]);

async function* unxz(compressed: Readable): AsyncIterable<Uint8Array> {
  try {
    yield* new xz.XzReadableStream(Readable.toWeb(compressed));
  } catch (error) {
    const code = /error code (\d)/.exec(messageOf(error))?.[1] ?? "";
    throw new Error(`the xz data ${XZ_ERRORS.get(code) ?? `cannot be read: ${messageOf(error)}`}`, { cause: error });
  } finally {
    compressed.destroy();
  }
}

/** Node's own decoders take data that is cut off for whole (22), and what follows a first frame for nothing (24). */
async function* unzstd(compressed: Readable): AsyncIterable<Uint8Array> {
  const frames = new ZstdFrames();
  let ready: Uint8Array[] = [];
  let movedBytes = 0;
  const decompressing = new Decompress((block) => {
    ready.push(block);
    // The decoder moves its window for every block.
    if (block.length < SMALL_BLOCK_BYTES) movedBytes += frames.largestWindowBytes;
    if (movedBytes > MAX_MOVED_BYTES) throw new Error("the zstd data has too many small blocks");
  });
  function push(part: Uint8Array, isLast: boolean): Uint8Array[] {
    ready = [];
    frames.push(part);
    decompressing.push(part, isLast);
    return ready;
  }
  for await (const chunk of compressed) {
    for (let at = 0; at < chunk.length; at += ZSTD_PART_BYTES)
      yield* push(chunk.subarray(at, at + ZSTD_PART_BYTES), false);
  }
  yield* push(new Uint8Array(0), true);
}
