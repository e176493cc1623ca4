import { mkdir, readdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { messageOf, UsageError } from "../../domain/errors.ts";
import { contentKindOf, isCompression } from "./content-kind.ts";
import { readDecompressed } from "./decompress.ts";
import { ByteBudget, UNPACK_LIMITS, type UnpackLimits } from "./unpack-limits.ts";
import { unpackTar } from "./unpack-tar.ts";
import { unpackZip } from "./unpack-zip.ts";
import { UnpackedFolder } from "./unpacked-folder.ts";

const ARCHIVES = "a .zip or .tar, plain or compressed with gzip, xz or zstd";

const ENDINGS = /\.(zip|kpp|tgz|txz|tzst|(tar(\.[a-z0-9]+)?))$/i;
const BESIDE_A_PACKAGE = /^(__MACOSX|\.DS_Store|\._.*)$/;

export interface UnpackOptions {
  readonly limits?: UnpackLimits;
  readonly signal?: AbortSignal | undefined;
}

export interface UnpackedPackage {
  /** Called after the archive, or what the package is wrapped in there. */
  readonly folder: string;
  readonly errors: readonly string[];
}

/** Unpacks an archive of a package into a folder of its own below `into`; a UsageError where it is none, or cannot be. */
export async function unpackArchive(
  archive: string,
  into: string,
  { limits = UNPACK_LIMITS, signal }: UnpackOptions = {},
): Promise<UnpackedPackage> {
  const kind = await contentKindOf(archive);
  if (kind === "unread archive" || kind === "other")
    throw new UsageError(`${archive} is no folder and no archive that is read here: expected ${ARCHIVES}`);
  const { size } = await stat(archive);
  const root = join(into, basename(archive).replace(ENDINGS, "") || "package");
  await mkdir(root);
  const folder = new UnpackedFolder(root, limits, signal);
  const budget = new ByteBudget(size, limits);
  try {
    if (kind === "zip") await unpackZip(archive, folder, budget, limits);
    else await unpackTar(readDecompressed(archive, isCompression(kind) ? kind : undefined), folder, budget);
    await folder.finish();
  } catch (error) {
    signal?.throwIfAborted();
    return { folder: root, errors: [...folder.errors, `cannot be unpacked: ${messageOf(error)}`] };
  }
  return { folder: await unwrapped(root), errors: folder.errors };
}

/** Many pack the folder of the package, others what is in it. */
async function unwrapped(root: string): Promise<string> {
  const entries = (await readdir(root, { withFileTypes: true })).filter(({ name }) => !BESIDE_A_PACKAGE.test(name));
  const [only] = entries;
  return entries.length === 1 && only?.isDirectory() ? join(root, only.name) : root;
}
