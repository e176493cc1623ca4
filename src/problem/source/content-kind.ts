import { open } from "node:fs/promises";

export const COMPRESSIONS = ["gzip", "xz", "zstd"] as const;
export type Compression = (typeof COMPRESSIONS)[number];

/** What a file is by how it begins; its name says nothing here. */
export type ContentKind = "zip" | "tar" | Compression | "unread archive" | "other";

const HEAD_BYTES = 512;

const SIGNATURES: readonly { readonly kind: ContentKind; readonly at: number; readonly bytes: readonly number[] }[] = [
  { kind: "zip", at: 0, bytes: [0x50, 0x4b, 0x03, 0x04] },
  // Without entries.
  { kind: "zip", at: 0, bytes: [0x50, 0x4b, 0x05, 0x06] },
  { kind: "tar", at: 257, bytes: [0x75, 0x73, 0x74, 0x61, 0x72] },
  { kind: "gzip", at: 0, bytes: [0x1f, 0x8b] },
  { kind: "xz", at: 0, bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00] },
  { kind: "zstd", at: 0, bytes: [0x28, 0xb5, 0x2f, 0xfd] },
  // bzip2, 7z, rar
  { kind: "unread archive", at: 0, bytes: [0x42, 0x5a, 0x68] },
  { kind: "unread archive", at: 0, bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { kind: "unread archive", at: 0, bytes: [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07] },
];

export async function contentKindOf(path: string): Promise<ContentKind> {
  await using file = await open(path, "r");
  const head = new Uint8Array(HEAD_BYTES);
  const { bytesRead } = await file.read(head, 0, HEAD_BYTES, 0);
  return kindOfHead(head.subarray(0, bytesRead));
}

function kindOfHead(head: Uint8Array): ContentKind {
  const found = SIGNATURES.find(({ at, bytes }) => bytes.every((byte, index) => head[at + index] === byte));
  return found?.kind ?? "other";
}

export function isCompression(kind: ContentKind): kind is Compression {
  return COMPRESSIONS.some((compression) => compression === kind);
}
