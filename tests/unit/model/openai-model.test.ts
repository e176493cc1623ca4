import { describe, expect, test } from "vitest";
import { ModelError } from "../../../src/domain/errors.ts";
import { OpenAiModel, type OpenAiSettings } from "../../../src/model/openai-model.ts";
import { aCompletion, openAiServer, type Reply } from "../../support/openai-server.ts";

const QUESTION = { prompt: "Solve this.", sample: 3, seed: 7003 };

describe("the question", () => {
  test("is sent with model, prompt and seed, and nothing that was not asked for", async () => {
    const server = await openAiServer(answer());
    await aModel(server.baseUrl).ask(QUESTION);
    expect(server.requests).toEqual([
      { model: "test-model", messages: [{ role: "user", content: "Solve this." }], seed: 7003 },
    ]);
    expect(server.authorizations).toEqual(["Bearer a-key"]);
  });

  test("is sent with temperature and token limit where they are given, 0 included", async () => {
    const server = await openAiServer(answer());
    await aModel(server.baseUrl, { temperature: 0, maxOutputTokens: 512 }).ask(QUESTION);
    expect(server.requests[0]).toMatchObject({ temperature: 0, max_completion_tokens: 512 });
  });
});

describe("the answer", () => {
  test("has text, tokens and the time it took", async () => {
    const server = await openAiServer(answer({ content: "héllo\n```cpp\n```" }));
    const { wallMs, ...rest } = await aModel(server.baseUrl).ask(QUESTION);
    expect(rest).toEqual({
      text: "héllo\n```cpp\n```",
      reasoning: undefined,
      finishReason: "stop",
      usage: { inputTokens: 11, outputTokens: 22, reasoningTokens: undefined },
    });
    expect(wallMs).toBeGreaterThan(0);
  });

  test.each([
    ["reasoning_content", { reasoning_content: "hm" }, "hm"],
    ["reasoning", { reasoning: "hm" }, "hm"],
    ["neither", {}, undefined],
    ["an empty one", { reasoning_content: "" }, undefined],
    ["an object", { reasoning: { effort: "high" } }, undefined],
  ])("has the model's thoughts from %s", async (_, message, reasoning) => {
    const server = await openAiServer(answer(message));
    expect((await aModel(server.baseUrl).ask(QUESTION)).reasoning).toBe(reasoning);
  });

  test.each([
    ["stop", {}, "stop"],
    ["length", {}, "length"],
    ["content_filter", {}, "refused"],
    ["stop", { content: null, refusal: "I will not." }, "refused"],
    ["tool_calls", {}, "unknown"],
    [null, {}, "unknown"],
    [undefined, {}, "unknown"],
  ] as const)("that ended by %s is understood (%j)", async (reason, message, finishReason) => {
    const server = await openAiServer({
      kind: "answer",
      completion: aCompletion(message, { finish_reason: reason }),
    });
    expect((await aModel(server.baseUrl).ask(QUESTION)).finishReason).toBe(finishReason);
  });

  test("that is refused is the refusal", async () => {
    const server = await openAiServer(answer({ content: null, refusal: "I will not." }));
    expect((await aModel(server.baseUrl).ask(QUESTION)).text).toBe("I will not.");
  });

  test.each([null, undefined, ""])("with the content %j is empty", async (content) => {
    const server = await openAiServer(answer({ content }));
    expect((await aModel(server.baseUrl).ask(QUESTION)).text).toBe("");
  });

  test.each([
    ["none", undefined, [undefined, undefined, undefined]],
    ["null", null, [undefined, undefined, undefined]],
    ["nulls", { prompt_tokens: null, completion_tokens: null }, [undefined, undefined, undefined]],
    ["not numbers", { prompt_tokens: "11", completion_tokens: -1 }, [undefined, undefined, undefined]],
    ["fractions", { prompt_tokens: 1.5, completion_tokens: 2 }, [undefined, 2, undefined]],
    ["zeros", { prompt_tokens: 0, completion_tokens: 0 }, [0, 0, undefined]],
    [
      "with reasoning",
      { prompt_tokens: 1, completion_tokens: 9, completion_tokens_details: { reasoning_tokens: 8 } },
      [1, 9, 8],
    ],
    ["without details", { prompt_tokens: 1, completion_tokens: 9, completion_tokens_details: null }, [1, 9, undefined]],
    [
      "with null in the details",
      { prompt_tokens: 1, completion_tokens: 9, completion_tokens_details: { reasoning_tokens: null } },
      [1, 9, undefined],
    ],
  ])(
    "tells tokens only where the server counted them: %s",
    async (_, usage, [inputTokens, outputTokens, reasoning]) => {
      const server = await openAiServer({ kind: "answer", completion: aCompletion({}, {}, { usage }) });
      const answered = await aModel(server.baseUrl).ask(QUESTION);
      expect(answered.usage).toEqual({ inputTokens, outputTokens, reasoningTokens: reasoning });
    },
  );
});

describe("a failure that passes is tried again", () => {
  test.each([
    ["429 with Retry-After", { kind: "error", status: 429, headers: { "retry-after": "0.01" } }],
    ["500", { kind: "error", status: 500 }],
    ["503", { kind: "error", status: 503 }],
    ["a cut connection", { kind: "cut" }],
    ["an answer that is cut off", { kind: "cut body", body: '{"choices":' }],
    ["no reply in time", { kind: "hang" }],
    ["half a reply in time", { kind: "hang in body" }],
  ] satisfies [string, Reply][])("%s, then an answer", async (_, reply) => {
    const server = await openAiServer(reply, answer());
    const answered = await aModel(server.baseUrl, { retries: 1, timeoutMs: 150 }).ask(QUESTION);
    expect(answered.text).toBe("an answer");
    expect(server.requests).toHaveLength(2);
  });

  test("Retry-After is waited for", async () => {
    const server = await openAiServer({ kind: "error", status: 429, headers: { "retry-after": "0.3" } }, answer());
    const { wallMs } = await aModel(server.baseUrl, { retries: 1 }).ask(QUESTION);
    expect(wallMs).toBeGreaterThanOrEqual(295);
  });

  test("no more often than allowed", async () => {
    const server = await openAiServer({ kind: "error", status: 500 });
    await expect(aModel(server.baseUrl, { retries: 2 }).ask(QUESTION)).rejects.toThrow(
      `openai:test-model at ${server.baseUrl} gave no answer: 500 told to fail with 500`,
    );
    expect(server.requests).toHaveLength(3);
  });
});

describe("a failure that stays is a ModelError at once", () => {
  const failures: readonly (readonly [what: string, reply: Reply, message: RegExp])[] = [
    ["400", { kind: "error", status: 400 }, /gave no answer: 400 told to fail/],
    ["401", { kind: "error", status: 401 }, /gave no answer: 401 told to fail/],
    ["404", { kind: "error", status: 404 }, /gave no answer: 404 told to fail/],
    ["half a document", { kind: "raw", body: '{"choices": [{"mess', contentType: "application/json" }, /JSON/],
    ["no choices", { kind: "answer", completion: aCompletion({}, {}, { choices: [] }) }, /without a choice/],
    [
      "choices that are null",
      { kind: "answer", completion: aCompletion({}, {}, { choices: null }) },
      /without a choice/,
    ],
    ["a choice without a message", { kind: "answer", completion: { choices: [{ index: 0 }] } }, /without a choice/],
    ["a choice that is null", { kind: "answer", completion: { choices: [null] } }, /without a choice/],
    ["an empty document", { kind: "answer", completion: {} }, /without a choice/],
    ["null", { kind: "answer", completion: null }, /without a choice/],
    ["a content that is no text", answer({ content: [{ type: "text", text: "x" }] }), /content/],
    ["an error with status 200", { kind: "answer", completion: { error: { message: "x" } } }, /without a choice/],
    ["a page", { kind: "raw", body: "<html>Log in</html>", contentType: "text/html" }, /without a choice/],
    ["nothing", { kind: "raw", body: "", contentType: "application/json" }, /without a choice|gave no answer/],
  ];
  test.each(failures)("%s", async (_, reply, message) => {
    const server = await openAiServer(reply);
    const asked = aModel(server.baseUrl, { retries: 3 }).ask(QUESTION);
    await expect(asked).rejects.toThrow(ModelError);
    await expect(asked).rejects.toThrow(message);
    await expect(asked).rejects.toThrow("openai:test-model");
    expect(server.requests).toHaveLength(1);
  });

  test("a server that never answers, after the time that an answer may take", async () => {
    const server = await openAiServer({ kind: "hang" });
    await expect(aModel(server.baseUrl, { timeoutMs: 100 }).ask(QUESTION)).rejects.toThrow(
      /gave no answer: .*timed out/,
    );
    expect(server.requests).toHaveLength(1);
  });

  test("a server that stops in the middle of an answer, after the time that an answer may take", async () => {
    const server = await openAiServer({ kind: "hang in body" });
    await expect(aModel(server.baseUrl, { timeoutMs: 100 }).ask(QUESTION)).rejects.toThrow(
      /gave no answer: .*timed out/,
    );
    expect(server.requests).toHaveLength(1);
  });

  test("no server at all", async () => {
    const asked = aModel("http://127.0.0.1:1/v1").ask(QUESTION);
    await expect(asked).rejects.toThrow(ModelError);
    await expect(asked).rejects.toThrow("openai:test-model at http://127.0.0.1:1/v1 gave no answer");
  });
});

describe("an interruption", () => {
  const cases: readonly (readonly [string, Reply])[] = [
    ["while the server is silent", { kind: "hang" }],
    ["in the middle of an answer", { kind: "hang in body" }],
    ["while waiting to ask again", { kind: "error", status: 429, headers: { "retry-after": "30" } }],
  ];
  test.each(cases)("%s ends the waiting at once, and is no ModelError", async (_, reply) => {
    const server = await openAiServer(reply);
    const abort = new AbortController();
    const asked = aModel(server.baseUrl, { retries: 2 }).ask(QUESTION, abort.signal);
    setTimeout(() => abort.abort(new Error("interrupted")), 100);
    await expect(asked).rejects.toThrow("interrupted");
    expect(server.requests).toHaveLength(1);
  });

  test("before the question is asked sends nothing", async () => {
    const server = await openAiServer(answer());
    const asked = aModel(server.baseUrl).ask(QUESTION, AbortSignal.abort(new Error("interrupted")));
    await expect(asked).rejects.toThrow("interrupted");
    expect(server.requests).toHaveLength(0);
  });
});

test("a model says what it is: asked by name, not recorded, without end", () => {
  const model = aModel("http://127.0.0.1:1/v1");
  expect([model.label, model.isRecorded, model.answerCount]).toEqual(["openai:test-model", false, undefined]);
});

function aModel(baseUrl: string, settings: Partial<OpenAiSettings> = {}): OpenAiModel {
  return new OpenAiModel({
    name: "test-model",
    baseUrl,
    apiKey: "a-key",
    temperature: undefined,
    maxOutputTokens: undefined,
    timeoutMs: 5_000,
    retries: 0,
    ...settings,
  });
}

function answer(message: Readonly<Record<string, unknown>> = {}): Reply {
  return { kind: "answer", completion: aCompletion(message) };
}
