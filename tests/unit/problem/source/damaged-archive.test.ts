import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { compressedWith } from "./compressed.ts";
import { tarOf } from "./tar-archive.ts";
import { unpackBytes as unpack, unpackZipOf as zip } from "./unpacking.ts";
import { zipOf } from "./zip-archive.ts";

describe("an archive that is damaged", () => {
  const entries = [{ name: "a", content: "some text, some text, some text", deflated: true }, { name: "b" }];

  test("a wrong checksum", async () => {
    expect((await zip([{ name: "a", content: "x", crc: 1 }])).errors).toEqual([
      "a: its checksum is wrong: the archive is damaged",
    ]);
  });

  test("a wrong size", async () => {
    expect((await zip([{ name: "a", content: "x".repeat(99), deflated: true, uncompressedBytes: 5 }])).errors).toEqual([
      expect.stringContaining("cannot be unpacked"),
    ]);
  });

  test("encryption and unknown compression are refused by name", async () => {
    expect((await zip([{ name: "a", content: "0123456789abc", flags: 1, uncompressedBytes: 1 }])).errors).toEqual([
      "a: encrypted; pack it without a password",
    ]);
    expect((await zip([{ name: "a", content: "x", method: 14 }])).errors).toEqual([
      "a: compressed by method 14, expected 0 (stored) or 8 (deflated)",
    ]);
  });

  test("one that is cut off", async () => {
    const whole = { zip: zipOf(entries), tar: tarOf(entries), tgz: gzipSync(tarOf(entries)) };
    for (const [name, bytes] of Object.entries(whole)) {
      const cut = name === "tar" ? 700 : bytes.length - 10;
      expect((await unpack(bytes.subarray(0, cut), `a.${name}`)).errors.join()).toContain("cannot be unpacked");
    }
    for (const compress of ["xz", "zstd"] as const) {
      const bytes = compressedWith(compress, tarOf(entries));
      expect((await unpack(bytes.subarray(0, bytes.length - 10), "a.tar")).errors.join()).toContain(
        "cannot be unpacked",
      );
    }
  });

  test("what is no archive is refused with what would be", async () => {
    await expect(unpack(Buffer.from("hello"), "a.zip")).rejects.toThrow("expected a .zip or .tar");
    await expect(unpack(Buffer.from("BZh91AY&SY"), "a.tar.bz2")).rejects.toThrow("expected a .zip or .tar");
    const { errors } = await unpack(gzipSync("hello"), "a.tar.gz");
    expect(errors.join()).toContain("cannot be unpacked");
  });
});
