import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { temporaryFolder } from "./temporary-folder.ts";

const PASS_FAIL_PACKAGE = fileURLToPath(new URL("../fixtures/problems/pass-fail", import.meta.url));

/** A copy of the pass-fail package in a folder of its own, with files changed, added or (undefined) taken away. */
export function aPackage(changes: Readonly<Record<string, string | undefined>> = {}): string {
  const folder = join(temporaryFolder(), "adding");
  cpSync(PASS_FAIL_PACKAGE, folder, { recursive: true });
  for (const [path, text] of Object.entries(changes)) {
    const absolute = join(folder, path);
    if (text === undefined) {
      rmSync(absolute, { recursive: true });
      continue;
    }
    mkdirSync(dirname(absolute), { recursive: true });
    writeFileSync(absolute, text);
  }
  return folder;
}
