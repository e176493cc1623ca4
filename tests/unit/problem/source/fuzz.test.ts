import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { UsageError } from "../../../../src/domain/errors.ts";
import { unpackArchive } from "../../../../src/problem/source/unpack-archive.ts";
import { UNPACK_LIMITS } from "../../../../src/problem/source/unpack-limits.ts";
import { temporaryFolder } from "../../../support/temporary-folder.ts";
import { compressedWith } from "./compressed.ts";
import { paxRecord, tarOf } from "./tar-archive.ts";
import { zipOf } from "./zip-archive.ts";

const LIMITS = { ...UNPACK_LIMITS, totalBytes: 4_000_000, fileBytes: 2_000_000, entries: 200 };

const ENTRIES = [
  { name: "problem.yaml", content: "name: Adding\n" },
  { name: "data/secret/1.in", content: "1 2\n".repeat(50), deflated: true },
  { name: "data/secret/2.in", content: "3 4\n" },
];
const TAR = tarOf([
  ...ENTRIES,
  { name: "pax", type: "x", content: paxRecord("path", "a/longer/path") },
  { name: "short", content: "text" },
  { name: "link", type: "2", target: "problem.yaml" },
  { name: "folder/", type: "5" },
]);
const ARCHIVES = {
  zip: zipOf([...ENTRIES, { name: "link", content: "problem.yaml", mode: 0o120777 }]),
  tar: TAR,
  gzip: gzipSync(TAR),
  xz: compressedWith("xz", TAR),
  zstd: compressedWith("zstd", TAR),
};

/** Unpacks it and looks at what lies around; anything else than a UsageError or a list of mistakes fails. */
async function attempt(place: string, bytes: Uint8Array): Promise<void> {
  const archive = join(place, "outside", "archive");
  const into = join(place, "outside", "into");
  mkdirSync(into, { recursive: true });
  writeFileSync(archive, bytes);
  try {
    const { errors } = await unpackArchive(archive, into, { limits: LIMITS });
    for (const error of errors) expect(error).not.toMatch(/undefined|\[object|TypeError/);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
  }
  expect(readdirSync(place)).toEqual(["outside"]);
  expect(readdirSync(join(place, "outside")).sort()).toEqual(["archive", "into"]);
  rmSync(join(place, "outside"), { recursive: true });
}

const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 8 });

function changed(bytes: Uint8Array, wanted: readonly (readonly [number, number])[], cutAt: number): Uint8Array {
  const copy = Buffer.from(bytes.subarray(0, bytes.length - (cutAt % bytes.length)));
  for (const [at, value] of wanted) copy[at % Math.max(1, copy.length)] = value;
  return copy;
}

describe("an archive changed at random ends in files, mistakes, or a UsageError", () => {
  test.each(Object.entries(ARCHIVES))(
    "%s",
    async (_, bytes) => {
      const place = temporaryFolder();
      const cut = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat() });
      await fc.assert(
        fc.asyncProperty(changes, cut, async (wanted, cutAt) => attempt(place, changed(bytes, wanted, cutAt))),
        { numRuns: 150 },
      );
    },
    60_000,
  );

  test.each(Object.entries(ARCHIVES))(
    "what begins like %s",
    async (_, bytes) => {
      const place = temporaryFolder();
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), fc.nat(300), async (rest, kept) =>
          attempt(place, Buffer.concat([bytes.subarray(0, kept), rest])),
        ),
        { numRuns: 60 },
      );
    },
    60_000,
  );
});

describe("names made to lead astray", () => {
  const part = fc.constantFrom(
    "..",
    ".",
    "a",
    "b",
    "",
    "\\",
    "C:",
    "A",
    "é",
    "e\u0301",
    "\u0000",
    "\n",
    " ",
    "~",
    "a".repeat(90),
  );
  const name = fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => parts.join("/"));
  const entry = fc.record({
    name,
    content: fc.constantFrom("", "x"),
    target: name,
    type: fc.constantFrom("0", "2", "5", "1", "L", "K"),
  });

  test("never leave the folder", async () => {
    const place = temporaryFolder();
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { maxLength: 6 }), async (entries) => {
        await attempt(place, tarOf(entries));
        const modes: Readonly<Record<string, number>> = { "2": 0o120777, "5": 0o040755 };
        await attempt(
          place,
          zipOf(
            entries.map(({ type, target, content, name: own }) => {
              return { name: own, content: type === "2" ? target : content, mode: modes[type] ?? 0o100644 };
            }),
          ),
        );
      }),
      { numRuns: 100 },
    );
  }, 60_000);
});
