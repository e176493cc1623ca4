import { isUtf8 } from "node:buffer";
import { type Entry, getFileNameLowLevel, openPromise, type ZipFile } from "yauzl";
import { UsageError } from "../../domain/errors.ts";
import { crc32 } from "./crc32.ts";
import { shown } from "./entry-path.ts";
import { type ByteBudget, inMib, type UnpackLimits } from "./unpack-limits.ts";
import type { UnpackedFolder } from "./unpacked-folder.ts";

const KIND_BITS = 0o170000;
const FILE = 0o100000;
const FOLDER = 0o040000;
const LINK = 0o120000;
const LOCAL_HEADER_BYTES = 30;
const MAX_LINK_BYTES = 4096;
const UTF8_FLAG = 0x800;

interface FileEntry {
  readonly entry: Entry;
  readonly path: string;
}

/** All that the directory of the archive tells is looked at before anything is unpacked. */
export async function unpackZip(
  path: string,
  folder: UnpackedFolder,
  budget: ByteBudget,
  limits: UnpackLimits,
): Promise<void> {
  const zip = await openPromise(path, { decodeStrings: false, autoClose: false });
  try {
    const entries = await listEntries(zip, limits);
    const files: FileEntry[] = [];
    for (const entry of entries) await takeEntry(zip, entry, folder, files);
    refuseOverlaps(entries, folder);
    const declaredBytes = files.reduce((sum, { entry }) => sum + entry.uncompressedSize, 0);
    if (declaredBytes > limits.totalBytes)
      throw new UsageError(`unpacks to more than ${inMib(limits.totalBytes)}: no problem package is as large`);
    if (folder.errors.length > 0) return;
    for (const { entry, path } of files) await folder.write(path, contentOf(zip, entry, { budget, folder }));
  } finally {
    zip.close();
  }
}

async function listEntries(zip: ZipFile, limits: UnpackLimits): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) {
    entries.push(entry);
    if (entries.length > limits.entries)
      throw new UsageError(`more than ${limits.entries} files and folders: no problem package has as many`);
  }
  return entries;
}

async function takeEntry(zip: ZipFile, entry: Entry, folder: UnpackedFolder, files: FileEntry[]): Promise<void> {
  const name = nameOf(entry);
  // Archives that were not made on Unix have no kind there.
  const kind = (entry.externalFileAttributes >>> 16) & KIND_BITS;
  if (entry.isEncrypted()) folder.refuse(name, "encrypted; pack it without a password");
  else if (name.endsWith("/") || kind === FOLDER) folder.addFolder(name);
  else if (!entry.canDecodeFileData())
    folder.refuse(name, `compressed by method ${entry.compressionMethod}, expected 0 (stored) or 8 (deflated)`);
  else if (kind === LINK) await takeLink(zip, entry, name, folder);
  else if (kind !== 0 && kind !== FILE) folder.refuse(name, "neither a file nor a folder");
  else {
    const path = folder.claimFile(name);
    if (path !== undefined) files.push({ entry, path });
  }
}

/** Where a name is not said to be UTF-8 but is, old tools on Unix wrote it; others meant code page 437. */
function nameOf({ fileNameRaw, generalPurposeBitFlag, extraFields }: Entry): string {
  if (isUtf8(fileNameRaw) || (generalPurposeBitFlag & UTF8_FLAG) !== 0) return fileNameRaw.toString("utf8");
  return getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, true);
}

async function takeLink(zip: ZipFile, entry: Entry, name: string, folder: UnpackedFolder): Promise<void> {
  if (entry.uncompressedSize > MAX_LINK_BYTES) return folder.refuse(name, "a link whose target is no path");
  const chunks: Uint8Array[] = [];
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk);
  folder.addLink(name, Buffer.concat(chunks).toString("utf8"));
}

/** A small archive becomes a large folder where entries share their bytes. */
function refuseOverlaps(entries: readonly Entry[], folder: UnpackedFolder): void {
  const inOrder = [...entries].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  let end = 0;
  for (const entry of inOrder) {
    if (entry.relativeOffsetOfLocalHeader < end) folder.refuse(nameOf(entry), "shares its bytes with another file");
    end = entry.relativeOffsetOfLocalHeader + LOCAL_HEADER_BYTES + entry.compressedSize;
  }
}

async function* contentOf(
  zip: ZipFile,
  entry: Entry,
  { budget, folder }: { readonly budget: ByteBudget; readonly folder: UnpackedFolder },
): AsyncIterable<Uint8Array> {
  let checksum = 0;
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    budget.spend(chunk.length);
    checksum = crc32(chunk, checksum);
    yield chunk;
  }
  if (checksum !== entry.crc32) folder.refuse(shown(nameOf(entry)), "its checksum is wrong: the archive is damaged");
}
