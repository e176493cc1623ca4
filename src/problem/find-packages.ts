import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { messageOf, UsageError } from "../domain/errors.ts";
import { FORMAT_NAMES, FORMATS } from "./format/index.ts";

/** Contests and collections are shallow. */
const DEPTH = 16;

/**
 * The packages that a path stands for. A folder that is no package stands for all below it, in the order of their paths; it
 * stands for itself where there are none, as does everything else. Packages are not looked into, links and hidden folders
 * are not followed.
 */
export async function findPackages(path: string): Promise<readonly string[]> {
  const isFolder = await stat(path).then(
    (stats) => stats.isDirectory(),
    // Not there, or a row in a file: whoever reads it knows.
    () => false,
  );
  const found = isFolder ? await packagesBelow(path, 1) : [];
  return found.length > 0 ? found : [path];
}

const DESCRIPTORS: ReadonlySet<string> = new Set(FORMAT_NAMES.map((name) => FORMATS[name].descriptor));

async function packagesBelow(folder: string, depth: number): Promise<string[]> {
  if (depth > DEPTH) throw new UsageError(`${folder}: more than ${DEPTH} folders in each other and no problem package`);
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw new UsageError(`${folder} cannot be read: ${messageOf(error)}`, { cause: error });
  });
  if (entries.some((entry) => DESCRIPTORS.has(entry.name) && !entry.isDirectory())) return [folder];
  const names = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith(".")).map(({ name }) => name);
  const found: string[] = [];
  for (const name of names.sort()) found.push(...(await packagesBelow(join(folder, name), depth + 1)));
  return found;
}
