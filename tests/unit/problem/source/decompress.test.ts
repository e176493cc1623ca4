import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { contentKindOf, isCompression } from "../../../../src/problem/source/content-kind.ts";
import { readDecompressed } from "../../../../src/problem/source/decompress.ts";
import { temporaryFolder } from "../../../support/temporary-folder.ts";
import { compressedWith, type Tool } from "./compressed.ts";

/** Repeats itself at a distance, and has parts that do not compress. */
const CONTENT = Buffer.concat(
  Array.from({ length: 600 }, (_, index) =>
    index % 3 === 0
      ? Buffer.alloc(3000, index)
      : createHash("sha512")
          .update(`${index % 200}`)
          .digest(),
  ),
);

async function decompressed(bytes: Uint8Array): Promise<Buffer> {
  const file = join(temporaryFolder(), "file");
  writeFileSync(file, bytes);
  const kind = await contentKindOf(file);
  const chunks: Uint8Array[] = [];
  for await (const chunk of readDecompressed(file, isCompression(kind) ? kind : undefined)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const compressed = (tool: Tool, ...options: readonly string[]) => compressedWith(tool, CONTENT, ...options);

describe("what a common tool compressed comes back as it was", () => {
  test.each<[Tool, ...string[]]>([
    ["gzip"],
    ["gzip", "-1"],
    ["xz"],
    ["xz", "-9", "--check=crc32"],
    ["zstd"],
    ["zstd", "-19", "--no-check"],
    ["zstd", "--ultra", "-22"],
    ["zstd", "--long=27", "--no-content-size"],
  ])("%s %s", async (command, ...args) => {
    expect((await decompressed(compressed(command, ...args))).equals(CONTENT)).toBe(true);
  });

  test.each(["gzip", "xz", "zstd"] as const)("two after each other: %s", async (command) => {
    const both = Buffer.concat([compressed(command), compressed(command)]);
    expect((await decompressed(both)).equals(Buffer.concat([CONTENT, CONTENT]))).toBe(true);
  });

  test.each(["gzip", "xz", "zstd"] as const)("hardly anything: %s", async (command) => {
    for (const input of ["", "a"]) {
      const bytes = compressedWith(command, input);
      expect((await decompressed(bytes)).toString()).toBe(input);
    }
  });

  test("a zstd frame that is to be passed over", async () => {
    const comment = Buffer.from([0x50, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3]);
    expect((await decompressed(Buffer.concat([compressed("zstd"), comment]))).equals(CONTENT)).toBe(true);
  });
});

describe("what is cut off is an error, wherever", () => {
  test.each(["gzip", "xz", "zstd"] as const)("%s", async (command) => {
    const whole = compressed(command);
    for (const length of [7, 20, Math.floor(whole.length / 2), whole.length - 9, whole.length - 4, whole.length - 1])
      await expect(decompressed(whole.subarray(0, length))).rejects.toThrow();
  });
});

describe("what is not read here says so", () => {
  test("xz with filters or other checksums", async () => {
    await expect(decompressed(compressed("xz", "--check=sha256"))).rejects.toThrow(/kind of checksum.*plain `xz`/);
    await expect(decompressed(compressed("xz", "--x86", "--lzma2"))).rejects.toThrow("a filter");
    await expect(decompressed(compressed("xz", "--lzma2=dict=1GiB"))).rejects.toThrow("needs more memory");
  });

  test("zstd that wants more memory, in a later frame too", async () => {
    const greedy = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0xa0, 0x43, 0x00, 0x00, 0x41]);
    const message = "the zstd data needs 1073741824 bytes of memory, expected at most 134217728";
    await expect(decompressed(greedy)).rejects.toThrow(message);
    await expect(decompressed(Buffer.concat([compressed("zstd"), greedy]))).rejects.toThrow(message);
  });

  test("zstd that makes the decoder work for nothing", async () => {
    const head = [0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x88];
    const block = [0x0a, 0x00, 0x00, 0x41];
    const bytes = Buffer.from([...head, ...Array.from({ length: 20_000 }, () => block).flat()]);
    await expect(decompressed(bytes)).rejects.toThrow("too many small blocks");
  }, 60_000);
});
