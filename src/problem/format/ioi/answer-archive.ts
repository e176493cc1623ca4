import { join } from "node:path";
import { UsageError } from "../../../domain/errors.ts";
import type { NamedContent } from "../../answer-set.ts";
import { PackageFiles } from "../../package-files.ts";
import { TemporaryFolder } from "../../source/temporary-folder.ts";
import { unpackArchive } from "../../source/unpack-archive.ts";
import type { UnpackLimits } from "../../source/unpack-limits.ts";

const MIB = 1024 * 1024;

/** Outputs are held in memory until they are judged. */
const LIMITS: UnpackLimits = {
  ...{ totalBytes: 64 * MIB, fileBytes: 16 * MIB, entries: 2000 },
  ...{ ratio: 1000, harmlessBytes: 64 * MIB },
};

export function isAnswerArchive(path: string): boolean {
  return path.endsWith(".zip");
}

/** The outputs in an archive of a package; a UsageError where it cannot be unpacked. */
export async function readAnswerArchive(files: PackageFiles, path: string): Promise<NamedContent[]> {
  await using temporary = await TemporaryFolder.make();
  const { folder, errors } = await unpackArchive(join(files.folder, path), temporary.path, { limits: LIMITS });
  const unpacked = await PackageFiles.list(folder);
  const [error] = [...errors, ...unpacked.errors];
  if (error !== undefined) throw new UsageError(`${path}: ${error}`);
  const contents: NamedContent[] = [];
  for (const name of unpacked.paths) contents.push({ path: `${path}/${name}`, content: await unpacked.bytes(name) });
  return contents;
}
