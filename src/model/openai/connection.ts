import OpenAI from "openai";
import { Stream } from "openai/streaming";
import { Agent, fetch as fetchWithout } from "undici";
import type { Question } from "../language-model.ts";
import { CutStream, Unreadable } from "./failures.ts";
import type { Protocol } from "./protocol.ts";
import { requestBody, streamed } from "./request-body.ts";
import type { OpenAiSettings } from "./settings.ts";
import { watched } from "./watched.ts";

/** The client without retries and time limits of its own: both are ours, since an answer is more than its first byte. */
export function openClient({ apiKey, baseUrl }: Pick<OpenAiSettings, "apiKey" | "baseUrl">): OpenAI {
  // Node's own fetch gives up when nothing comes for five minutes: some models think for longer.
  const dispatcher = new Agent({ headersTimeout: 0, bodyTimeout: 0 });
  return new OpenAI({
    apiKey,
    ...(baseUrl ? { baseURL: baseUrl } : {}),
    maxRetries: 0,
    timeout: 24 * 60 * 60_000,
    logLevel: "off",
    fetch: (url, init = {}) => {
      const { method = "GET", headers, body, signal = null } = init;
      if (body !== undefined && typeof body !== "string") return fetch(url, init);
      const head = [...new Headers(headers)];
      return fetchWithout(String(url), { method, headers: head, body: body ?? null, signal, dispatcher });
    },
  });
}

/** One try at one request for so many answers: a document that the server means to be whole, or a failure. */
export async function tryOnce(
  client: OpenAI,
  protocol: Protocol,
  asked: { readonly question: Question; readonly samples: number },
  { settings, signal }: { readonly settings: OpenAiSettings; readonly signal: AbortSignal | undefined },
): Promise<unknown> {
  const { isStreamed, timeoutMs, silenceMs } = settings;
  const body = requestBody(asked.question, asked.samples, settings);
  const limits = { timeoutMs, silenceMs: isStreamed ? silenceMs : timeoutMs };
  return await watched(limits, signal, async ({ signal, alive }) => {
    const request = { body: isStreamed ? streamed(body, settings) : body, signal };
    const response = await client.post(protocol.path, request).asResponse();
    alive();
    if (!/event-stream/.test(response.headers.get("content-type") ?? ""))
      return parsed(await response.text(), response);
    const stream = Stream.fromSSEResponse<unknown>(response, new AbortController(), client);
    return await protocol.collect(eachAlive(stream, alive));
  });
}

async function* eachAlive(events: AsyncIterable<unknown>, alive: () => void): AsyncGenerator<unknown> {
  try {
    for await (const event of events) {
      alive();
      yield event;
    }
  } catch (error) {
    throw error instanceof SyntaxError ? new CutStream("half an event", { cause: error }) : error;
  }
}

/** A server that does not stream answers with one document, whatever it was asked for. */
function parsed(text: string, { headers }: Response): unknown {
  if (text.trim() !== "" && !text.trimStart().startsWith("{"))
    throw new Unreadable(
      `${headers.get("content-type") ?? "no content type"} instead of an answer: ${text.slice(0, 80)}`,
    );
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CutStream("half an answer", { cause: error });
  }
}
