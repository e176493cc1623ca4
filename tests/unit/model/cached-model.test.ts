import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { UsageError } from "../../../src/domain/errors.ts";
import { AnswerCache } from "../../../src/model/answer-cache.ts";
import { askAll } from "../../../src/model/ask-all.ts";
import { CachedModel } from "../../../src/model/cached-model.ts";
import type { Question, Reply } from "../../../src/model/language-model.ts";
import { BatchModel } from "../../../src/model/openai/batch-model.ts";
import { OpenAiModel } from "../../../src/model/openai/openai-model.ts";
import { identityOf, type OpenAiSettings } from "../../../src/model/openai/settings.ts";
import { aModelServer } from "../../support/a-model-server.ts";
import { anOpenAi } from "../../support/openai-settings.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const TEXTS = Array.from({ length: 30 }, (_, index) => `answer ${index}`);
const QUESTION: Question = { prompt: "Solve this.", sample: 2, seed: 2 };

test("the same question is paid for once, in this run and in later ones", async () => {
  const server = await aModelServer(() => ({ text: "5", reasoning: "2 + 3" }));
  const path = join(temporaryFolder(), "cache.sqlite");
  const first = await aModel(server.baseUrl, path).ask(QUESTION);
  const model = aModel(server.baseUrl, path);
  expect(await model.ask(QUESTION)).toEqual({ ...first, isFromCache: true });
  expect(await model.ask(QUESTION)).toMatchObject({ text: "5", reasoning: "2 + 3", usage: { outputTokens: 50 } });
  expect([first.isFromCache, server.answered]).toEqual([undefined, 1]);
});

describe("another question is asked", () => {
  const others: readonly (readonly [string, Partial<Question>, Partial<OpenAiSettings>])[] = [
    ["with another prompt", { prompt: "Solve that." }, {}],
    ["after something else", { system: "Be brief." }, {}],
    ["for another sample", { sample: 3 }, {}],
    ["with another seed", { seed: 3 }, {}],
    ["for another purpose", { purpose: "judge" }, {}],
    ["of another model", {}, { name: "other-model" }],
    ["at another temperature", {}, { temperature: 0.5 }],
    ["with another effort", {}, { reasoningEffort: "high" }],
    ["with more in the request", {}, { options: { top_k: 20 } }],
    ["by another API", {}, { api: "responses" }],
  ];
  test.each(others)("%s", async (_, question, settings) => {
    const server = await aModelServer(TEXTS);
    const path = join(temporaryFolder(), "cache.sqlite");
    await aModel(server.baseUrl, path).ask(QUESTION);
    await aModel(server.baseUrl, path, settings).ask({ ...QUESTION, ...question });
    expect(server.answered).toBe(2);
  });

  const same: readonly (readonly [string, Partial<OpenAiSettings>])[] = [
    ["streamed or not", { isStreamed: false }],
    ["as a batch", { api: "batch" }],
    ["faster", { concurrency: 1, requestsPerMinute: 100 }],
  ];
  test.each(same)("but not where it is the same one, %s", async (_, settings) => {
    const server = await aModelServer(TEXTS);
    const path = join(temporaryFolder(), "cache.sqlite");
    await aModel(server.baseUrl, path).ask(QUESTION);
    await aModel(server.baseUrl, path, settings).ask(QUESTION);
    expect(server.answered).toBe(1);
  });
});

test("of many questions only those are asked that are not known", async () => {
  const server = await aModelServer(TEXTS);
  const path = join(temporaryFolder(), "cache.sqlite");
  await repliesOf(aModel(server.baseUrl, path), [1, 4, 5]);
  const replies = await repliesOf(aModel(server.baseUrl, path), [0, 1, 2, 3, 4, 5, 6]);
  expect(replies.map(({ text }) => text)).toEqual(TEXTS.slice(0, 7));
  expect(replies.map(({ isFromCache }) => isFromCache === true)).toEqual([
    false,
    true,
    false,
    false,
    true,
    true,
    false,
  ]);
  await repliesOf(aModel(server.baseUrl, path), [0, 1, 2, 3, 4, 5, 6]);
  expect(server.answered).toBe(7);
});

test("a failure is not kept: it is asked for again", async () => {
  const server = await aModelServer(TEXTS, { kind: "error", status: 400 });
  const model = aModel(server.baseUrl, join(temporaryFolder(), "cache.sqlite"));
  await expect(model.ask(QUESTION)).rejects.toThrow("400");
  expect((await model.ask(QUESTION)).text).toBe("answer 2");
});

test("two runs may use one cache at the same time", async () => {
  const server = await aModelServer(TEXTS);
  const path = join(temporaryFolder(), "cache.sqlite");
  const samples = Array.from({ length: 20 }, (_, index) => index);
  const [a, b] = [aModel(server.baseUrl, path), aModel(server.baseUrl, path)];
  await Promise.all([repliesOf(a, samples), repliesOf(b, samples.toReversed())]);
  const paid = server.answered;
  expect((await repliesOf(a, samples)).map(({ text }) => text)).toEqual(TEXTS.slice(0, 20));
  expect(server.answered).toBe(paid);
});

test.each([
  ["a text", "no database"],
  ["a folder", undefined],
])("%s is no cache", (_, content) => {
  const folder = temporaryFolder();
  const path = content === undefined ? folder : join(folder, "cache.sqlite");
  if (content !== undefined) writeFileSync(path, content);
  expect(() => new AnswerCache(path)).toThrow(UsageError);
  expect(() => new AnswerCache(path)).toThrow(`${path} cannot be used as a cache of answers`);
});

function aModel(baseUrl: string, path: string, settings: Partial<OpenAiSettings> = {}): CachedModel {
  const cache = new AnswerCache(path);
  onTestFinished(() => cache[Symbol.dispose]());
  const openAi = anOpenAi(baseUrl, settings);
  const model = openAi.api === "batch" ? new BatchModel(openAi) : new OpenAiModel(openAi);
  return new CachedModel(model, cache, identityOf(openAi));
}

async function repliesOf(model: CachedModel, samples: readonly number[]) {
  const questions = samples.map((sample) => ({ prompt: "Solve this.", sample, seed: sample }));
  const replies: Reply[] = [];
  for await (const reply of askAll(model, questions, { concurrency: 3 })) replies.push(reply);
  return replies
    .flatMap((reply) => (reply.kind === "answer" ? [reply] : []))
    .sort((a, b) => a.question.sample - b.question.sample)
    .map(({ answer }) => answer);
}
