import Database from "better-sqlite3";
import { z } from "zod";
import { messageOf, UsageError } from "../domain/errors.ts";
import { sha256Of } from "../domain/sha256.ts";
import { type Answer, purposeOf, type Question } from "./language-model.ts";

/** SQLite's `application_id` of a cache: "mdlc". */
const APPLICATION_ID = 0x6d646c63;
const CACHE_FORMAT_VERSION = 1;
const BUSY_TIMEOUT_MS = 30_000;

const count = z.number().int().nonnegative().optional();
const answerSchema = z.strictObject({
  text: z.string(),
  reasoning: z.string().optional(),
  finishReason: z.enum(["stop", "length", "refused", "unknown"]),
  usage: z
    .strictObject({ inputTokens: count, cachedInputTokens: count, outputTokens: count, reasoningTokens: count })
    .transform(({ inputTokens, cachedInputTokens, outputTokens, reasoningTokens }) => ({
      ...{ inputTokens, cachedInputTokens, outputTokens, reasoningTokens },
    })),
  wallMs: z.number(),
});

/** Answers by what was asked, in one SQLite file that several runs may use at the same time. */
export class AnswerCache implements Disposable {
  readonly #path: string;
  readonly #database: Database.Database;

  constructor(path: string) {
    this.#path = path;
    try {
      this.#database = new Database(path, { timeout: BUSY_TIMEOUT_MS });
      this.#prepare();
    } catch (error) {
      if (error instanceof UsageError) throw error;
      throw new UsageError(`${path} cannot be used as a cache of answers: ${messageOf(error)}`, { cause: error });
    }
  }

  [Symbol.dispose](): void {
    this.#database.close();
  }

  get(key: string): Answer | undefined {
    const row = this.#database.prepare<[string], { body: string }>("SELECT body FROM answer WHERE key = ?").get(key);
    if (!row) return undefined;
    const { reasoning, ...answer } = answerSchema.parse(JSON.parse(row.body));
    return { ...answer, reasoning };
  }

  has(key: string): boolean {
    return this.#database.prepare("SELECT 1 FROM answer WHERE key = ?").get(key) !== undefined;
  }

  /** Of two that were given to the same question the first one stays. */
  keep(key: string, { text, reasoning, finishReason, usage, wallMs }: Answer): void {
    const body = JSON.stringify({ text, reasoning, finishReason, usage, wallMs });
    this.#database.prepare("INSERT OR IGNORE INTO answer (key, body) VALUES (?, ?)").run(key, body);
  }

  #prepare(): void {
    const id = this.#database.pragma("application_id", { simple: true });
    const isNew = this.#database.prepare("SELECT 1 FROM sqlite_schema").get() === undefined;
    const version = this.#database.pragma("user_version", { simple: true });
    if (!isNew && (id !== APPLICATION_ID || version !== CACHE_FORMAT_VERSION))
      throw new UsageError(`${this.#path} is no cache of answers of this version: name another file with --cache`);
    this.#database.pragma("journal_mode = WAL");
    this.#database.pragma(`application_id = ${APPLICATION_ID}`);
    this.#database.pragma(`user_version = ${CACHE_FORMAT_VERSION}`);
    this.#database.exec("CREATE TABLE IF NOT EXISTS answer (key TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID");
  }
}

/** The same model, settings and question have the same key. */
export function answerKey(identity: string, question: Question): string {
  const { prompt, system, sample, seed } = question;
  return sha256Of(identity, prompt, JSON.stringify([system ?? null, purposeOf(question), sample, seed]));
}
