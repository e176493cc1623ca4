import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";

export const TOKENS = { prompt: 100, completion: 50 };

/** A local server that speaks OpenAI's chat completions: answer n for seed `firstSeed` + n, and it counts what is paid for. */
export class ModelServer implements AsyncDisposable {
  /** Requests that came, and answers that went out whole to a client that was still there. */
  asked = 0;
  answered = 0;
  delayMs = 0;
  /** While true, every request fails at once with status 500. */
  isFailing = false;
  readonly #answers: readonly string[];
  readonly #firstSeed: number;
  readonly #server: Server;

  private constructor(answers: readonly string[], firstSeed: number) {
    this.#answers = answers;
    this.#firstSeed = firstSeed;
    this.#server = createServer((request, response) => void this.#serve(request, response));
  }

  static async start(answers: readonly string[], firstSeed = 1): Promise<ModelServer> {
    const server = new ModelServer(answers, firstSeed);
    await new Promise<void>((resolve) => server.#server.listen(0, "127.0.0.1", resolve));
    return server;
  }

  get env(): { OPENAI_BASE_URL: string } {
    const address = this.#server.address();
    if (address === null || typeof address === "string") throw new Error("the server does not listen");
    return { OPENAI_BASE_URL: `http://127.0.0.1:${address.port}/v1` };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url === "/v1/models") return send(response, 200, { object: "list", data: [{ id: "tiny" }] });
    const { seed, model } = JSON.parse(await text(request));
    this.asked++;
    if (this.isFailing) return send(response, 500, { error: { message: "out of order" } });
    await new Promise((resolve) => setTimeout(resolve, this.delayMs));
    if (response.destroyed) return;
    this.answered++;
    const content = this.#answers[(seed - this.#firstSeed) % this.#answers.length];
    const { prompt, completion } = TOKENS;
    send(response, 200, {
      ...{ id: "1", object: "chat.completion", created: 0, model },
      choices: [{ index: 0, message: { role: "assistant", content }, finish_reason: "stop" }],
      usage: { prompt_tokens: prompt, completion_tokens: completion, total_tokens: prompt + completion },
    });
  }
}

function send(response: ServerResponse, status: number, body: unknown): void {
  // The client waits as it is told between tries: not at all.
  response.writeHead(status, { "content-type": "application/json", "retry-after-ms": "1" });
  response.end(JSON.stringify(body));
}
