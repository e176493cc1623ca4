import { describe, expect, test } from "vitest";
import { ModelError } from "../../../../src/domain/errors.ts";
import { OpenAiModel } from "../../../../src/model/openai/openai-model.ts";
import type { OpenAiSettings } from "../../../../src/model/openai/settings.ts";
import { aModelServer } from "../../../support/a-model-server.ts";
import type { Misbehaviour } from "../../../support/model-server.ts";
import { anOpenAi } from "../../../support/openai-settings.ts";

const QUESTION = { prompt: "Solve this.", sample: 0, seed: 0 };
const ANSWER = "an answer that is long enough to come in several parts";
const QUICK = { silenceMs: 150, timeoutMs: 1_000 };

const PASSING: readonly (readonly [string, Misbehaviour, Partial<OpenAiSettings>])[] = [
  ["429 with Retry-After in seconds", { kind: "error", status: 429, headers: { "retry-after": "0.05" } }, {}],
  [
    "429 with Retry-After as a date",
    { kind: "error", status: 429, headers: { "retry-after": new Date(0).toUTCString() } },
    {},
  ],
  ["429 without Retry-After", { kind: "error", status: 429, headers: {} }, {}],
  [
    "429 with a Retry-After that makes no sense",
    { kind: "error", status: 429, headers: { "retry-after": "soon" } },
    {},
  ],
  ["408", { kind: "error", status: 408 }, {}],
  ["500", { kind: "error", status: 500 }, {}],
  ["503 with Retry-After", { kind: "error", status: 503, headers: { "retry-after": "0.05" } }, {}],
  ["a cut connection", { kind: "cut" }, {}],
  ["a document that is cut off", { kind: "cut body", body: '{"choices":' }, {}],
  ["half a document", { kind: "raw", body: '{"choices": [{"mess', contentType: "application/json" }, {}],
  ["an empty document", { kind: "raw", body: "", contentType: "application/json" }, {}],
  ["no reply in time", { kind: "hang" }, QUICK],
  ["half a reply in time", { kind: "hang in body" }, { ...QUICK, isStreamed: false, timeoutMs: 150 }],
  ["a stream cut in its middle", { kind: "broken stream", events: 4, ending: "cut" }, {}],
  ["a stream that ends in its middle", { kind: "broken stream", events: 4, ending: "end" }, {}],
  ["a stream that ends before it begins", { kind: "broken stream", events: 0, ending: "end" }, {}],
  ["a stream that goes silent", { kind: "broken stream", events: 4, ending: "hang" }, QUICK],
  ["an event that is no JSON", { kind: "raw", body: "data: {oh\n\n", contentType: "text/event-stream" }, {}],
  [
    "an error in the stream",
    { kind: "raw", body: 'data: {"error":{"message":"busy"}}\n\n', contentType: "text/event-stream" },
    {},
  ],
];

describe.each(["chat", "responses"] as const)(
  "by %s, a failure that passes is tried again, and paid for once",
  (api) => {
    test.each(PASSING)("%s", async (_, misbehaviour, settings) => {
      const server = await aModelServer([ANSWER], misbehaviour);
      const answered = await aModel(server.baseUrl, { api, retries: 1, ...settings }).ask(QUESTION);
      expect(answered.text).toBe(ANSWER);
      expect([server.asked, server.answered]).toEqual([2, 1]);
    });

    test.each(PASSING)("%s: no more often than allowed", async (_, misbehaviour, settings) => {
      const server = await aModelServer([ANSWER], misbehaviour, misbehaviour);
      await expect(aModel(server.baseUrl, { api, ...settings }).ask(QUESTION)).rejects.toThrow(ModelError);
      expect([server.asked, server.answered]).toEqual([1, 0]);
    });
  },
);

describe("a failure that stays is a ModelError at once", () => {
  const json = "application/json";
  const failures: readonly (readonly [string, Misbehaviour, RegExp])[] = [
    ["400", { kind: "error", status: 400 }, /gave no answer: 400 told to fail/],
    ["401", { kind: "error", status: 401 }, /gave no answer: 401 told to fail/],
    ["404", { kind: "error", status: 404 }, /gave no answer: 404 told to fail/],
    ["no money", { kind: "error", status: 429, code: "insufficient_quota" }, /gave no answer: 429 told to fail/],
    [
      "500, where the server says that it stays",
      { kind: "error", status: 500, headers: { "x-should-retry": "false" } },
      /500/,
    ],
    ["no choices", { kind: "document", document: { choices: [] } }, /no choice that can be read/],
    ["choices that are null", { kind: "document", document: { choices: null } }, /no choice that can be read/],
    ["a choice without a message", { kind: "document", document: { choices: [{ index: 0 }] } }, /no choice/],
    ["a choice that is null", { kind: "document", document: { choices: [null] } }, /no choice/],
    ["a document without anything", { kind: "document", document: {} }, /no choice/],
    [
      "a content that is no text",
      { kind: "document", document: { choices: [{ message: { content: [1] } }] } },
      /content/,
    ],
    ["an error with status 200", { kind: "document", document: { error: { message: "on fire" } } }, /on fire/],
    ["null", { kind: "raw", body: "null", contentType: json }, /application\/json instead of an answer: null/],
    [
      "a page",
      { kind: "raw", body: "<html>Log in</html>", contentType: "text/html" },
      /text\/html instead of an answer: <html>Log in/,
    ],
  ];
  test.each(failures)("%s", async (_, misbehaviour, message) => {
    const server = await aModelServer([ANSWER], misbehaviour);
    const asked = aModel(server.baseUrl, { retries: 3 }).ask(QUESTION);
    await expect(asked).rejects.toThrow(ModelError);
    await expect(asked).rejects.toThrow(message);
    expect([server.asked, server.answered]).toEqual([1, 0]);
  });
});

test("an answer under a wrong content type is an answer", async () => {
  const body = JSON.stringify({ choices: [{ message: { content: "fine" }, finish_reason: "stop" }] });
  const server = await aModelServer([], { kind: "raw", body, contentType: "text/plain" });
  expect((await aModel(server.baseUrl).ask(QUESTION)).text).toBe("fine");
});

test("a stream that is cut after the answer's end is whole, and not paid for again; its tokens are unknown", async () => {
  const events = 10;
  const server = await aModelServer([ANSWER], { kind: "broken stream", events, ending: "cut" });
  const { text, usage } = await aModel(server.baseUrl, { retries: 3 }).ask(QUESTION);
  expect([text, usage.outputTokens, server.asked]).toEqual([ANSWER, undefined, 1]);
});

test("the time limits say which of them it was", async () => {
  const server = await aModelServer([ANSWER], { kind: "broken stream", events: 3, ending: "hang" });
  server.dripMs = 10;
  await expect(aModel(server.baseUrl, { silenceMs: 100 }).ask(QUESTION)).rejects.toThrow("timed out: silent for 0.1 s");
  server.dripMs = 60;
  await expect(aModel(server.baseUrl, { silenceMs: 1_000, timeoutMs: 200 }).ask(QUESTION)).rejects.toThrow(
    "timed out after 0.2 s",
  );
});

describe("Retry-After", () => {
  const told = (header: string): Misbehaviour => ({ kind: "error", status: 429, headers: { "retry-after": header } });

  test.each([
    ["in seconds", () => "0.4", 395],
    ["as a date", () => new Date(Date.now() + 2_000).toUTCString(), 900],
  ])("%s is waited for", async (_, header, leastMs) => {
    const server = await aModelServer([ANSWER], told(header()));
    await aModel(server.baseUrl, { retries: 1 }).ask(QUESTION);
    const [first, second] = server.requests;
    expect((second?.atMs ?? 0) - (first?.atMs ?? 0)).toBeGreaterThanOrEqual(leastMs);
  });

  test("holds back the others too", async () => {
    const server = await aModelServer([ANSWER], told("0.5"));
    const model = aModel(server.baseUrl, { retries: 1 });
    const first = model.ask(QUESTION);
    while (server.asked === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await new Promise((resolve) => setTimeout(resolve, 100));
    await Promise.all([first, ...[1, 2, 3].map((sample) => model.ask({ ...QUESTION, sample }))]);
    const [told429, ...others] = server.requests.map(({ atMs }) => atMs);
    for (const atMs of others) expect(atMs - (told429 ?? 0)).toBeGreaterThanOrEqual(450);
  });

  test("that is long is told to who watches", async () => {
    const notes: string[] = [];
    const server = await aModelServer([ANSWER], told("30"));
    const abort = new AbortController();
    const onNote = (note: string) => {
      notes.push(note);
      abort.abort(new Error("seen enough"));
    };
    await expect(aModel(server.baseUrl, { retries: 1, onNote }).ask(QUESTION, abort.signal)).rejects.toThrow(
      "seen enough",
    );
    expect(notes).toEqual(["429 told to fail with 429: tried again in 30 s"]);
  });
});

describe("an interruption", () => {
  const cases: readonly (readonly [string, Misbehaviour])[] = [
    ["while the server is silent", { kind: "hang" }],
    ["in the middle of a document", { kind: "hang in body" }],
    ["in the middle of a stream", { kind: "broken stream", events: 3, ending: "hang" }],
    ["while waiting to ask again", { kind: "error", status: 429, headers: { "retry-after": "30" } }],
  ];
  test.each(cases)("%s ends the waiting at once, and is no ModelError", async (_, misbehaviour) => {
    const server = await aModelServer([ANSWER], misbehaviour);
    const abort = new AbortController();
    const asked = aModel(server.baseUrl, { retries: 2 }).ask(QUESTION, abort.signal);
    setTimeout(() => abort.abort(new Error("interrupted")), 100);
    await expect(asked).rejects.toThrow("interrupted");
    expect([server.asked, server.answered]).toEqual([1, 0]);
  });

  test("while waiting for a place ends that one alone", async () => {
    const server = await aModelServer([ANSWER]);
    server.delayMs = 200;
    const model = aModel(server.baseUrl, { concurrency: 1 });
    const abort = new AbortController();
    const [first, second, third] = [undefined, abort.signal, undefined].map((signal, sample) =>
      model.ask({ ...QUESTION, sample }, signal),
    );
    abort.abort(new Error("interrupted"));
    await expect(second).rejects.toThrow("interrupted");
    await Promise.all([first, third]);
    expect([server.asked, server.answered]).toEqual([2, 2]);
  });

  test("before the question is asked sends nothing", async () => {
    const server = await aModelServer([ANSWER]);
    const asked = aModel(server.baseUrl).ask(QUESTION, AbortSignal.abort(new Error("interrupted")));
    await expect(asked).rejects.toThrow("interrupted");
    expect(server.asked).toBe(0);
  });
});

function aModel(baseUrl: string, settings: Partial<OpenAiSettings> = {}): OpenAiModel {
  return new OpenAiModel(anOpenAi(baseUrl, settings));
}
