import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { DataFile } from "../domain/problem.ts";
import { sha256Of } from "../domain/sha256.ts";

/** What packages' own programs have made, kept by the package's hash and the sandbox image. Holding nothing is always right. */
export class PreparationStore {
  readonly #folder: string;
  readonly #imageId: string;

  constructor(folder: string, imageId: string) {
    this.#folder = folder;
    this.#imageId = imageId;
  }

  async timeLimitMs(packageHash: string): Promise<number | undefined> {
    const text = await readFile(this.#path(packageHash, "time-limit-ms"), "utf8").catch(absent);
    const ms = Number(text);
    return text !== undefined && Number.isSafeInteger(ms) && ms > 0 ? ms : undefined;
  }

  async keepTimeLimitMs(packageHash: string, ms: number): Promise<void> {
    await this.#write(this.#path(packageHash, "time-limit-ms"), Buffer.from(String(ms)));
  }

  /** A file that was made before, under the name it was kept by. */
  async file(packageHash: string, name: string): Promise<DataFile | undefined> {
    const path = this.#path(packageHash, name);
    const sha256 = await readFile(`${path}.sha256`, "utf8").catch(absent);
    const known = await stat(path).catch(absent);
    return sha256 !== undefined && known ? { path, bytes: known.size, sha256 } : undefined;
  }

  async keepFile(packageHash: string, name: string, content: Uint8Array): Promise<DataFile> {
    const path = this.#path(packageHash, name);
    const sha256 = sha256Of(content);
    await this.#write(path, content);
    await this.#write(`${path}.sha256`, Buffer.from(sha256));
    return { path, bytes: content.length, sha256 };
  }

  #path(packageHash: string, name: string): string {
    return join(this.#folder, sha256Of(packageHash, this.#imageId), name.replaceAll("/", "+"));
  }

  async #write(path: string, content: Uint8Array): Promise<void> {
    await mkdir(join(path, ".."), { recursive: true });
    const unfinished = `${path}.${randomUUID()}.new`;
    await writeFile(unfinished, content);
    await rename(unfinished, path);
  }
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
  return undefined;
}
