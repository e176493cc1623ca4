import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type OpenAI from "openai";
import { ModelError, messageOf } from "../../domain/errors.ts";
import { pause } from "../../domain/pause.ts";
import { openClient } from "./connection.ts";
import { PROTOCOLS } from "./protocols.ts";
import { RequestLimiter } from "./request-limiter.ts";
import { withRetries } from "./retry.ts";
import type { OpenAiSettings } from "./settings.ts";
import { watched } from "./watched.ts";

export type Batch = Awaited<ReturnType<OpenAI["batches"]["retrieve"]>>;

/** The calls that a batch needs, each tried again as any other request. */
export class BatchClient {
  readonly where: string;
  readonly baseUrl: string;
  readonly #settings: OpenAiSettings;
  readonly #client: OpenAI;
  readonly #limiter: RequestLimiter;
  readonly #signal: AbortSignal | undefined;

  constructor(settings: OpenAiSettings, signal?: AbortSignal) {
    this.#settings = settings;
    this.#client = openClient(settings);
    this.#limiter = new RequestLimiter(settings);
    this.#signal = signal;
    this.baseUrl = this.#client.baseURL;
    this.where = `openai:${settings.name} at ${this.baseUrl}`;
  }

  /** A file of questions: its id. */
  async upload(lines: readonly string[]): Promise<string> {
    const file = new File([...lines], "questions.jsonl", { type: "application/jsonl" });
    const { id } = await this.#call((signal) => this.#client.files.create({ file, purpose: "batch" }, { signal }));
    return id;
  }

  /** The batch made of a file. A request that failed may have made it all the same: it is looked for before the next. */
  async create(file: string): Promise<string> {
    const endpoint = `/v1${PROTOCOLS[this.#settings.api].path}` as const;
    let isFirst = true;
    return await this.#call(async (signal) => {
      const found = isFirst ? undefined : await this.#find(file, signal);
      isFirst = false;
      if (found) return found;
      const body = { input_file_id: file, endpoint, completion_window: "24h" } as const;
      return (await this.#client.batches.create(body, { signal })).id;
    });
  }

  find(file: string): Promise<string | undefined> {
    return this.#call((signal) => this.#find(file, signal));
  }

  /** The batch, when it has come to its end. */
  async ended(id: string): Promise<Batch> {
    for (;;) {
      const batch = await this.#call((signal) => this.#client.batches.retrieve(id, { signal }));
      switch (batch.status) {
        case "completed":
        case "expired":
        case "cancelled":
        case "failed":
          return batch;
        case "validating":
        case "in_progress":
        case "finalizing":
        case "cancelling":
          await pause(this.#settings.pollMs, this.#signal);
          break;
        default:
          batch.status satisfies never;
          throw new ModelError(
            `${this.where} says of batch ${id} that it is ${String(batch.status)}: this is not known`,
          );
      }
    }
  }

  /** A file's lines: it is fetched as a whole first, which may take several tries, but never into memory. */
  async *lines(file: string): AsyncGenerator<string> {
    const folder = await mkdtemp(join(tmpdir(), "medalist-batch-"));
    try {
      const path = join(folder, "lines.jsonl");
      await this.#call(async (signal, alive) => {
        const { body } = await this.#client.files.content(file, { signal });
        if (!body) throw new ModelError(`${this.where} gives no content of ${file}`);
        await pipeline(Readable.fromWeb(body).on("data", alive), createWriteStream(path), { signal });
      });
      for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY }))
        if (line.trim() !== "") yield line;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  async #find(file: string, signal: AbortSignal): Promise<string | undefined> {
    for await (const batch of this.#client.batches.list({}, { signal }))
      if (batch.input_file_id === file) return batch.id;
    return undefined;
  }

  async #call<T>(work: (signal: AbortSignal, alive: () => void) => Promise<T>): Promise<T> {
    const attempt = () => watched(this.#settings, this.#signal, ({ signal, alive }) => work(signal, alive));
    try {
      return await withRetries(attempt, this.#settings, this.#limiter, this.#signal);
    } catch (error) {
      this.#signal?.throwIfAborted();
      throw new ModelError(`${this.where} did not do its part for a batch: ${messageOf(error)}`, { cause: error });
    }
  }
}
