import { expect, test } from "vitest";
import { askAll } from "../../../../src/model/ask-all.ts";
import type { Question } from "../../../../src/model/language-model.ts";
import { BatchModel } from "../../../../src/model/openai/batch-model.ts";
import { OpenAiModel } from "../../../../src/model/openai/openai-model.ts";
import { aModelServer } from "../../../support/a-model-server.ts";
import { anOpenAi } from "../../../support/openai-settings.ts";

const COUNT = 10_000;
const TEXTS = Array.from({ length: COUNT }, (_, index) => `answer ${index}`);
const questions = (): Question[] => TEXTS.map((_, sample) => ({ prompt: "Solve this.", sample, seed: sample }));

// Slow: so many requests to a server in this process.
test("10,000 answers, a thousand of them at once, each belong to their question", { timeout: 120_000 }, async () => {
  const server = await aModelServer(TEXTS);
  server.delayMs = 500;
  const concurrency = 1000;
  const model = new OpenAiModel(anOpenAi(server.baseUrl, { concurrency, timeoutMs: 60_000, silenceMs: 60_000 }));
  const texts: string[] = [];
  for await (const reply of askAll(model, questions(), { concurrency })) {
    if (reply.kind === "answer") texts[reply.question.sample] = reply.answer.text;
  }
  expect(texts).toEqual(TEXTS);
  expect([server.asked, server.answered]).toEqual([COUNT, COUNT]);
});

test("10,000 answers in one file of a batch each belong to their question", { timeout: 60_000 }, async () => {
  const server = await aModelServer(TEXTS);
  const model = new BatchModel(anOpenAi(server.baseUrl, { api: "batch", timeoutMs: 60_000, silenceMs: 60_000 }));
  const texts: string[] = [];
  for await (const reply of model.askMany(questions(), { concurrency: 1, tickets: [] })) {
    if (reply.kind === "answer") texts[reply.question.sample] = reply.answer.text;
  }
  expect(texts).toEqual(TEXTS);
  expect([server.batches.created.length, server.answered]).toEqual([1, COUNT]);
});
