import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { PackagedProblem } from "../../../../../src/domain/problem.ts";
import { readIcpcPackage } from "../../../../../src/problem/format/icpc/read-icpc.ts";
import { PackageFiles } from "../../../../../src/problem/package-files.ts";
import type { PackageReading } from "../../../../../src/problem/package-reading.ts";
import { temporaryFolder } from "../../../../support/temporary-folder.ts";

const FIXTURES = fileURLToPath(new URL("../../../../fixtures/problems", import.meta.url));

export type Changes = Readonly<Record<string, string | Uint8Array | undefined>>;

/** Reads a package of the fixtures, with files changed, added or (undefined) taken away. */
export async function readFixture(name: string, changes: Changes = {}): Promise<PackageReading> {
  const folder = join(temporaryFolder(), name);
  cpSync(join(FIXTURES, name), folder, { recursive: true });
  for (const [path, text] of Object.entries(changes)) {
    const absolute = join(folder, path);
    if (text === undefined) {
      rmSync(absolute, { recursive: true });
      continue;
    }
    mkdirSync(dirname(absolute), { recursive: true });
    writeFileSync(absolute, text);
  }
  return readIcpcPackage(await PackageFiles.list(folder));
}

/** A package that is read without a word, or whose only faults are the warnings given. */
export async function problemOf(name: string, changes: Changes = {}): Promise<PackagedProblem> {
  const { problem, errors } = await readFixture(name, changes);
  if (!problem) throw new Error(`not read: ${errors.join("; ")}`);
  return problem;
}

export async function errorsOf(name: string, changes: Changes): Promise<readonly string[]> {
  return (await readFixture(name, changes)).errors;
}
