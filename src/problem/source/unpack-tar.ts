import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { extract, type Header } from "tar-stream";
import { messageOf, UsageError } from "../../domain/errors.ts";
import type { ByteBudget } from "./unpack-limits.ts";
import type { UnpackedFolder } from "./unpacked-folder.ts";

interface Entry extends AsyncIterable<unknown> {
  readonly header: Header;
}

const REFUSED: ReadonlyMap<string, string> = new Map([
  ["link", "a hard link; put the file itself there"],
  ["character-device", "a device"],
  ["block-device", "a device"],
  ["fifo", "a FIFO"],
]);

export async function unpackTar(
  archive: AsyncIterable<Uint8Array>,
  folder: UnpackedFolder,
  budget: ByteBudget,
): Promise<void> {
  const extraction = extract();
  // Its failure is one of the entries' iteration, too.
  const fed = pipeline(Readable.from(counted(archive, budget)), extraction).then(
    () => undefined,
    (error: unknown) => error,
  );
  try {
    for await (const entry of extraction) {
      await takeEntry(entry, folder);
      // Those that nobody wanted.
      entry.resume();
    }
  } catch (error) {
    // Leaving early looks like a failure to those who feed.
    throw error instanceof UsageError ? error : ((await fed) ?? error);
  }
  const failure = await fed;
  if (failure !== undefined) throw failure;
}

async function* counted(archive: AsyncIterable<Uint8Array>, budget: ByteBudget): AsyncIterable<Uint8Array> {
  try {
    for await (const chunk of archive) {
      budget.spend(chunk.length);
      yield chunk;
    }
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(messageOf(error), { cause: error });
  }
}

async function takeEntry(entry: Entry, folder: UnpackedFolder): Promise<void> {
  const { name, type, linkname } = entry.header;
  if (type === "directory") return folder.addFolder(name);
  if (type === "symlink") return folder.addLink(name, linkname ?? "");
  // GNU's old sparse files and parts of volumes have types that the library does not name.
  if (type !== "file" && type !== "contiguous-file")
    return folder.refuse(name, REFUSED.get(String(type)) ?? "neither a file nor a folder");
  if (isSparse(entry)) return folder.refuse(name, "a sparse file; pack it whole");
  const path = folder.claimFile(name);
  return path === undefined ? undefined : folder.write(path, bytesOf(entry));
}

async function* bytesOf(entry: Entry): AsyncIterable<Uint8Array> {
  for await (const chunk of entry) if (chunk instanceof Uint8Array) yield chunk;
}

function isSparse({ header: { pax } }: Entry): boolean {
  return typeof pax === "object" && pax !== null && Object.keys(pax).some((key) => key.startsWith("GNU.sparse"));
}
