import { describe, expect, test } from "vitest";
import { ModelError } from "../../../../src/domain/errors.ts";
import { OpenAiModel } from "../../../../src/model/openai/openai-model.ts";
import { FIELDS, type OpenAiSettings, SERVER_PRESETS } from "../../../../src/model/openai/settings.ts";
import { aModelServer } from "../../../support/a-model-server.ts";
import type { Said } from "../../../support/model-documents.ts";
import { anOpenAi } from "../../../support/openai-settings.ts";

const QUESTION = { prompt: "Solve this.", sample: 3, seed: 7003 };
/** Every way in which an answer can come. */
const WAYS: readonly (readonly [string, Partial<OpenAiSettings>])[] = [
  ["chat, streamed", { api: "chat", isStreamed: true }],
  ["chat, whole", { api: "chat", isStreamed: false }],
  ["responses, streamed", { api: "responses", isStreamed: true }],
  ["responses, whole", { api: "responses", isStreamed: false }],
];

describe("the question", () => {
  test("is sent with model, prompt and seed, and nothing that was not asked for", async () => {
    const server = await aModelServer();
    await aModel(server.baseUrl, { isStreamed: false }).ask(QUESTION);
    expect(bodies(server)).toEqual([
      { model: "test-model", messages: [{ role: "user", content: "Solve this." }], seed: 7003 },
    ]);
    expect(server.requests[0]).toMatchObject({ path: "/v1/chat/completions", authorization: "Bearer a-key" });
  });

  test("asks for a stream with its usage", async () => {
    const server = await aModelServer();
    await aModel(server.baseUrl).ask(QUESTION);
    expect(server.requests[0]?.body).toMatchObject({ stream: true, stream_options: { include_usage: true } });
  });

  test("goes to the responses API in its words, which has no seed", async () => {
    const server = await aModelServer();
    const settings = { api: "responses", reasoningEffort: "high", maxOutputTokens: 9, isStreamed: false } as const;
    await aModel(server.baseUrl, settings).ask({ ...QUESTION, system: "Be brief." });
    expect(server.requests[0]).toMatchObject({ path: "/v1/responses" });
    expect(bodies(server)).toEqual([
      {
        model: "test-model",
        input: [
          { role: "system", content: "Be brief." },
          { role: "user", content: "Solve this." },
        ],
        max_output_tokens: 9,
        reasoning: { effort: "high" },
      },
    ]);
  });

  test("says all that is set, 0 included, where the server wants it said", async () => {
    const server = await aModelServer();
    const said = { temperature: 0, topP: 0.9, maxOutputTokens: 512, reasoningEffort: "low" };
    await aModel(server.baseUrl, said).ask(QUESTION);
    expect(server.requests[0]?.body).toMatchObject({
      temperature: 0,
      top_p: 0.9,
      max_completion_tokens: 512,
      reasoning_effort: "low",
    });
    const fields = { ...FIELDS.chat, ...SERVER_PRESETS.mistral.fields };
    await aModel(server.baseUrl, { ...said, fields }).ask(QUESTION);
    expect(server.requests[1]?.body).toMatchObject({ max_tokens: 512, random_seed: 7003 });
    expect(server.requests[1]?.body).not.toHaveProperty("seed");
    expect(server.requests[1]?.body).not.toHaveProperty("stream_options");
  });

  test("has more of the request as it is given, inside what is there", async () => {
    const server = await aModelServer();
    const options = { top_k: 20, "reasoning.summary": "auto", "stream_options.chunk": 3 };
    await aModel(server.baseUrl, {
      options,
      fields: { ...FIELDS.chat, reasoningEffort: "reasoning.effort" },
      reasoningEffort: "low",
    }).ask(QUESTION);
    expect(server.requests[0]?.body).toMatchObject({
      top_k: 20,
      reasoning: { effort: "low", summary: "auto" },
      stream_options: { chunk: 3, include_usage: true },
    });
  });

  test.each([
    [
      "system",
      [
        { role: "system", content: "Be brief." },
        { role: "user", content: "Solve this." },
      ],
    ],
    [
      "developer",
      [
        { role: "developer", content: "Be brief." },
        { role: "user", content: "Solve this." },
      ],
    ],
    ["prompt", [{ role: "user", content: "Be brief.\n\nSolve this." }]],
  ] as const)("tells what comes before the prompt by %s", async (systemRole, messages) => {
    const server = await aModelServer();
    await aModel(server.baseUrl, { systemRole }).ask({ ...QUESTION, system: "Be brief." });
    expect(server.requests[0]?.body["messages"]).toEqual(messages);
  });
});

describe.each(WAYS)("an answer by %s", (_, way) => {
  const asked = async (said: Said, settings: Partial<OpenAiSettings> = {}) => {
    const server = await aModelServer(() => said);
    return await aModel(server.baseUrl, { ...way, ...settings }).ask(QUESTION);
  };

  test("has text, tokens and the time it took", async () => {
    const text = `héllo 🙂\n\`\`\`cpp\n${"x".repeat(500)}\n\`\`\``;
    const { wallMs, ...rest } = await asked({ text });
    expect(rest).toEqual({
      text,
      reasoning: undefined,
      finishReason: "stop",
      usage: { inputTokens: 100, cachedInputTokens: undefined, outputTokens: 50, reasoningTokens: undefined },
    });
    expect(wallMs).toBeGreaterThan(0);
  });

  test("has the model's thoughts apart", async () => {
    expect(await asked({ text: "It is 5.", reasoning: "2 + 3" })).toMatchObject({
      text: "It is 5.",
      reasoning: "2 + 3",
    });
    expect(await asked({ text: "<think>\n2 + 3\n</think>\n\nIt is 5." })).toMatchObject({
      text: "It is 5.",
      reasoning: "2 + 3",
    });
    expect(await asked({ text: "2 + 3\n</think>\n\nIt is 5." })).toMatchObject({
      text: "It is 5.",
      reasoning: "2 + 3",
    });
    expect(await asked({ text: "<think>\n2 + ", finishReason: "length" })).toMatchObject({
      text: "",
      reasoning: "2 +",
    });
  });

  test("that is cut off at the token limit says so, with what there is", async () => {
    expect(await asked({ text: "half", finishReason: "length" })).toMatchObject({
      text: "half",
      finishReason: "length",
    });
  });

  test("that is refused is the refusal", async () => {
    const refusal = { text: "", refusal: "I will not." };
    expect(await asked(refusal)).toMatchObject({ text: "I will not.", finishReason: "refused" });
    expect(await asked({ text: "", finishReason: "content_filter" })).toMatchObject({
      text: "",
      finishReason: "refused",
    });
  });

  test("that is empty is empty", async () => {
    expect(await asked({ text: "" })).toMatchObject({ text: "", finishReason: "stop" });
  });

  test("without usage has unknown tokens, not 0", async () => {
    const { usage } = await asked({ text: "x", usage: null });
    expect(Object.values(usage)).toEqual([undefined, undefined, undefined, undefined]);
  });

  test("comes though it drips slowly, as long as it does not stop", async () => {
    const server = await aModelServer(["slow"]);
    server.dripMs = 40;
    const model = aModel(server.baseUrl, { ...way, silenceMs: 400 });
    expect((await model.ask(QUESTION)).text).toBe("slow");
  });

  test("that the server cuts is asked for again, and half of it is never taken for the whole", async () => {
    const server = await aModelServer(
      ["a whole answer"],
      { kind: "cut" },
      { kind: "cut body", body: '{"choices":' },
      {
        ...{ kind: "raw", contentType: "application/json", body: '{"choices": [{"mess' },
      },
    );
    expect((await aModel(server.baseUrl, { ...way, retries: 3 }).ask(QUESTION)).text).toBe("a whole answer");
    expect([server.asked, server.answered]).toEqual([4, 1]);
  });
});

describe("tokens are told only where the server counted them", () => {
  test.each([
    ["null", { usage: null }, [undefined, undefined, undefined, undefined]],
    ["nulls", { prompt_tokens: null, completion_tokens: null }, [undefined, undefined, undefined, undefined]],
    ["not numbers", { prompt_tokens: "11", completion_tokens: -1 }, [undefined, undefined, undefined, undefined]],
    ["fractions", { prompt_tokens: 1.5, completion_tokens: 2 }, [undefined, undefined, 2, undefined]],
    ["zeros", { prompt_tokens: 0, completion_tokens: 0 }, [0, undefined, 0, undefined]],
    [
      "with details",
      {
        ...{ prompt_tokens: 9, prompt_tokens_details: { cached_tokens: 7 } },
        ...{ completion_tokens: 9, completion_tokens_details: { reasoning_tokens: 8 } },
      },
      [9, 7, 9, 8],
    ],
    [
      "without",
      { prompt_tokens: 1, completion_tokens: 9, completion_tokens_details: null },
      [1, undefined, 9, undefined],
    ],
  ])("%s", async (_, usage, [inputTokens, cachedInputTokens, outputTokens, reasoningTokens]) => {
    for (const isStreamed of [true, false]) {
      const server = await aModelServer(() => ({ text: "x", usage }));
      const answered = await aModel(server.baseUrl, { isStreamed }).ask(QUESTION);
      expect(answered.usage).toEqual({ inputTokens, cachedInputTokens, outputTokens, reasoningTokens });
    }
  });
});

test.each([
  ["reasoning", { reasoning: "hm" }, "hm"],
  ["neither", {}, undefined],
  ["an empty one", { reasoning_content: "" }, undefined],
  ["an object", { reasoning: { effort: "high" } }, undefined],
])("thoughts are found in %s", async (_, message, reasoning) => {
  for (const isStreamed of [true, false]) {
    const server = await aModelServer(() => ({ text: "x", message }));
    expect((await aModel(server.baseUrl, { isStreamed }).ask(QUESTION)).reasoning).toBe(reasoning);
  }
});

test.each([
  ["tool_calls", "unknown"],
  ["content_filter", "refused"],
])("the end %s is understood", async (finishReason, understood) => {
  const server = await aModelServer(() => ({ text: "x", finishReason }));
  expect((await aModel(server.baseUrl).ask(QUESTION)).finishReason).toBe(understood);
});

test("a server that does not stream answers with a document, which is taken", async () => {
  const server = await aModelServer(["whole"]);
  server.canStream = false;
  expect((await aModel(server.baseUrl).ask(QUESTION)).text).toBe("whole");
});

test("a model says what it is: asked by name, not recorded, without end", async () => {
  const model = aModel("http://127.0.0.1:1/v1");
  expect([model.label, model.isRecorded, model.answerCount]).toEqual(["openai:test-model", false, undefined]);
  await expect(model.ask(QUESTION)).rejects.toThrow(ModelError);
  await expect(model.ask(QUESTION)).rejects.toThrow("openai:test-model at http://127.0.0.1:1/v1 gave no answer");
});

function aModel(baseUrl: string, settings: Partial<OpenAiSettings> = {}): OpenAiModel {
  return new OpenAiModel(anOpenAi(baseUrl, settings));
}

function bodies(server: Awaited<ReturnType<typeof aModelServer>>): unknown[] {
  return server.requests.map(({ body }) => body);
}
