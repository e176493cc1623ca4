import { existsSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { UNPACK_LIMITS } from "../../../../src/problem/source/unpack-limits.ts";
import { compressedWith } from "./compressed.ts";
import { paxRecord, tarOf } from "./tar-archive.ts";
import { unpackTarOf as tar, unpackBytes as unpack, unpackZipOf as zip } from "./unpacking.ts";
import { zipOf } from "./zip-archive.ts";

const SMALL = {
  ...UNPACK_LIMITS,
  totalBytes: 100_000,
  fileBytes: 50_000,
  entries: 50,
  ratio: 100,
  harmlessBytes: 20_000,
};
const LINK = 0o120777;

describe("an archive that is as it should be", () => {
  const entries = [
    { name: "problem.yaml", content: "name: Adding\n" },
    { name: "data/1.in", content: "1 2\n" },
  ];
  const files = { "adding/problem.yaml": "name: Adding\n", "adding/data/1.in": "1 2\n" };

  test.each([
    ["adding.zip", zipOf(entries)],
    ["adding.kpp", zipOf(entries.map((entry) => ({ ...entry, deflated: true })))],
    ["adding.tar", tarOf(entries)],
    ["adding.tgz", gzipSync(tarOf(entries))],
    // What it is follows from its content.
    ["adding.tar", zipOf(entries)],
    ["adding.zip", gzipSync(tarOf(entries))],
  ])("%s", async (name, content) => {
    const unpacked = await unpack(content, name);
    expect(unpacked).toMatchObject({ errors: [], files });
    expect(unpacked.folder).toMatch(/\/adding$/);
  });

  test.each(["xz", "zstd"] as const)("compressed with %s", async (compress) => {
    const compressed = compressedWith(compress, tarOf(entries));
    expect(await unpack(compressed, `adding.tar.${compress}`)).toMatchObject({ errors: [], files });
  });

  test("in a folder, which gives its name", async () => {
    const { folder, errors } = await zip([
      { name: "sums/" },
      { name: "sums/problem.yaml" },
      { name: "__MACOSX/._sums" },
    ]);
    expect(errors).toEqual([]);
    expect(folder).toMatch(/\/adding\/sums$/);
  });

  test("with links to files in it", async () => {
    const content = { "adding/a/1.ans": "3", "adding/b/2.ans": "3", "adding/b/3.ans": "3" };
    const inTar = [
      { name: "b/3.ans", type: "2", target: "2.ans" },
      { name: "b/2.ans", type: "2", target: "../a/1.ans" },
      { name: "a/1.ans", content: "3" },
    ];
    const inZip = [
      { name: "b/3.ans", content: "2.ans", mode: LINK },
      { name: "b/2.ans", content: "../a/1.ans", mode: LINK },
      { name: "a/1.ans", content: "3" },
    ];
    expect(await tar(inTar)).toMatchObject({ errors: [], files: content });
    expect(await zip(inZip)).toMatchObject({ errors: [], files: content });
  });

  test("names of old tools: UTF-8 that is not declared, and code page 437", async () => {
    const { files } = await zip([
      { name: "größe.txt", flags: 0 },
      { name: Buffer.from([0x81, 0x2e, 0x74]), flags: 0 },
    ]);
    expect(Object.keys(files).sort()).toEqual(["adding/größe.txt", "adding/ü.t"]);
  });

  test("a long path in a pax header", async () => {
    const path = `${"folder/".repeat(20)}x`;
    const { errors, files } = await tar([
      { name: "pax", type: "x", content: paxRecord("path", path) },
      { name: "short", content: "text" },
      { name: "other" },
    ]);
    expect(errors).toEqual([]);
    expect(files[`adding/${path}`]).toBe("text");
  });
});

describe("an archive that would write elsewhere", () => {
  test.each([
    ["../x", "leads out of the archive"],
    ["a/../../x", "leads out of the archive"],
    ["/tmp/medalist-was-here", "an absolute path"],
    ["C:/x", "an absolute path"],
    ["..\\x", "a backslash"],
    ["a\nb", "a control character"],
    ["a\u0000b", "a control character"],
    [Buffer.from([0x61, 0xff, 0x62]), "no valid UTF-8"],
    [`${"a/".repeat(33)}x`, "more than 32 folders"],
    ["x".repeat(300), "more than 255 bytes"],
    [`${"x".repeat(200)}/`.repeat(6), "more than 1024 bytes"],
  ])("%j", async (name, mistake) => {
    const inZip = await zip([
      { name, content: "x" },
      { name: "fine", content: "x" },
    ]);
    expect(inZip.errors).toEqual([expect.stringContaining(mistake)]);
    expect(inZip.files).toEqual({});
    const isInHeader = Buffer.from(name).length <= 100 && !name.includes("\0");
    if (isInHeader) expect((await tar([{ name, content: "x" }])).errors).toEqual([expect.stringContaining(mistake)]);
    expect(existsSync("/tmp/medalist-was-here")).toBe(false);
  });

  test.each([
    ["/etc/passwd", "out of the archive"],
    ["../../secret", "out of the archive"],
    ["nothing", "leads nowhere"],
    ["link", "leads nowhere"],
    ["folder", "a link to the folder"],
    [".", "leads nowhere"],
  ])("with a link to %s", async (target, mistake) => {
    const inTar = await tar([{ name: "folder/x" }, { name: "link", type: "2", target }]);
    expect(inTar.errors).toEqual([expect.stringContaining(mistake)]);
    const inZip = await zip([{ name: "folder/x" }, { name: "link", content: target, mode: LINK }]);
    expect(inZip.errors).toEqual([expect.stringContaining(mistake)]);
  });

  test("through a link that it made before", async () => {
    const { errors } = await tar([
      { name: "link", type: "2", target: "/tmp" },
      { name: "link/medalist-was-here", content: "x" },
    ]);
    expect(errors.join("\n")).toContain("link/medalist-was-here: link is a link and a folder");
    expect(existsSync("/tmp/medalist-was-here")).toBe(false);
  });

  test.each([
    ["1", "a hard link"],
    ["3", "a device"],
    ["4", "a device"],
    ["6", "a FIFO"],
    ["S", "neither a file nor a folder"],
    ["V", "neither a file nor a folder"],
  ])("with an entry of type %s", async (type, mistake) => {
    const { errors } = await tar([{ name: "x" }, { name: "special", type, target: "x", content: "abc" }]);
    expect(errors).toEqual([expect.stringContaining(`special: ${mistake}`)]);
  });

  test("with a sparse file in a pax header", async () => {
    const sparse = { name: "pax", type: "x", content: paxRecord("GNU.sparse.major", "1") };
    expect((await tar([sparse, { name: "x", content: "1" }])).errors).toEqual(["x: a sparse file; pack it whole"]);
  });

  test("with a device in a zip", async () => {
    expect((await zip([{ name: "x", mode: 0o020644 }])).errors).toEqual(["x: neither a file nor a folder"]);
  });
});

describe("names that collide", () => {
  test.each([
    [["a", "a"], "a: is in the archive twice"],
    [["a", "A"], "A: differs from a only in case or form"],
    [["x/a", "X/b"], "X/b: differs from x only in case or form"],
    [["é", "e\u0301"], "only in case or form"],
    [["a", "a/b"], "a/b: a is a file and a folder"],
    [["a/b", "a"], "a: a is a folder and a file"],
  ])("%j", async (names, mistake) => {
    const entries = names.map((name) => ({ name, content: name }));
    expect((await zip(entries)).errors).toEqual([expect.stringContaining(mistake)]);
    expect((await tar(entries)).errors).toEqual([expect.stringContaining(mistake)]);
  });

  test("all mistakes are told, not the first alone", async () => {
    const { errors } = await tar([{ name: "../a" }, { name: "/b" }, { name: "c", type: "1" }]);
    expect(errors).toHaveLength(3);
  });
});

describe("an archive that is too much", () => {
  const zeros = Buffer.alloc(45_000);

  test("in total, in a file, in its number of files, for its size", async () => {
    const many = Array.from({ length: 51 }, (_, index) => ({ name: `${index}` }));
    const large = Array.from({ length: 3 }, (_, index) => ({ name: `${index}`, content: zeros }));
    const tooLarge = [{ name: "x", content: Buffer.alloc(60_000) }];
    for (const read of [zip, tar]) {
      expect((await read(many, SMALL)).errors.join()).toContain("more than 50 files and folders");
      expect((await read(large, SMALL)).errors.join()).toContain("more than 100000 bytes");
      expect((await read(tooLarge, SMALL)).errors.join()).toContain("x: more than 50000 bytes in a file");
    }
    const bomb = zipOf([{ name: "x", content: zeros, deflated: true }]);
    expect((await unpack(bomb, "a.zip", SMALL)).errors.join()).toContain("more than 100 times its size");
    const gzipped = gzipSync(tarOf([{ name: "x", content: zeros }]));
    expect((await unpack(gzipped, "a.tgz", SMALL)).errors.join()).toContain("more than 100 times its size");
  });

  test.each(["xz", "zstd"] as const)("compressed with %s: nothing but zeros after its end", async (compress) => {
    const bomb = compressedWith(compress, Buffer.alloc(30_000_000));
    const { errors } = await unpack(Buffer.from(bomb), "a.tar", SMALL);
    expect(errors.join()).toMatch(/more than 100 times its size|more than 100000 bytes/);
  });

  test("files that share their bytes", async () => {
    const shared = { content: zeros, deflated: true };
    const entries = [{ name: "a", ...shared }, ...["b", "c"].map((name) => ({ name, ...shared, sharesWith: 0 }))];
    expect((await zip(entries)).errors).toEqual([
      "b: shares its bytes with another file",
      "c: shares its bytes with another file",
    ]);
  });

  test("folders that nobody counts", async () => {
    const deep = Array.from({ length: 40 }, (_, index) => ({ name: `${index}/a/b/c/d/e/f/` }));
    expect((await zip(deep, SMALL)).errors.join()).toContain("more than 50 files and folders");
  });

  test("100,000 entries end soon", async () => {
    const entries = Array.from({ length: 100_000 }, (_, index) => ({ name: `f${index}` }));
    const archive = gzipSync(tarOf(entries), { level: 1 });
    const { errors } = await unpack(archive, "many.tgz", { ...UNPACK_LIMITS, entries: 1000 });
    expect(errors.join()).toContain("more than 1000 files and folders");
  }, 60_000);

  test("a pax header that is larger than memory", async () => {
    const { errors } = await tar([{ name: "pax", type: "x", size: 8 * 1024 ** 3 }]);
    expect(errors.join()).toContain("cannot be unpacked: Header exceeds max size");
  });
});
