import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { DataFile } from "../domain/problem.ts";

const MAX_FILES = 20_000;
const MAX_TEXT_BYTES = 16 * 1024 * 1024;

/** The files of a package by their path in it, with forward slashes. Reads nothing outside its folder. */
export class PackageFiles {
  readonly folder: string;
  /** Sorted. */
  readonly paths: readonly string[];
  readonly #known: ReadonlySet<string>;
  /** Links that leave the folder, and what else is no file. */
  readonly errors: readonly string[];

  private constructor(folder: string, paths: readonly string[], errors: readonly string[]) {
    this.folder = folder;
    this.paths = paths;
    this.#known = new Set(paths);
    this.errors = errors;
  }

  static async list(folder: string): Promise<PackageFiles> {
    const root = await realpath(folder);
    const paths: string[] = [];
    const errors: string[] = [];
    await walk(root, root, paths, errors);
    return new PackageFiles(root, paths.sort(), errors);
  }

  has(path: string): boolean {
    return this.#known.has(path);
  }

  /** Paths directly or anywhere below a folder of the package. */
  below(folder: string): string[] {
    return this.paths.filter((path) => path.startsWith(`${folder}/`));
  }

  async text(path: string): Promise<string> {
    const { size } = await stat(join(this.folder, path));
    if (size > MAX_TEXT_BYTES) throw new Error(`${path} has ${size} bytes, too many for a text`);
    return readFile(join(this.folder, path), "utf8");
  }

  async data(path: string): Promise<DataFile> {
    const absolute = join(this.folder, path);
    const hash = createHash("sha256");
    let bytes = 0;
    for await (const chunk of createReadStream(absolute)) {
      hash.update(chunk);
      bytes += chunk.length;
    }
    return { path: absolute, bytes, sha256: hash.digest("hex") };
  }
}

async function walk(root: string, folder: string, paths: string[], errors: string[]): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const absolute = join(folder, entry.name);
    const path = relative(root, absolute).split(sep).join("/");
    if (paths.length >= MAX_FILES) throw new Error(`more than ${MAX_FILES} files`);
    if (entry.name === ".git" || entry.name.startsWith("._")) continue; // version control, and what macOS leaves in archives
    if (entry.isSymbolicLink()) {
      const target = await realpath(absolute).catch(() => undefined);
      if (!target?.startsWith(root + sep)) errors.push(`${path}: a link that leads nowhere or out of the package`);
      else if ((await stat(target)).isFile()) paths.push(path);
      else errors.push(`${path}: a link to a folder; link to files`);
    } else if (entry.isDirectory()) await walk(root, absolute, paths, errors);
    else if (entry.isFile()) paths.push(path);
    else errors.push(`${path}: neither a file nor a folder`);
  }
}
