import { deflateRawSync } from "node:zlib";
import { crc32 } from "../../../../src/problem/source/crc32.ts";

export interface ZipEntry {
  readonly name: string | Uint8Array;
  readonly content?: string | Uint8Array;
  readonly deflated?: boolean;
  readonly flags?: number;
  readonly method?: number;
  /** Of Unix, with the kind. */
  readonly mode?: number;
  /** Where they are to differ from what is true. */
  readonly crc?: number;
  readonly uncompressedBytes?: number;
  /** Shares the bytes of the entry with this index. */
  readonly sharesWith?: number;
}

const UTF8 = 0x800;

/** An archive as somebody might make it who means ill. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const content = Buffer.from(entry.content ?? "");
    const stored = entry.deflated ? deflateRawSync(content) : content;
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(entry.flags ?? UTF8, 2);
    fields.writeUInt16LE(entry.method ?? (entry.deflated ? 8 : 0), 4);
    fields.writeUInt32LE(entry.crc ?? crc32(content, 0), 10);
    fields.writeUInt32LE(stored.length, 14);
    fields.writeUInt32LE(entry.uncompressedBytes ?? content.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const at = entry.sharesWith === undefined ? offset : (offsets[entry.sharesWith] ?? 0);
    offsets.push(at);
    if (entry.sharesWith === undefined) {
      const file = Buffer.concat([Buffer.from("PK\x03\x04"), fields, name, stored]);
      local.push(file);
      offset += file.length;
    }
    const directory = Buffer.alloc(46);
    directory.write("PK\x01\x02", "latin1");
    directory.writeUInt16LE(0x0314, 4);
    fields.copy(directory, 6);
    directory.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 38);
    directory.writeUInt32LE(at, 42);
    central.push(directory, name);
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}
