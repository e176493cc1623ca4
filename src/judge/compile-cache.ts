import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { sha256Of } from "../domain/sha256.ts";

/** What a compiler made of a program: something to run, or a log that says why not. */
export type Compiled =
  | {
      readonly kind: "program";
      readonly artifact: Uint8Array;
      readonly log: string;
      readonly cached: boolean;
      readonly wallMs: number;
    }
  | { readonly kind: "error"; readonly log: string; readonly cached: boolean; readonly wallMs: number };

type Entry =
  | { readonly kind: "program"; readonly artifact: Uint8Array; readonly log: string }
  | { readonly kind: "error"; readonly log: string };

/** Compiled programs by key. Holding nothing is always right, only slower. */
export interface CompileCache {
  get(key: string): Promise<Entry | undefined>;
  set(key: string, compiled: Compiled): Promise<void>;
}

/** A folder of compiled programs that stays below `limitBytes`: what was used longest ago goes first. */
export class FolderCompileCache implements CompileCache {
  readonly #folder: string;
  readonly #limitBytes: number;
  #bytes: number | undefined;
  #evicting: Promise<void> | undefined;

  constructor(folder: string, limitBytes: number) {
    this.#folder = folder;
    this.#limitBytes = limitBytes;
  }

  async get(key: string): Promise<Entry | undefined> {
    const path = join(this.#folder, key);
    const bytes = await readFile(path).catch(absent);
    if (!bytes) return undefined;
    const now = new Date();
    await utimes(path, now, now).catch(absent);
    return decode(bytes);
  }

  async set(key: string, compiled: Compiled): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    this.#bytes ??= await this.#measure();
    const path = join(this.#folder, key);
    const unfinished = `${path}.${randomUUID()}.new`;
    const bytes = encode(compiled);
    await writeFile(unfinished, bytes);
    await rename(unfinished, path).catch(absent);
    this.#bytes += bytes.length;
    if (this.#bytes > this.#limitBytes) {
      this.#evicting ??= this.#evict().finally(() => {
        this.#evicting = undefined;
      });
      await this.#evicting;
    }
  }

  async #measure(): Promise<number> {
    return (await this.#files()).reduce((sum, file) => sum + file.bytes, 0);
  }

  async #evict(): Promise<void> {
    const files = (await this.#files()).sort((a, b) => a.usedAtMs - b.usedAtMs);
    let bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    for (const file of files) {
      if (bytes <= this.#limitBytes * 0.8) break;
      await rm(file.path, { force: true });
      bytes -= file.bytes;
    }
    this.#bytes = bytes;
  }

  async #files(): Promise<{ path: string; bytes: number; usedAtMs: number }[]> {
    const files = [];
    for (const name of await readdir(this.#folder)) {
      const path = join(this.#folder, name);
      const stats = await stat(path).catch(absent);
      if (stats) files.push({ path, bytes: stats.size, usedAtMs: stats.mtimeMs });
    }
    return files;
  }
}

/** A first line of JSON with the hash of what follows, then the program. */
function encode(compiled: Compiled): Buffer {
  const artifact = compiled.kind === "program" ? compiled.artifact : new Uint8Array();
  const head = { kind: compiled.kind, log: compiled.log, sha256: sha256Of(artifact) };
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`, "utf8"), artifact]);
}

const entryHead = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue("not JSON");
      return z.NEVER;
    }
  })
  .pipe(z.object({ kind: z.enum(["program", "error"]), log: z.string(), sha256: z.string() }));

/** A file that a full disk or another version left in another form is no entry: it is compiled again. */
function decode(bytes: Buffer): Entry | undefined {
  const end = bytes.indexOf("\n");
  const head = entryHead.safeParse(bytes.toString("utf8", 0, Math.max(end, 0)));
  if (!head.success) return undefined;
  const { kind, log, sha256 } = head.data;
  const artifact = bytes.subarray(end + 1);
  if (sha256Of(artifact) !== sha256) return undefined;
  return kind === "error" ? { kind, log } : { kind, log, artifact };
}

/** Another process may have evicted the file in the meantime. */
function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
  return undefined;
}
