import { existsSync } from "node:fs";
import { readdir, readFile, stat, truncate, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Compiled } from "../../../src/judge/compile-cache.ts";
import { FolderCompileCache } from "../../../src/judge/compile-cache.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const ROOMY_BYTES = 1024 * 1024;

describe("a folder of compiled programs", () => {
  test("gives back what was kept, bytes and log, also to a later instance", async () => {
    const folder = join(temporaryFolder(), "not", "there", "yet");
    const artifact = Uint8Array.from([0x7f, 10, 0, 255, 10, 13]);
    await new FolderCompileCache(folder, ROOMY_BYTES).set("key", aProgram(artifact, "warning: é\nline 2"));
    const entry = await new FolderCompileCache(folder, ROOMY_BYTES).get("key");
    expect(entry).toMatchObject({ kind: "program", log: "warning: é\nline 2" });
    expect(entry?.kind === "program" && Uint8Array.from(entry.artifact)).toEqual(artifact);
  });

  test("keeps an empty program and a compile error", async () => {
    const cache = new FolderCompileCache(temporaryFolder(), ROOMY_BYTES);
    await cache.set("empty", aProgram(new Uint8Array()));
    await cache.set("error", { kind: "error", log: "main.cpp:1: error", cached: false, wallMs: 9 });
    expect(await cache.get("empty")).toMatchObject({ kind: "program", log: "" });
    expect(await cache.get("error")).toEqual({ kind: "error", log: "main.cpp:1: error" });
  });

  test("knows nothing of what was not kept, nor of a folder that is not there", async () => {
    const folder = temporaryFolder();
    expect(await new FolderCompileCache(folder, ROOMY_BYTES).get("key")).toBeUndefined();
    expect(await new FolderCompileCache(join(folder, "none"), ROOMY_BYTES).get("key")).toBeUndefined();
  });

  test("takes the newer of two programs under one key", async () => {
    const cache = new FolderCompileCache(temporaryFolder(), ROOMY_BYTES);
    await cache.set("key", aProgram(Uint8Array.from([1, 2, 3])));
    await cache.set("key", aProgram(Uint8Array.from([4])));
    expect(await artifactOf(cache, "key")).toEqual([4]);
  });
});

describe("when the folder is full", () => {
  test("what was used longest ago goes first, and the folder stays below its limit", async () => {
    const folder = temporaryFolder();
    const cache = new FolderCompileCache(folder, 5000);
    for (const [index, key] of ["a", "b", "c", "d"].entries()) {
      await cache.set(key, aProgram(new Uint8Array(1000)));
      await usedAt(folder, key, index + 1);
    }
    await cache.get("a");
    await cache.set("e", aProgram(new Uint8Array(1000)));
    expect(await keysIn(folder)).toEqual(["a", "d", "e"]);
    expect(await cache.get("b")).toBeUndefined();
    expect(await bytesIn(folder)).toBeLessThanOrEqual(5000);
  });

  test("a program larger than the whole folder is not kept, and nothing breaks", async () => {
    const folder = temporaryFolder();
    const cache = new FolderCompileCache(folder, 500);
    await cache.set("large", aProgram(new Uint8Array(1000)));
    expect(await bytesIn(folder)).toBeLessThanOrEqual(500);
    await cache.set("small", aProgram(Uint8Array.from([1])));
    expect(await artifactOf(cache, "small")).toEqual([1]);
  });

  test("what another process left there counts too", async () => {
    const folder = temporaryFolder();
    await writeFile(join(folder, "older"), new Uint8Array(4800));
    await usedAt(folder, "older", 1);
    await new FolderCompileCache(folder, 5000).set("key", aProgram(new Uint8Array(1000)));
    expect(await keysIn(folder)).toEqual(["key"]);
  });
});

describe("a damaged entry is none", () => {
  test.each([0, 1, 20])("cut to %i bytes", async (bytes) => {
    const folder = temporaryFolder();
    const cache = new FolderCompileCache(folder, ROOMY_BYTES);
    await cache.set("key", aProgram(new Uint8Array(4000).fill(7), "a log"));
    const path = join(folder, "key");
    await truncate(path, bytes < 0 ? (await stat(path)).size + bytes : bytes);
    expect((await cache.get("key"))?.kind).toBeUndefined();
    await cache.set("key", aProgram(Uint8Array.from([5])));
    expect(await artifactOf(cache, "key")).toEqual([5]);
  });

  test.each([60, 1000, -1])("cut to %i bytes", async (bytes) => {
    const folder = temporaryFolder();
    const cache = new FolderCompileCache(folder, ROOMY_BYTES);
    await cache.set("key", aProgram(new Uint8Array(4000).fill(7), "a log"));
    const path = join(folder, "key");
    await truncate(path, bytes < 0 ? (await stat(path)).size + bytes : bytes);
    expect((await cache.get("key"))?.kind).toBeUndefined();
    await cache.set("key", aProgram(Uint8Array.from([5])));
    expect(await artifactOf(cache, "key")).toEqual([5]);
  });

  test("its end never reached the disk", async () => {
    const folder = temporaryFolder();
    const cache = new FolderCompileCache(folder, ROOMY_BYTES);
    await cache.set("key", aProgram(new Uint8Array(4000).fill(7)));
    const bytes = await readFile(join(folder, "key"));
    await writeFile(join(folder, "key"), bytes.fill(0, 3000));
    expect((await cache.get("key"))?.kind).toBeUndefined();
  });

  test.each(["", "\n", "{}\n", "null\n", '{"kind":"program"}\nx', '{"kind":"script","log":""}\nx', "\0\0\0\0"])(
    "%j in its place",
    async (text) => {
      const folder = temporaryFolder();
      await writeFile(join(folder, "key"), text);
      expect(await new FolderCompileCache(folder, ROOMY_BYTES).get("key")).toBeUndefined();
    },
  );
});

describe("several at once", () => {
  test("one program kept by two instances and by one instance twice, all at the same time", async () => {
    const folder = temporaryFolder();
    const caches = [new FolderCompileCache(folder, ROOMY_BYTES), new FolderCompileCache(folder, ROOMY_BYTES)];
    const program = aProgram(new Uint8Array(20_000).fill(3));
    for (let round = 0; round < 10; round++) {
      await Promise.all([...caches, ...caches].map((cache) => cache.set(`key${round}`, program)));
    }
    for (const cache of caches) expect((await artifactOf(cache, "key0"))?.length).toBe(20_000);
    expect(await keysIn(folder)).toHaveLength(10);
  });

  test("two instances that both evict do not get in each other's way", async () => {
    const folder = temporaryFolder();
    const caches = [new FolderCompileCache(folder, 20_000), new FolderCompileCache(folder, 20_000)];
    await Promise.all(
      Array.from({ length: 60 }, async (_, index) => {
        const cache = caches[index % 2];
        await cache?.set(`key${index}`, aProgram(new Uint8Array(1500).fill(index)));
        const kept = cache && (await artifactOf(cache, `key${index}`));
        if (kept) expect(kept[0]).toBe(index);
      }),
    );
    await caches[0]?.set("last", aProgram(new Uint8Array(10)));
    expect(existsSync(join(folder, "last"))).toBe(true);
    for (const key of await keysIn(folder)) expect(key).not.toContain(".new");
  });
});

function aProgram(artifact: Uint8Array, log = ""): Compiled {
  return { kind: "program", artifact, log, cached: false, wallMs: 800 };
}

async function artifactOf(cache: FolderCompileCache, key: string): Promise<number[] | undefined> {
  const entry = await cache.get(key);
  return entry?.kind === "program" ? [...entry.artifact] : undefined;
}

async function usedAt(folder: string, key: string, seconds: number): Promise<void> {
  await utimes(join(folder, key), seconds, seconds);
}

async function keysIn(folder: string): Promise<string[]> {
  return (await readdir(folder)).sort();
}

async function bytesIn(folder: string): Promise<number> {
  const sizes = await Promise.all((await readdir(folder)).map(async (name) => (await stat(join(folder, name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}
