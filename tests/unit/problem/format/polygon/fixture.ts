import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readPolygonPackage } from "../../../../../src/problem/format/polygon/read-polygon.ts";
import { PackageFiles } from "../../../../../src/problem/package-files.ts";
import type { PackageReading } from "../../../../../src/problem/package-reading.ts";
import { temporaryFolder } from "../../../../support/temporary-folder.ts";

export type FixtureName = "polygon-checker" | "polygon-interactive" | "polygon-generated" | "polygon-grader";

/** What a file of the package becomes: its new text, one made of the old text, or (undefined) nothing. */
export type Changes = Readonly<Record<string, string | ((text: string) => string | Uint8Array) | undefined>>;

/** Reads a copy of a fixture with changed files. */
export async function readFixture(name: FixtureName, changes: Changes = {}): Promise<PackageReading> {
  return readPolygonPackage(await PackageFiles.list(aFixture(name, changes)));
}

export function aFixture(name: FixtureName, changes: Changes): string {
  const folder = join(temporaryFolder(), name);
  cpSync(fileURLToPath(new URL(`../../../../fixtures/problems/${name}`, import.meta.url)), folder, { recursive: true });
  for (const [path, change] of Object.entries(changes)) {
    const absolute = join(folder, path);
    if (change === undefined) rmSync(absolute, { recursive: true });
    else {
      mkdirSync(dirname(absolute), { recursive: true });
      writeFileSync(absolute, typeof change === "string" ? change : change(readFileSync(absolute, "utf8")));
    }
  }
  return folder;
}

/** Changes the descriptor by replacing texts that must be in it. */
export function descriptorWith(...replacements: readonly (readonly [string, string])[]): Changes {
  return {
    "problem.xml": (xml) => {
      let changed = xml;
      for (const [from, to] of replacements) {
        if (!changed.includes(from)) throw new Error(`problem.xml has no ${from}`);
        changed = changed.replaceAll(from, to);
      }
      return changed;
    },
  };
}
