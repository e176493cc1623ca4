import { describe, expect, test } from "vitest";
import { askAll } from "../../../../src/model/ask-all.ts";
import type { Question, Reply } from "../../../../src/model/language-model.ts";
import { OpenAiModel } from "../../../../src/model/openai/openai-model.ts";
import type { OpenAiSettings } from "../../../../src/model/openai/settings.ts";
import { aModelServer } from "../../../support/a-model-server.ts";
import { anOpenAi } from "../../../support/openai-settings.ts";

const TEXTS = Array.from({ length: 10 }, (_, index) => `answer ${index}`);

describe.each([true, false])("samples of a prompt in one request (streamed: %s)", (isStreamed) => {
  test("come as choices, one for each question, and share the tokens", async () => {
    const server = await aModelServer(TEXTS);
    const replies = await repliesOf(server.baseUrl, questions(6), { samplesPerRequest: 4, isStreamed, concurrency: 1 });
    expect(textsOf(replies)).toEqual(TEXTS.slice(0, 6));
    expect(server.requests.map(({ body }) => body["n"])).toEqual([4, 2]);
    expect([server.asked, server.answered]).toEqual([2, 6]);
    // 100 in and 50 for each out, as the server counts them for each request.
    expect(tokensOf(replies)).toEqual({ input: 200, output: 300 });
  });

  test("are asked for one by one where the server gives only one, and somebody is told", async () => {
    const server = await aModelServer(TEXTS);
    server.mostChoices = 1;
    const notes: string[] = [];
    const settings = { samplesPerRequest: 4, isStreamed, onNote: (note: string) => notes.push(note) };
    const replies = await repliesOf(server.baseUrl, questions(8), settings);
    expect(textsOf(replies)).toEqual(TEXTS.slice(0, 8));
    expect([server.asked, server.answered]).toEqual([8, 8]);
    expect(notes).toEqual([expect.stringContaining("gave 1 of 4 answers to one request")]);
  });

  test("are asked for again where some are left out", async () => {
    const server = await aModelServer(TEXTS);
    server.mostChoices = 3;
    const replies = await repliesOf(server.baseUrl, questions(5), { samplesPerRequest: 5, isStreamed });
    expect(textsOf(replies)).toEqual(TEXTS.slice(0, 5));
    expect(server.requests.map(({ body }) => body["n"] ?? 1)).toEqual([5, 1, 1]);
    expect(server.answered).toBe(5);
  });
});

test("of a stream that is cut, the choices that had ended count: only the others are asked for again", async () => {
  // Four parts of each short answer: its beginning, two pieces of text, its end.
  const server = await aModelServer(TEXTS, { kind: "broken stream", events: 6, ending: "cut" });
  const replies = await repliesOf(server.baseUrl, questions(3), { samplesPerRequest: 3 });
  expect(textsOf(replies)).toEqual(TEXTS.slice(0, 3));
  expect(server.requests.map(({ body }) => body["n"] ?? 1)).toEqual([3, 1, 1]);
});

test("different prompts are never mixed in one request", async () => {
  const server = await aModelServer(TEXTS);
  const mixed = questions(4).map((question) => ({ ...question, prompt: question.sample < 3 ? "A" : "B" }));
  await repliesOf(server.baseUrl, mixed, { samplesPerRequest: 4, concurrency: 1 });
  expect(server.requests.map(({ body }) => body["n"] ?? 1)).toEqual([3, 1]);
});

test("a request that fails is a failure of each of its questions, and of no other", async () => {
  const server = await aModelServer(TEXTS, { kind: "error", status: 400 });
  const replies = await repliesOf(server.baseUrl, questions(4), { samplesPerRequest: 2, concurrency: 1 });
  expect(replies.map(({ kind }) => kind)).toEqual(["failure", "failure", "answer", "answer"]);
});

test("questions are taken as there is room for them: who gives no more is asked no more", async () => {
  const server = await aModelServer(TEXTS);
  let isSpent = false;
  function* untilSpent(): Generator<Question> {
    for (const question of questions(10)) {
      if (isSpent) return;
      yield question;
    }
  }
  const replies: Reply[] = [];
  for await (const reply of askAll(aModel(server.baseUrl), untilSpent(), { concurrency: 2 })) {
    replies.push(reply);
    isSpent = replies.length >= 3;
  }
  expect(server.answered).toBeLessThanOrEqual(5);
  expect(replies).toHaveLength(server.answered);
});

test("who stops listening ends what is under way", async () => {
  const server = await aModelServer(TEXTS, { kind: "says", said: { text: "first" } }, { kind: "hang" });
  for await (const _ of askAll(aModel(server.baseUrl), questions(2), { concurrency: 2 })) break;
  const open = await new Promise((resolve) => setTimeout(resolve, 100)).then(() => server.openRequests());
  expect([server.asked, open]).toEqual([2, 0]);
});

test("an interruption ends all of them", async () => {
  const server = await aModelServer(TEXTS);
  server.delayMs = 1_000;
  const abort = new AbortController();
  setTimeout(() => abort.abort(new Error("interrupted")), 100);
  const asking = repliesOf(server.baseUrl, questions(10), {}, abort.signal);
  await expect(asking).rejects.toThrow("interrupted");
  expect(server.answered).toBe(0);
});

function aModel(baseUrl: string, settings: Partial<OpenAiSettings> = {}): OpenAiModel {
  return new OpenAiModel(anOpenAi(baseUrl, settings));
}

async function repliesOf(
  baseUrl: string,
  asked: readonly Question[],
  settings: Partial<OpenAiSettings>,
  signal?: AbortSignal,
): Promise<Reply[]> {
  const replies: Reply[] = [];
  const { concurrency = 8 } = settings;
  for await (const reply of askAll(aModel(baseUrl, settings), asked, { concurrency, signal })) replies.push(reply);
  return replies;
}

function questions(count: number): Question[] {
  return Array.from({ length: count }, (_, sample) => ({ prompt: "Solve this.", sample, seed: sample }));
}

function textsOf(replies: readonly Reply[]): string[] {
  return replies
    .flatMap((reply) => (reply.kind === "answer" ? [reply] : []))
    .sort((a, b) => a.question.sample - b.question.sample)
    .map(({ answer }) => answer.text);
}

function tokensOf(replies: readonly Reply[]): { input: number; output: number } {
  const usages = replies.flatMap((reply) => (reply.kind === "answer" ? [reply.answer.usage] : []));
  return {
    input: usages.reduce((sum, { inputTokens = 0 }) => sum + inputTokens, 0),
    output: usages.reduce((sum, { outputTokens = 0 }) => sum + outputTokens, 0),
  };
}
