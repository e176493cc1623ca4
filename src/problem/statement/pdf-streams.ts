import { inflateSync } from "node:zlib";

const MAX_LAYERS = 4;

/**
 * How many bytes the packed streams of a PDF come to, or undefined as soon as that is more than `limit`: the library that
 * reads them has no limit of its own.
 */
export function inflatedBytes(pdf: Uint8Array, limit: number): number | undefined {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  let total = 0;
  for (let at = bytes.indexOf("stream"); at >= 0; at = bytes.indexOf("stream", at + 1)) {
    let content: Buffer = bytes.subarray(startOfStream(bytes, at));
    // A stream may be packed several times over.
    for (let layer = 0; layer < MAX_LAYERS && isDeflated(content); layer++) {
      const inflated = inflate(content, limit - total);
      if (inflated === "too large") return undefined;
      total += inflated.length;
      content = inflated;
    }
  }
  return total;
}

function startOfStream(bytes: Buffer, keyword: number): number {
  const after = keyword + "stream".length;
  if (bytes[after] === 0x0d && bytes[after + 1] === 0x0a) return after + 2;
  return after + 1;
}

/** By the two bytes that every such stream begins with. */
function isDeflated(content: Buffer): boolean {
  return content.length > 2 && ((content[0] ?? 0) & 0x0f) === 8 && content.readUInt16BE(0) % 31 === 0;
}

/** Nothing of it where it is damaged or no such stream after all. */
function inflate(content: Buffer, limit: number): Buffer | "too large" {
  try {
    return inflateSync(content, { maxOutputLength: Math.max(1, limit) });
  } catch (error) {
    if (error instanceof RangeError) return "too large";
    return Buffer.alloc(0);
  }
}
