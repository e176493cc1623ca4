import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { PackagedProblem } from "../../../../../src/domain/problem.ts";
import { PackageFiles } from "../../../../../src/problem/package-files.ts";
import type { PackageReading } from "../../../../../src/problem/package-reading.ts";
import { temporaryFolder } from "../../../../support/temporary-folder.ts";

export type Changes = Readonly<Record<string, string | Uint8Array | undefined>>;

/** The files of a copy of a fixture package with some of them changed, added or (undefined) taken away. */
export async function changedFixture(name: string, changes: Changes = {}): Promise<PackageFiles> {
  const folder = join(temporaryFolder(), name);
  cpSync(fileURLToPath(new URL(`../../../../fixtures/problems/${name}`, import.meta.url)), folder, { recursive: true });
  for (const [path, text] of Object.entries(changes)) {
    const absolute = join(folder, path);
    rmSync(absolute, { recursive: true, force: true });
    if (text === undefined) continue;
    mkdirSync(dirname(absolute), { recursive: true });
    writeFileSync(absolute, text);
  }
  return PackageFiles.list(folder);
}

/** The problem of a reading that must have one. */
export function problemOf({ problem, errors }: PackageReading): PackagedProblem {
  if (!problem) throw new Error(errors.join("\n"));
  return problem;
}
