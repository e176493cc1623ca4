import { existsSync, statSync } from "node:fs";
import { hostname } from "node:os";
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import Database from "better-sqlite3";
import { type Clock, systemClock } from "../domain/clock.ts";
import { JudgeError, messageOf, UsageError } from "../domain/errors.ts";
import { isAlive } from "../domain/is-alive.ts";
import { sha256Of } from "../domain/sha256.ts";
import {
  EVENT_PARTS,
  type EventPart,
  eventSchema,
  type LoggedEvent,
  partOf,
  RUN_FORMAT_VERSION,
  type RunEvent,
} from "./event.ts";
import { type ChainBreak, ChainReader, chainHash, type EventRow } from "./event-chain.ts";
import { readEvent } from "./read-event.ts";

/** SQLite's `application_id` of a run file: "mdls". */
const APPLICATION_ID = 0x6d646c73;

/** Rows read at a time: some are a hundred kilobytes, and what is held for long has to be moved about. */
const PAGE = 32;
/** Of the file: a judgement fills some of them, and is read in as many steps. */
const PAGE_BYTES = 16 * 1024;
const QUICK_CHECK_BYTES = 64 * 1024 * 1024;

const SCHEMA = `
  CREATE TABLE event (
    part TEXT NOT NULL, sequence INTEGER NOT NULL, at_ms REAL NOT NULL,
    body TEXT NOT NULL, hash TEXT NOT NULL, PRIMARY KEY (part, sequence)
  ) WITHOUT ROWID;
  CREATE TABLE blob (sha256 TEXT PRIMARY KEY, bytes BLOB NOT NULL) WITHOUT ROWID;
  CREATE TABLE writer (pid INTEGER NOT NULL, host TEXT NOT NULL);
`;

/**
 * One run in one SQLite file: append-only events, each part a chain of hashes of its own, and the sources and
 * answers that they name by content. What `append` has returned from survives the process being killed.
 */
export class RunFile implements Disposable {
  readonly path: string;
  #database: Database.Database;
  readonly #clock: Clock;
  readonly #listeners: ((logged: LoggedEvent) => void)[] = [];
  readonly #chains = new Map<EventPart, ChainReader>();
  readonly #heads = new Map<EventPart, { sequence: number; hash: string }>();

  private constructor(path: string, database: Database.Database, clock: Clock) {
    this.path = path;
    this.#database = database;
    this.#clock = clock;
  }

  static create(path: string, clock: Clock = systemClock): RunFile {
    if (existsSync(path))
      throw new UsageError(`${path} exists already: add --resume to go on with it, or name another file with --run`);
    const database = openDatabase(path, { readonly: false, mustExist: false });
    database.pragma(`page_size = ${PAGE_BYTES}`);
    database.pragma(`application_id = ${APPLICATION_ID}`);
    database.pragma(`user_version = ${RUN_FORMAT_VERSION}`);
    database.exec(SCHEMA);
    return new RunFile(path, database, clock).#claim();
  }

  /** To go on writing: refused while another living process writes it. */
  static openToResume(path: string, clock: Clock = systemClock): RunFile {
    const file = new RunFile(path, openExisting(path, false), clock);
    file.#claim();
    for (const part of EVENT_PARTS) {
      const head = file.#database
        .prepare<[string], EventRow>("SELECT * FROM event WHERE part = ? ORDER BY sequence DESC LIMIT 1")
        .get(part);
      if (head) file.#heads.set(part, { sequence: head.sequence, hash: head.hash });
    }
    return file;
  }

  static openToRead(path: string): RunFile {
    return new RunFile(path, openExisting(path, true), systemClock);
  }

  /** Once closed: events that were read before are read on, where what is in them is read when it is looked at. */
  reopenToRead(): void {
    if (!this.#database.open) this.#database = openExisting(this.path, true);
  }

  append(event: RunEvent): void {
    eventSchema.parse(event); // what could not be read back must not be written
    const part = partOf(event);
    const before = this.#heads.get(part);
    const row = {
      part,
      sequence: (before?.sequence ?? 0) + 1,
      at_ms: this.#clock.nowMs(),
      body: JSON.stringify(event),
    };
    const hash = chainHash(before?.hash ?? "", row);
    this.#write("INSERT INTO event VALUES (?, ?, ?, ?, ?)", [row.part, row.sequence, row.at_ms, row.body, hash]);
    this.#heads.set(part, { sequence: row.sequence, hash });
    for (const listener of this.#listeners) listener({ part, sequence: row.sequence, atMs: row.at_ms, event });
  }

  /** An event that another file holds, with its time and its hash; what it breaks where it is not the next one of its chain. */
  appendAgain(row: EventRow): ChainBreak | undefined {
    const { part, sequence, at_ms, body, hash } = row;
    const chain = this.#chains.get(part) ?? new ChainReader(part);
    this.#chains.set(part, chain);
    const broken = chain.next(row);
    if (broken) return broken;
    const event = readEvent(body, () => body);
    if (!event) return { part, sequence, what: "is not one that this version reads" };
    if (partOf(event) !== part) return { part, sequence, what: `belongs to the part "${partOf(event)}"` };
    this.#write("INSERT INTO event VALUES (?, ?, ?, ?, ?)", [part, sequence, at_ms, body, hash]);
    this.#heads.set(part, { sequence, hash });
    return undefined;
  }

  /** Calls back for every event appended from now on. */
  onAppend(listener: (logged: LoggedEvent) => void): void {
    this.#listeners.push(listener);
  }

  /** All events of the run, then those of the truth, each checked against its hash chain. */
  *events(): Generator<LoggedEvent> {
    for (const part of EVENT_PARTS) {
      const chain = new ChainReader(part);
      for (const row of this.rows(part)) {
        const broken = chain.next(row);
        if (broken) throw new UsageError(`${this.path}: event ${broken.sequence} of part "${part}" ${broken.what}`);
        yield { part, sequence: row.sequence, atMs: row.at_ms, event: this.#read(row) };
      }
    }
  }

  /** As they are, unchecked; few at a time, for a run may be larger than what memory there is. */
  *rows(part: EventPart): Generator<EventRow> {
    const page = this.#database.prepare<[string, number], EventRow>(
      `SELECT * FROM event WHERE part = ? AND sequence > ? ORDER BY sequence LIMIT ${PAGE}`,
    );
    for (let last = Number.NEGATIVE_INFINITY; ; ) {
      const rows = this.#reading(() => page.all(part, last));
      yield* rows;
      const end = rows.at(-1);
      if (!end) return;
      last = end.sequence;
    }
  }

  /** All texts, in the order of their hashes; undefined where one is not what was kept under its hash. */
  *texts(): Generator<{ readonly sha256: string; readonly text: string | undefined }> {
    const hashes = this.#database.prepare<[], { sha256: string }>("SELECT sha256 FROM blob ORDER BY sha256").all();
    for (const { sha256 } of hashes) yield { sha256, text: this.#textOf(sha256) };
  }

  /** Keeps a text under the hash of its content and returns the hash. */
  keep(text: string): string {
    const sha256 = sha256Of(text);
    const bytes = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
    this.#write("INSERT OR IGNORE INTO blob VALUES (?, ?)", [sha256, bytes]);
    return sha256;
  }

  text(sha256: string): string {
    const text = this.#textOf(sha256);
    if (text === undefined) throw new UsageError(`${this.path}: the text ${sha256} is missing or was changed`);
    return text;
  }

  #textOf(sha256: string): string | undefined {
    const row = this.#database
      .prepare<[string], { bytes: Buffer }>("SELECT bytes FROM blob WHERE sha256 = ?")
      .get(sha256);
    const text = row && decompress(row.bytes);
    return text !== undefined && sha256Of(text) === sha256 ? text : undefined;
  }

  /** Leaves one file, with nothing beside it; in a form that can be read where nothing may be written. */
  [Symbol.dispose](): void {
    if (!this.#database.readonly) {
      this.#database.exec("DELETE FROM writer");
      this.#leaveWal();
    }
    this.#database.close();
  }

  #leaveWal(): void {
    try {
      this.#database.pragma("busy_timeout = 0");
      this.#database.pragma("journal_mode = DELETE");
    } catch (error) {
      // Somebody is reading the file: it stays as it is, which loses nothing.
      if (!(error instanceof Database.SqliteError)) throw error;
    }
  }

  #write(sql: string, values: readonly (string | number | Buffer)[]): void {
    try {
      this.#database.prepare(sql).run(...values);
    } catch (error) {
      throw new JudgeError(`${this.path} cannot be written: ${messageOf(error)}`, { cause: error });
    }
  }

  #read({ part, sequence, body }: EventRow): RunEvent {
    const event = readEvent(body, () => this.#row(part, sequence).body);
    if (event) return event;
    throw new UsageError(`${this.path}: event ${sequence} is not one that this version reads`);
  }

  #row(part: EventPart, sequence: number): EventRow {
    const row = this.#database
      .prepare<[string, number], EventRow>("SELECT * FROM event WHERE part = ? AND sequence = ?")
      .get(part, sequence);
    if (!row) throw new UsageError(`${this.path}: event ${sequence} of part "${part}" is gone since it was read`);
    return row;
  }

  #reading<T>(read: () => T): T {
    try {
      return read();
    } catch (error) {
      throw new UsageError(`${this.path} cannot be read: ${messageOf(error)}`, { cause: error });
    }
  }

  #claim(): this {
    const claim = this.#database.transaction(() => {
      const writer = this.#database.prepare<[], { pid: number; host: string }>("SELECT pid, host FROM writer").get();
      if (writer && writer.host === hostname() && writer.pid !== process.pid && isAlive(writer.pid)) {
        throw new UsageError(
          `${this.path} is being written by process ${writer.pid}: wait for it to end, or stop it first`,
        );
      }
      this.#database.exec("DELETE FROM writer");
      this.#database.prepare("INSERT INTO writer VALUES (?, ?)").run(process.pid, hostname());
    });
    try {
      claim.immediate();
    } catch (error) {
      this.#database.close();
      throw error;
    }
    return this;
  }
}

/** Undefined where the bytes are not what `keep` wrote. */
function decompress(bytes: Buffer): string | undefined {
  try {
    return brotliDecompressSync(bytes).toString("utf8");
  } catch {
    return undefined;
  }
}

function openExisting(path: string, readonly: boolean): Database.Database {
  if (!existsSync(path)) throw new UsageError(`there is no run file ${path}`);
  const database = openDatabase(path, { readonly, mustExist: true });
  const version = Number(database.pragma("user_version", { simple: true }));
  if (version !== RUN_FORMAT_VERSION) {
    database.close();
    throw new UsageError(
      `${path} has run format ${version}, this medalist reads format ${RUN_FORMAT_VERSION}: use the version that wrote it, or a newer one`,
    );
  }
  return database;
}

function openDatabase(
  path: string,
  { readonly, mustExist }: { readonly: boolean; mustExist: boolean },
): Database.Database {
  let database: Database.Database | undefined;
  try {
    database = new Database(path, { readonly, fileMustExist: mustExist });
    if (mustExist) {
      // A large file is checked as it is read: every event has its hash, and so has every text.
      const isLarge = statSync(path).size > QUICK_CHECK_BYTES;
      const damage = isLarge ? "ok" : database.pragma("quick_check(1)", { simple: true });
      if (damage !== "ok") throw new Error(String(damage));
      if (database.pragma("application_id", { simple: true }) !== APPLICATION_ID)
        throw new Error("it is another program's SQLite file");
    }
    if (!readonly) {
      database.pragma("journal_mode = WAL");
      database.pragma("synchronous = NORMAL");
      database.pragma("secure_delete = ON"); // who wrote a file is nobody's business once it is written
    }
    return database;
  } catch (error) {
    database?.close();
    throw new UsageError(`${path} cannot be opened as a run file: ${messageOf(error)}`, { cause: error });
  }
}
