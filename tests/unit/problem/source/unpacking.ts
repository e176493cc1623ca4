import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { unpackArchive } from "../../../../src/problem/source/unpack-archive.ts";
import { UNPACK_LIMITS, type UnpackLimits } from "../../../../src/problem/source/unpack-limits.ts";
import { temporaryFolder } from "../../../support/temporary-folder.ts";
import { type TarEntry, tarOf } from "./tar-archive.ts";
import { type ZipEntry, zipOf } from "./zip-archive.ts";

/** Unpacks an archive and tells what came of it. */
export async function unpackBytes(content: Uint8Array, name = "adding.zip", limits: UnpackLimits = UNPACK_LIMITS) {
  const outside = temporaryFolder();
  const into = join(outside, "into");
  mkdirSync(into);
  writeFileSync(join(outside, name), content);
  const unpacked = await unpackArchive(join(outside, name), into, { limits });
  // Whatever it was, nothing may lie beside.
  expect(readdirSync(outside).sort()).toEqual([name, "into"].sort());
  return { ...unpacked, files: filesIn(into) };
}

function filesIn(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => !entry.isDirectory());
  return Object.fromEntries(
    paths.map(({ name, parentPath }) => [
      join(parentPath, name).slice(folder.length + 1),
      readFileSync(join(parentPath, name), "utf8"),
    ]),
  );
}

export const unpackZipOf = (entries: readonly ZipEntry[], limits?: UnpackLimits) =>
  unpackBytes(zipOf(entries), "adding.zip", limits);
export const unpackTarOf = (entries: readonly TarEntry[], limits?: UnpackLimits) =>
  unpackBytes(tarOf(entries), "adding.tar", limits);
