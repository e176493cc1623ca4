import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { ModelBatches } from "./model-batches.ts";
import { type Api, answerDocument, answerStream, type Said } from "./model-documents.ts";

export const TOKENS = { prompt: 100, completion: 50 };

/** What a request is answered with instead of a proper answer. */
export type Misbehaviour =
  | {
      readonly kind: "error";
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly code?: string;
    }
  | { readonly kind: "raw"; readonly body: string; readonly contentType: string }
  /** Promises more bytes than it sends, then cuts the connection. */
  | { readonly kind: "cut body"; readonly body: string }
  | { readonly kind: "cut" }
  | { readonly kind: "hang" }
  /** Sends its headers and the first byte, then nothing. */
  | { readonly kind: "hang in body" }
  /** Events of the stream that are sent before the connection is cut, is ended in order, or goes silent. */
  | { readonly kind: "broken stream"; readonly events: number; readonly ending: "cut" | "end" | "hang" }
  /** An answer of these words instead of its own. */
  | { readonly kind: "says"; readonly said: Said }
  /** A document as it is. */
  | { readonly kind: "document"; readonly document: unknown };

export interface ModelRequest {
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly authorization: string | undefined;
  readonly atMs: number;
}

/** What is said to the nth answer that is asked for with this seed. */
export type Speaker = (seed: number, nth: number) => Said;

/**
 * A server on this machine that speaks OpenAI's API, as well or as badly as it is told to. It counts the answers that
 * it has given whole to a client that was still there: these are what is paid for.
 */
export class ModelServer implements AsyncDisposable {
  asked = 0;
  answered = 0;
  delayMs = 0;
  /** Between the events of a stream. */
  dripMs = 0;
  /** While true, every request fails at once with status 500. */
  isFailing = false;
  canStream = true;
  /** The request of this number, and those after it, are left without an answer. */
  holdFrom = Number.POSITIVE_INFINITY;
  /** Choices in one answer at most. */
  mostChoices = Number.POSITIVE_INFINITY;
  readonly requests: ModelRequest[] = [];
  readonly batches: ModelBatches;
  /** For the requests to come, one each; after them the server behaves. */
  readonly misbehaviours: Misbehaviour[] = [];
  readonly #open = new Set<ServerResponse>();
  readonly #speak: Speaker;
  readonly #server: Server;

  private constructor(speak: Speaker) {
    this.#speak = speak;
    this.batches = new ModelBatches((api, body) => this.#answer(api, body));
    this.#server = createServer((request, response) => void this.#serve(request, response));
  }

  /** Answer n for seed `firstSeed` + n (as a run with the seed 1 begins), or as a function says. */
  static async start(answers: readonly string[] | Speaker, firstSeed = 100_801): Promise<ModelServer> {
    const inOrder: Speaker = (seed) => {
      if (typeof answers === "function") throw new Error("a speaker speaks for itself");
      return { text: answers[(seed - firstSeed) % answers.length] ?? "" };
    };
    const server = new ModelServer(typeof answers === "function" ? answers : inOrder);
    await new Promise<void>((resolve) => server.#server.listen(0, "127.0.0.1", resolve));
    return server;
  }

  get baseUrl(): string {
    const address = this.#server.address();
    if (address === null || typeof address === "string") throw new Error("the server does not listen");
    return `http://127.0.0.1:${address.port}/v1`;
  }

  get env(): { OPENAI_BASE_URL: string } {
    return { OPENAI_BASE_URL: this.baseUrl };
  }

  /** Requests that have not ended on either side. */
  openRequests(): number {
    return this.#open.size;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { url = "", method } = request;
    this.#open.add(response);
    response.once("close", () => this.#open.delete(response));
    if (url === "/v1/models") return sendJson(response, 200, { object: "list", data: [{ id: "tiny" }] });
    if (this.batches.takes(url)) {
      const misbehaviour = this.misbehaviours.shift();
      if (misbehaviour) return void this.#misbehave(misbehaviour, "chat", {}, response);
      const before = this.batches.answered;
      await this.batches.serve(request, response);
      this.answered += this.batches.answered - before;
      return;
    }
    const api = method === "POST" ? ENDPOINTS.get(url) : undefined;
    if (!api) return sendJson(response, 404, { error: { message: `no ${method} ${url} here` } });
    const body: Record<string, unknown> = JSON.parse(await text(request));
    this.asked++;
    this.requests.push({ path: url, body, authorization: request.headers.authorization, atMs: performance.now() });
    if (this.isFailing) return this.#misbehave({ kind: "error", status: 500 }, api, body, response);
    if (this.asked >= this.holdFrom) return;
    await sleep(this.delayMs);
    if (response.destroyed) return;
    const misbehaviour = this.misbehaviours.shift();
    if (misbehaviour) return await this.#misbehave(misbehaviour, api, body, response);
    await this.#give(this.#answer(api, body), api, body, response);
  }

  #answer(api: Api, body: Readonly<Record<string, unknown>>): readonly Said[] {
    const { n = 1, seed = 0 } = body;
    const count = api === "chat" ? Math.min(Number(n), this.mostChoices) : 1;
    return Array.from({ length: count }, (_, index) => this.#speak(Number(seed) + index, index));
  }

  async #give(
    said: readonly Said[],
    api: Api,
    body: Readonly<Record<string, unknown>>,
    response: ServerResponse,
  ): Promise<void> {
    response.once("finish", () => {
      this.answered += said.length;
    });
    if (body["stream"] !== true || !this.canStream) return sendJson(response, 200, answerDocument(api, said, body));
    await this.#stream(answerStream(api, said, body), response);
    response.end();
  }

  async #stream(events: readonly unknown[], response: ServerResponse): Promise<void> {
    response.writeHead(200, { "content-type": "text/event-stream" });
    for (const event of events) {
      response.write(`data: ${typeof event === "string" ? event : JSON.stringify(event)}\n\n`);
      if (this.dripMs > 0) await sleep(this.dripMs);
    }
  }

  async #misbehave(
    misbehaviour: Misbehaviour,
    api: Api,
    body: Readonly<Record<string, unknown>>,
    response: ServerResponse,
  ): Promise<void> {
    switch (misbehaviour.kind) {
      case "error": {
        const { status, headers = SOON, code = null } = misbehaviour;
        response.writeHead(status, { "content-type": "application/json", ...headers });
        response.end(JSON.stringify({ error: { message: `told to fail with ${status}`, code } }));
        return;
      }
      case "raw":
        response.writeHead(200, { "content-type": misbehaviour.contentType }).end(misbehaviour.body);
        return;
      case "cut body":
        response.writeHead(200, {
          "content-type": "application/json",
          "content-length": misbehaviour.body.length + 100,
        });
        response.write(misbehaviour.body, () => response.destroy());
        return;
      case "cut":
        response.destroy();
        return;
      case "hang":
        return;
      case "hang in body":
        response.writeHead(200, { "content-type": "application/json" }).write("{");
        return;
      case "broken stream": {
        const events = answerStream(api, this.#answer(api, body), body).slice(0, misbehaviour.events);
        await this.#stream(events, response);
        if (misbehaviour.ending === "end") response.end();
        // What was written is sent before the connection is cut.
        if (misbehaviour.ending === "cut") setTimeout(() => response.destroy(), 20);
        return;
      }
      case "says":
        return await this.#give([misbehaviour.said], api, body, response);
      case "document":
        return sendJson(response, 200, misbehaviour.document);
    }
  }
}

const ENDPOINTS = new Map<string, Api>([
  ["/v1/chat/completions", "chat"],
  ["/v1/responses", "responses"],
]);

/** The client understands this header beside Retry-After: it keeps tests short. */
const SOON = { "retry-after-ms": "1" };

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
