import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { UsageError } from "../../../src/domain/errors.ts";
import { PackageFiles } from "../../../src/problem/package-files.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const LIMITS = { entries: 10, depth: 3, textBytes: 100, dataBytes: 200 };

function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = temporaryFolder();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

describe("the files of a package", () => {
  test("are known by their paths, without version control and what macOS leaves", async () => {
    const folder = folderOf({ "b/c": "", a: "", ".git/config": "", "b/._c": "", "__MACOSX/b": "", ".timelimit": "1" });
    const files = await PackageFiles.list(folder);
    expect(files.paths).toEqual([".timelimit", "a", "b/c"]);
    expect(files.below("b")).toEqual(["b/c"]);
    expect(files.errors).toEqual([]);
  });

  test("links to files in it are files; those that leave, hang, or lead to folders are told, as errors where they matter; FIFOs too", async () => {
    const folder = folderOf({ "a/x": "text" });
    symlinkSync("a/x", join(folder, "inside"));
    symlinkSync("/etc/passwd", join(folder, "outside"));
    symlinkSync("nowhere", join(folder, "hanging"));
    symlinkSync("a", join(folder, "to-folder"));
    symlinkSync("..", join(folder, "a", "up"));
    execFileSync("sh", ["-c", 'mkfifo "$0"', join(folder, "fifo")]);
    const files = await PackageFiles.list(folder);
    expect(files.paths).toEqual(["a/x", "inside"]);
    expect(await files.text("inside")).toBe("text");
    const { errors, warnings } = files.findings((path) => !path.startsWith("to"));
    expect(errors.sort()).toEqual([
      "a/up: a link that leads nowhere or out of the package",
      "fifo: neither a file nor a folder",
      "hanging: a link that leads nowhere or out of the package",
      "outside: a link that leads nowhere or out of the package",
    ]);
    expect(warnings).toEqual(["to-folder: a link to a folder; link to files"]);
  });

  test("a name that is no UTF-8 is an error", async () => {
    const folder = temporaryFolder();
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xff])]), "");
    expect((await PackageFiles.list(folder)).errors).toEqual(["\uFFFD: its name is no valid UTF-8"]);
  });

  test("too many of them, folders counted too, end the listing", async () => {
    const folder = folderOf(Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`d${index}/x`, ""])));
    await expect(PackageFiles.list(folder, LIMITS)).rejects.toThrow(UsageError);
    await expect(PackageFiles.list(folder, LIMITS)).rejects.toThrow("more than 10 files and folders");
    await expect(PackageFiles.list(folderOf({ "a/b/c/d": "" }), LIMITS)).rejects.toThrow("more than 3 folders");
  });

  test("a path that the package does not hold is not read, wherever it leads", async () => {
    const files = await PackageFiles.list(folderOf({ a: "" }));
    for (const path of ["../a", "/etc/passwd", "b", "./a"]) {
      await expect(files.text(path)).rejects.toThrow(`${path}: missing`);
      await expect(files.data(path)).rejects.toThrow(`${path}: missing`);
    }
  });
});

describe("a text", () => {
  test.each([
    [[0x61, 0xff], 1],
    [[0x61, 0x62, 0xc3, 0x28], 3],
    [[0x61, 0xc3], 2],
    [[0xed, 0xa0, 0x80], 1],
  ])("that is no UTF-8 (%j) is an error with its place", async (bytes, place) => {
    const files = await PackageFiles.list(folderOf({ "a.md": Buffer.from(bytes) }));
    await expect(files.text("a.md")).rejects.toThrow(`a.md: byte ${place}: expected UTF-8`);
    expect(await files.bytes("a.md")).toEqual(Buffer.from(bytes));
  });

  test("that is too large is an error", async () => {
    const files = await PackageFiles.list(folderOf({ a: "x".repeat(101) }), LIMITS);
    await expect(files.text("a")).rejects.toThrow("a: 101 bytes, expected at most 100");
  });
});

describe("hashes", () => {
  test("of a large file are made as it streams by, and once", async () => {
    const folder = folderOf({ "large.in": "" });
    const bytes = 64 * 1024 * 1024;
    truncateSync(join(folder, "large.in"), bytes);
    const files = await PackageFiles.list(folder);
    const before = process.memoryUsage().rss;
    const data = await files.data("large.in");
    expect(data).toEqual({
      path: join(files.folder, "large.in"),
      bytes,
      sha256: createHash("sha256").update(Buffer.alloc(bytes)).digest("hex"),
    });
    expect(process.memoryUsage().rss - before).toBeLessThan(2 * bytes);
    expect(await files.data("large.in")).toBe(await files.data("large.in"));
  }, 30_000);

  test("of test data that no sandbox holds are not made: a file of 1 GB is an error at once", async () => {
    const folder = folderOf({ "huge.in": "" });
    truncateSync(join(folder, "huge.in"), 1024 ** 3);
    const start = process.cpuUsage();
    const files = await PackageFiles.list(folder);
    await expect(files.data("huge.in")).rejects.toThrow(
      "huge.in: 1073741824 bytes, expected at most 268435456 in a file of test data",
    );
    expect(process.cpuUsage(start).user).toBeLessThan(500_000);
    const small = await PackageFiles.list(folderOf({ "statement.pdf": "x".repeat(300) }), LIMITS);
    expect(await small.hash()).toMatch(/^[0-9a-f]{64}$/);
  });

  test("of a package follow from names and contents, but not from recorded answers", async () => {
    const hashOf = async (files: Record<string, string>) => (await PackageFiles.list(folderOf(files))).hash();
    const hash = await hashOf({ a: "1", b: "2" });
    expect(await hashOf({ b: "2", a: "1", "recorded/1.md": "text" })).toBe(hash);
    expect(await hashOf({ a: "1", c: "2" })).not.toBe(hash);
    expect(await hashOf({ a: "1", b: "3" })).not.toBe(hash);
  });
});
