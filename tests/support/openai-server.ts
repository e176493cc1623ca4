import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** What a server makes of one request for an answer. */
export type Reply =
  | { readonly kind: "answer"; readonly completion: unknown }
  | { readonly kind: "error"; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  | { readonly kind: "raw"; readonly body: string; readonly contentType: string }
  /** Promises more bytes than it sends, then cuts the connection. */
  | { readonly kind: "cut body"; readonly body: string }
  | { readonly kind: "cut" }
  | { readonly kind: "hang" }
  /** Sends its headers and the first byte, then nothing. */
  | { readonly kind: "hang in body" };

export interface OpenAiServer {
  readonly baseUrl: string;
  /** Bodies of the requests for an answer, in their order. */
  readonly requests: readonly Record<string, unknown>[];
  readonly authorizations: readonly (string | undefined)[];
}

/** A server on this machine that speaks OpenAI's API as it is told to: one reply after another, the last one for ever. */
export async function openAiServer(...replies: readonly Reply[]): Promise<OpenAiServer> {
  const requests: Record<string, unknown>[] = [];
  const authorizations: (string | undefined)[] = [];
  const server = createServer(async (request, response) => {
    if (request.method === "GET" && request.url === "/v1/models") {
      return sendJson(response, 200, { object: "list", data: [{ id: "test-model", object: "model" }] });
    }
    if (request.method !== "POST" || request.url !== "/v1/chat/completions") return sendJson(response, 404, {});
    const reply = replies[Math.min(requests.length, replies.length - 1)];
    requests.push(JSON.parse(await bodyOf(request)));
    authorizations.push(request.headers.authorization);
    if (reply) send(response, reply);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  return { baseUrl: `http://127.0.0.1:${port}/v1`, requests, authorizations };
}

/** A completion as OpenAI's server gives it; parts of the message, the choice and the whole can be given. */
export function aCompletion(
  message: Readonly<Record<string, unknown>> = {},
  choice: Readonly<Record<string, unknown>> = {},
  whole: Readonly<Record<string, unknown>> = {},
): unknown {
  return {
    id: "chatcmpl-1",
    object: "chat.completion",
    created: 1_725_192_000,
    model: "test-model",
    choices: [
      {
        index: 0,
        message: { role: "assistant", content: "an answer", refusal: null, ...message },
        finish_reason: "stop",
        ...choice,
      },
    ],
    usage: { prompt_tokens: 11, completion_tokens: 22, total_tokens: 33 },
    ...whole,
  };
}

function send(response: ServerResponse, reply: Reply): void {
  switch (reply.kind) {
    case "answer":
      sendJson(response, 200, reply.completion);
      return;
    case "error":
      // The client understands this header beside Retry-After: it keeps tests short.
      response.writeHead(reply.status, {
        "content-type": "application/json",
        ...(reply.headers ?? { "retry-after-ms": "1" }),
      });
      response.end(JSON.stringify({ error: { message: `told to fail with ${reply.status}` } }));
      return;
    case "raw":
      response.writeHead(200, { "content-type": reply.contentType }).end(reply.body);
      return;
    case "cut body":
      response.writeHead(200, { "content-type": "application/json", "content-length": reply.body.length + 100 });
      response.write(reply.body, () => response.destroy());
      return;
    case "cut":
      response.destroy();
      return;
    case "hang":
      return;
    case "hang in body":
      response.writeHead(200, { "content-type": "application/json" }).write("{");
      return;
  }
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text;
}
