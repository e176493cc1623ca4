import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { DataFile } from "../domain/problem.ts";
import { sha256Of } from "../domain/sha256.ts";
import { TemporaryFolder } from "../problem/source/temporary-folder.ts";

/** Inputs that were made during a run, as files: the sandbox takes them like those of a package. */
export class InputFolder implements AsyncDisposable {
  readonly #folder: TemporaryFolder;
  readonly #files = new Map<string, DataFile>();

  private constructor(folder: TemporaryFolder) {
    this.#folder = folder;
  }

  static async make(): Promise<InputFolder> {
    return new InputFolder(await TemporaryFolder.make());
  }

  async keep(text: string): Promise<DataFile> {
    const sha256 = sha256Of(text);
    const known = this.#files.get(sha256);
    if (known) return known;
    const file = { path: join(this.#folder.path, sha256), bytes: Buffer.byteLength(text), sha256 };
    await writeFile(file.path, text);
    this.#files.set(sha256, file);
    return file;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#folder[Symbol.asyncDispose]();
  }
}
