import OpenAI, { type ClientOptions } from "openai";
import { Stream } from "openai/streaming";
import { Agent, fetch as patientFetch } from "undici";
import type { Question } from "../language-model.ts";
import { CutStream, Unreadable } from "./failures.ts";
import type { Protocol } from "./protocol.ts";
import { requestBody, streamed } from "./request-body.ts";
import type { OpenAiSettings } from "./settings.ts";
import { watched } from "./watched.ts";

type ClientSettings = Pick<OpenAiSettings, "apiKey" | "baseUrl">;

/** The client without retries and time limits of its own: both are ours, since an answer is more than its first byte. */
export function openClient({ apiKey, baseUrl }: ClientSettings, options: ClientOptions = {}): OpenAI {
  const ours = { maxRetries: 0, timeout: 24 * 60 * 60_000, logLevel: "off" } as const;
  return new OpenAI({ apiKey, ...(baseUrl ? { baseURL: baseUrl } : {}), ...ours, ...options });
}

/** One for questions: Node's own fetch gives up when nothing comes for five minutes, and some models think for longer. */
export function openPatientClient(settings: ClientSettings): OpenAI {
  const dispatcher = new Agent({ headersTimeout: 0, bodyTimeout: 0 });
  return openClient(settings, {
    fetch: (url, { method = "GET", headers, body, signal = null } = {}) => {
      if (typeof body !== "string") throw new Error("a question is a text");
      return patientFetch(String(url), { method, headers: [...new Headers(headers)], body, signal, dispatcher });
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
