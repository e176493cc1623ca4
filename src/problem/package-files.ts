import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { opendir, readFile, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import { messageOf, UsageError } from "../domain/errors.ts";
import type { DataFile } from "../domain/problem.ts";
import { sha256Of } from "../domain/sha256.ts";
import { decodeUtf8 } from "./decode-utf8.ts";
import type { PackageFindings } from "./package-reading.ts";

/** What a package may have; far from what any problem needs. */
export interface PackageLimits {
  /** Files and folders together. */
  readonly entries: number;
  readonly depth: number;
  /** Of a file that is read as a whole. */
  readonly textBytes: number;
  /** Of an input or answer; the sandbox holds no more of them at a time. */
  readonly dataBytes: number;
}

const MIB = 1024 * 1024;
const LIMITS: PackageLimits = { entries: 20_000, depth: 32, textBytes: 16 * MIB, dataBytes: 256 * MIB };

/** Version control, and what macOS leaves in archives. */
const NOT_OF_THE_PACKAGE = /^(\.git|\._.*|__MACOSX)$/;

/** The files of a package by their path in it, with forward slashes. Reads nothing outside its folder. */
export class PackageFiles {
  readonly folder: string;
  /** Sorted. */
  readonly paths: readonly string[];
  /** What is neither a file nor a folder, or cannot be read. */
  readonly errors: readonly string[];
  /** Links that cannot be followed, by their paths, with what is wrong with each. */
  readonly #badLinks: ReadonlyMap<string, string>;
  readonly #known: ReadonlySet<string>;
  readonly #limits: PackageLimits;
  readonly #data = new Map<string, Promise<DataFile>>();

  private constructor(folder: string, { paths, errors, badLinks }: Listing, limits: PackageLimits) {
    this.folder = folder;
    this.paths = paths.sort();
    this.errors = errors;
    this.#badLinks = badLinks;
    this.#known = new Set(paths);
    this.#limits = limits;
  }

  static async list(folder: string, limits: PackageLimits = LIMITS): Promise<PackageFiles> {
    const root = await realpath(folder);
    const listing: Listing = { root, limits, paths: [], errors: [], badLinks: new Map(), entryCount: 0 };
    await listFolder(listing, "", 1);
    return new PackageFiles(root, listing, limits);
  }

  has(path: string): boolean {
    return this.#known.has(path);
  }

  /** What is wrong before anything is read. Links that cannot be followed matter where the format has something. */
  findings(isOfConcern: (path: string) => boolean): PackageFindings {
    const findings: PackageFindings = { errors: [...this.errors], warnings: [] };
    for (const [path, mistake] of this.#badLinks)
      (isOfConcern(path) ? findings.errors : findings.warnings).push(`${path}: ${mistake}`);
    return findings;
  }

  /** Paths directly or anywhere below a folder of the package. */
  below(folder: string): string[] {
    return this.paths.filter((path) => path.startsWith(`${folder}/`));
  }

  /** Throws a UsageError that names the file where it cannot be read or is no UTF-8. */
  async text(path: string): Promise<string> {
    return decodeUtf8(await this.bytes(path), path);
  }

  async bytes(path: string): Promise<Uint8Array> {
    const absolute = this.#absolute(path);
    const { size } = await stat(absolute).catch(unreadable(path));
    if (size > this.#limits.textBytes)
      throw new UsageError(
        `${path}: ${size} bytes, expected at most ${this.#limits.textBytes} in a file that is not test data`,
      );
    return readFile(absolute).catch(unreadable(path));
  }

  /** An input, an answer or what goes with them: it is not read into memory, and its hash is made once. */
  async data(path: string): Promise<DataFile> {
    const { size } = await stat(this.#absolute(path)).catch(unreadable(path));
    if (size > this.#limits.dataBytes)
      throw new UsageError(`${path}: ${size} bytes, expected at most ${this.#limits.dataBytes} in a file of test data`);
    return this.#hashed(path);
  }

  #hashed(path: string): Promise<DataFile> {
    const known = this.#data.get(path) ?? dataFile(this.#absolute(path)).catch(unreadable(path));
    this.#data.set(path, known);
    return known;
  }

  /** SHA-256 over all files: what a result was measured on. Recorded answers of a model lie beside but are not part of it. */
  async hash(): Promise<string> {
    const parts: string[] = [];
    for (const path of this.paths) {
      if (!path.startsWith("recorded/")) parts.push(path, (await this.#hashed(path)).sha256);
    }
    return sha256Of(...parts);
  }

  /** A path may come from the package itself. */
  #absolute(path: string): string {
    if (!this.#known.has(path)) throw new UsageError(`${path}: missing`);
    return join(this.folder, path);
  }
}

interface Listing {
  readonly root: string;
  readonly limits: PackageLimits;
  readonly paths: string[];
  readonly errors: string[];
  readonly badLinks: Map<string, string>;
  entryCount: number;
}

async function listFolder(listing: Listing, folder: string, depth: number): Promise<void> {
  const { root, limits, paths, errors } = listing;
  if (depth > limits.depth) throw new UsageError(`${folder}/: more than ${limits.depth} folders in each other`);
  const entries = await opendir(join(root, folder), { bufferSize: 256 }).catch((error: unknown) => {
    errors.push(`${folder || "."}/: cannot be read: ${messageOf(error)}`);
  });
  // Closes the folder by itself, and stops in the middle of one that is too large.
  for await (const entry of entries ?? []) {
    if (NOT_OF_THE_PACKAGE.test(entry.name)) continue;
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (++listing.entryCount > limits.entries)
      throw new UsageError(`more than ${limits.entries} files and folders: no problem package has as many`);
    if (entry.name.includes("\uFFFD")) errors.push(`${path}: its name is no valid UTF-8`);
    else if (entry.isSymbolicLink()) await listLink(listing, path);
    else if (entry.isDirectory()) await listFolder(listing, path, depth + 1);
    else if (entry.isFile()) paths.push(path);
    else errors.push(`${path}: neither a file nor a folder`);
  }
}

async function listLink({ root, paths, badLinks }: Listing, path: string): Promise<void> {
  const target = await realpath(join(root, path)).catch(() => undefined);
  if (!target?.startsWith(root + sep)) badLinks.set(path, "a link that leads nowhere or out of the package");
  else if ((await stat(target)).isFile()) paths.push(path);
  else badLinks.set(path, "a link to a folder; link to files");
}

async function dataFile(absolute: string): Promise<DataFile> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of createReadStream(absolute, { highWaterMark: 1024 * 1024 })) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { path: absolute, bytes, sha256: hash.digest("hex") };
}

function unreadable(path: string): (error: unknown) => never {
  return (error) => {
    throw new UsageError(`${path}: cannot be read: ${messageOf(error)}`, { cause: error });
  };
}
