import { mkdir, symlink, writeFile } from "node:fs/promises";
import { dirname, join, normalize, relative } from "node:path/posix";
import { messageOf, UsageError } from "../../domain/errors.ts";
import { entryPathOf, shown } from "./entry-path.ts";
import { inMib, type UnpackLimits } from "./unpack-limits.ts";

const MAX_ERRORS_SHOWN = 100;

interface Entry {
  readonly path: string;
  readonly kind: "file" | "folder" | "link";
}

interface Link {
  readonly path: string;
  readonly target: string;
}

/**
 * Takes the entries of an archive, of whatever kind it is, into a new folder. Nothing is written elsewhere: paths are
 * checked before anything else, files are only made where there is nothing yet, and links last of all, so that no file is
 * ever written through one. What is wrong with an entry goes to the errors; from then on nothing more is written.
 */
export class UnpackedFolder {
  readonly root: string;
  readonly #limits: UnpackLimits;
  readonly #errors: string[] = [];
  /** By their path without differences of case and of Unicode's forms. */
  readonly #entries = new Map<string, Entry>();
  readonly #links: Link[] = [];
  readonly #made = new Set<string>();
  readonly #signal: AbortSignal | undefined;

  constructor(root: string, limits: UnpackLimits, signal?: AbortSignal) {
    this.root = root;
    this.#limits = limits;
    this.#signal = signal;
  }

  get errors(): readonly string[] {
    const more = this.#errors.length - MAX_ERRORS_SHOWN;
    return more <= 0 ? this.#errors : [...this.#errors.slice(0, MAX_ERRORS_SHOWN), `and ${more} more of that kind`];
  }

  refuse(name: string, mistake: string): void {
    this.#errors.push(`${shown(name)}: ${mistake}`);
    if (this.#errors.length > this.#limits.entries) throw new UsageError(`more than ${this.#limits.entries} mistakes`);
  }

  /** Whether a file may have that name; it has it then, and no other entry can. */
  claimFile(name: string): string | undefined {
    return this.#claim(name, "file");
  }

  addFolder(name: string): void {
    this.#claim(name, "folder");
  }

  /** Is made by `finish`. */
  addLink(name: string, target: string): void {
    const path = this.#claim(name, "link");
    if (path !== undefined) this.#links.push({ path, target });
  }

  /** Writes a file that was claimed before; what comes of an archive with errors is thrown away. */
  async write(path: string, content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void> {
    const bounded = this.#bounded(path, content);
    if (this.#errors.length > 0) {
      for await (const _ of bounded);
      return;
    }
    const absolute = join(this.root, path);
    try {
      await this.#makeFolder(dirname(path));
      await writeFile(absolute, bounded, { flag: "wx", mode: 0o600 });
    } catch (error) {
      if (error instanceof Error && "syscall" in error)
        throw new UsageError(`${shown(path)}: cannot be written below ${this.root}: ${messageOf(error)}`, {
          cause: error,
        });
      throw error;
    }
  }

  /** Makes the links, where all is well; each leads to a file of the archive. */
  async finish(): Promise<void> {
    for (const { path, target } of this.#links) {
      const file = this.#targetOf(path, target);
      if (file === undefined || this.#errors.length > 0) continue;
      await this.#makeFolder(dirname(path));
      await symlink(relative(dirname(path), file), join(this.root, path));
    }
  }

  async #makeFolder(path: string): Promise<void> {
    if (this.#made.has(path)) return;
    await mkdir(join(this.root, path), { recursive: true });
    this.#made.add(path);
  }

  async *#bounded(
    path: string,
    content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  ): AsyncGenerator<Uint8Array, void> {
    let bytes = 0;
    for await (const chunk of content) {
      this.#signal?.throwIfAborted();
      bytes += chunk.length;
      if (bytes > this.#limits.fileBytes)
        throw new UsageError(`${shown(path)}: more than ${inMib(this.#limits.fileBytes)} in a file`);
      yield chunk;
    }
  }

  #claim(name: string, kind: Entry["kind"]): string | undefined {
    const parsed = entryPathOf(name);
    if ("mistake" in parsed) {
      this.refuse(name, parsed.mistake);
      return undefined;
    }
    const { path } = parsed;
    if (path === "") return undefined;
    const parts = path.split("/");
    for (let depth = 1; depth < parts.length; depth++) {
      if (!this.#register({ path: parts.slice(0, depth).join("/"), kind: "folder" }, name)) return undefined;
    }
    return this.#register({ path, kind }, name) ? path : undefined;
  }

  #register(entry: Entry, name: string): boolean {
    const key = entry.path.normalize("NFC").toLowerCase();
    const other = this.#entries.get(key);
    if (!other) {
      this.#entries.set(key, entry);
      if (this.#entries.size > this.#limits.entries)
        throw new UsageError(`more than ${this.#limits.entries} files and folders: no problem package has as many`);
      return true;
    }
    if (other.path !== entry.path) this.refuse(name, `differs from ${shown(other.path)} only in case or form`);
    else if (other.kind !== entry.kind)
      this.refuse(name, `${shown(other.path)} is a ${other.kind} and a ${entry.kind}`);
    else if (entry.kind !== "folder") this.refuse(name, "is in the archive twice");
    else return true;
    return false;
  }

  /** Follows links from one to the next as far as a file; there are no links to folders to be led astray by. */
  #targetOf(path: string, target: string): string | undefined {
    let from = path;
    let next = target;
    for (let steps = 0; steps < this.#links.length; steps++) {
      if (next === "" || next.startsWith("/") || next.includes("\\") || next.includes("\0")) break;
      const reached = normalize(join(dirname(from), next));
      const entry = this.#entries.get(reached.normalize("NFC").toLowerCase());
      if (entry?.path !== reached) break;
      if (entry.kind === "file") return reached;
      const link = this.#links.find((candidate) => candidate.path === reached);
      if (!link) {
        this.refuse(path, `a link to the folder ${shown(target)}; link to files`);
        return undefined;
      }
      from = link.path;
      next = link.target;
    }
    this.refuse(path, `a link that leads nowhere or out of the archive (${shown(target)})`);
    return undefined;
  }
}
