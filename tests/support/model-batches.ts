import type { IncomingMessage, ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { type Api, answerDocument, type Said } from "./model-documents.ts";

interface Batch {
  readonly id: string;
  readonly input: string;
  readonly endpoint: string;
  looks: number;
  output: string | undefined;
  errors: string | undefined;
  status: string;
}

interface Line {
  readonly custom_id: string;
  readonly url: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The part of the server that takes batches: files, what is under way, and what came of it. */
export class ModelBatches {
  answered = 0;
  /** How often a batch is looked at before it is done. */
  looksUntilDone = 1;
  /** What becomes of a batch in the end, and which of its lines (from 0) are answered by a failure. */
  endsAs: "completed" | "expired" | "failed" | "cancelled" = "completed";
  /** So many replies to "make a batch" are cut, when it is made. */
  cutsAfterCreating = 0;
  readonly failingLines = new Set<number>();
  readonly created: Batch[] = [];
  readonly #files = new Map<string, string>();
  readonly #answer: (api: Api, body: Line["body"]) => readonly Said[];

  constructor(answer: (api: Api, body: Line["body"]) => readonly Said[]) {
    this.#answer = answer;
  }

  takes(url: string): boolean {
    return /^\/v1\/(files|batches)/.test(url);
  }

  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method, url = "" } = request;
    const [, , kind, id, part] = url.replace(/\?.*/, "").split("/");
    if (method === "POST" && kind === "files") return sendJson(response, this.#keep(await text(request)));
    if (method === "POST" && id === undefined) {
      const created = this.#create(JSON.parse(await text(request)));
      if (this.cutsAfterCreating-- > 0) return void response.destroy();
      return sendJson(response, created);
    }
    if (kind === "files" && part === "content") {
      response.writeHead(200, { "content-type": "application/octet-stream" }).end(this.#files.get(id ?? ""));
      return;
    }
    if (kind === "batches" && id === undefined)
      return sendJson(response, { object: "list", has_more: false, data: this.created.map(viewOf) });
    const batch = this.created.find((created) => created.id === id);
    if (!batch) {
      response.writeHead(404, { "content-type": "application/json" }).end('{"error":{"message":"no such batch"}}');
      return;
    }
    if (++batch.looks >= this.looksUntilDone && batch.status === "in_progress") this.#finish(batch);
    sendJson(response, viewOf(batch));
  }

  /** The file's content out of the form that it comes in. */
  #keep(form: string): unknown {
    const boundary = form.slice(0, form.indexOf("\r\n"));
    const part = form.split(boundary).find((field) => /name="file"/.test(field)) ?? "";
    const content = part.slice(part.indexOf("\r\n\r\n") + 4, part.lastIndexOf("\r\n"));
    const id = `file-${this.#files.size + 1}`;
    this.#files.set(id, content);
    return { id, object: "file", bytes: content.length, purpose: "batch" };
  }

  #create({ input_file_id, endpoint }: { input_file_id: string; endpoint: string }): unknown {
    const batch: Batch = {
      ...{ id: `batch-${this.created.length + 1}`, input: input_file_id, endpoint },
      ...{ looks: 0, output: undefined, errors: undefined, status: "in_progress" },
    };
    this.created.push(batch);
    return viewOf(batch);
  }

  #finish(batch: Batch): void {
    batch.status = this.endsAs;
    if (this.endsAs === "failed") return;
    const lines: Line[] = (this.#files.get(batch.input) ?? "")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line));
    const [answered, failed] = [
      lines.filter((_, n) => !this.failingLines.has(n)),
      lines.filter((_, n) => this.failingLines.has(n)),
    ];
    // Lines come in any order.
    batch.output = this.#write(answered.reverse().map((line) => this.#outputOf(line)));
    batch.errors = this.#write(
      failed.map(({ custom_id }) => ({
        custom_id,
        response: null,
        error: { code: "batch_expired", message: "not done in time" },
      })),
    );
  }

  #outputOf({ custom_id, url, body }: Line): unknown {
    this.answered++;
    const api = url.endsWith("/responses") ? "responses" : "chat";
    return {
      custom_id,
      response: { status_code: 200, body: answerDocument(api, this.#answer(api, body), body) },
      error: null,
    };
  }

  #write(lines: readonly unknown[]): string | undefined {
    if (lines.length === 0) return undefined;
    const id = `file-${this.#files.size + 1}`;
    this.#files.set(id, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
    return id;
  }
}

function viewOf({ id, input, endpoint, output, errors, status }: Batch): unknown {
  return {
    ...{ id, object: "batch", endpoint, input_file_id: input, completion_window: "24h", status },
    ...{ output_file_id: output ?? null, error_file_id: errors ?? null, created_at: 1_725_192_000 },
    errors: status === "failed" ? { object: "list", data: [{ message: "the file is not understood", line: 1 }] } : null,
  };
}

function sendJson(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
}
