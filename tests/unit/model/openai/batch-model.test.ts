import { describe, expect, test } from "vitest";
import { ModelError } from "../../../../src/domain/errors.ts";
import type { Question, Reply } from "../../../../src/model/language-model.ts";
import { BatchModel } from "../../../../src/model/openai/batch-model.ts";
import type { OpenAiSettings } from "../../../../src/model/openai/settings.ts";
import { aModelServer } from "../../../support/a-model-server.ts";
import type { ModelServer } from "../../../support/model-server.ts";
import { anOpenAi } from "../../../support/openai-settings.ts";

const TEXTS = Array.from({ length: 20 }, (_, index) => `answer ${index}`);

test.each(["batch", "batch-responses"] as const)(
  "a batch by %s answers each question, whatever their order",
  async (api) => {
    const server = await aModelServer(api === "batch" ? TEXTS : ["answer 0"]);
    server.batches.looksUntilDone = 3;
    const { replies, tickets } = await asked(server, questions(api === "batch" ? 5 : 1), { api });
    expect(textsOf(replies)).toEqual(TEXTS.slice(0, api === "batch" ? 5 : 1));
    expect(tickets).toEqual(["file:file-1", "batch:batch-1"]);
    expect(server.batches.created[0]?.looks).toBe(3);
    expect(server.answered).toBe(replies.length);
  },
);

test("one question is a batch of one", async () => {
  const server = await aModelServer(TEXTS);
  const model = new BatchModel(anOpenAi(server.baseUrl, { api: "batch" }));
  expect((await model.ask(question(3))).text).toBe("answer 3");
});

describe("who was interrupted comes back with the tickets, and nothing is paid for twice", () => {
  test("killed after the batch was told: its answers are waited for", async () => {
    const server = await aModelServer(TEXTS);
    server.batches.looksUntilDone = 2;
    const tickets = await ticketsUntil(server, "batch:batch-1");
    const { replies, tickets: more } = await asked(server, questions(4), {}, tickets);
    expect(textsOf(replies)).toEqual(TEXTS.slice(0, 4));
    expect([more, server.batches.created.length, server.answered]).toEqual([[], 1, 4]);
  });

  test("killed after the file was told, before the batch was made: it is made once", async () => {
    const server = await aModelServer(TEXTS);
    const tickets = await ticketsUntil(server, "file:file-1");
    expect(server.batches.created).toHaveLength(0);
    const { replies } = await asked(server, questions(4), {}, tickets);
    expect([textsOf(replies).length, server.batches.created.length, server.answered]).toEqual([4, 1, 4]);
  });

  test("killed after the batch was made, before it was told: it is found by its file", async () => {
    const server = await aModelServer(TEXTS);
    await ticketsUntil(server, "batch:batch-1");
    const { replies } = await asked(server, questions(4), {}, ["file:file-1"]);
    expect([textsOf(replies).length, server.batches.created.length, server.answered]).toEqual([4, 1, 4]);
  });

  test("what the batch of before has not answered, and what is new, goes into another one", async () => {
    const server = await aModelServer(TEXTS);
    server.batches.failingLines.add(1);
    const tickets = await ticketsUntil(server, "batch:batch-1");
    const wanted = questions(6);
    const resumed = asked(server, wanted, {}, tickets);
    while (server.batches.created.length < 2 && server.batches.created[0]?.status === "in_progress") await soon();
    server.batches.failingLines.clear();
    const { replies } = await resumed;
    expect(textsOf(replies)).toEqual(TEXTS.slice(0, 6));
    expect([server.batches.created.length, server.answered]).toEqual([2, 6]);
  });

  test("a request whose reply was cut after the batch was made does not make it again", async () => {
    const server = await aModelServer(TEXTS);
    server.batches.cutsAfterCreating = 1;
    const { replies } = await asked(server, questions(4), { retries: 2 });
    expect([textsOf(replies).length, server.batches.created.length, server.answered]).toEqual([4, 1, 4]);
  });

  test("a ticket of something else is refused", async () => {
    const server = await aModelServer(TEXTS);
    await expect(asked(server, questions(1), {}, ["train:3"])).rejects.toThrow(
      "train:3 is no ticket of openai:test-model",
    );
    await expect(asked(server, questions(1), {}, ["batch:batch-9"])).rejects.toThrow(/no such batch/);
    expect(server.batches.created).toHaveLength(0);
  });
});

describe("a question without an answer is a failure, the others have theirs", () => {
  test("where its line failed", async () => {
    const server = await aModelServer(TEXTS);
    server.batches.failingLines.add(2);
    const { replies } = await asked(server, questions(4));
    expect(textsOf(replies)).toEqual(["answer 0", "answer 1", "answer 3"]);
    expect(failuresOf(replies)).toEqual([[2, expect.stringContaining("gave no answer: not done in time")]]);
  });

  test.each(["expired", "cancelled"] as const)("where the batch has %s", async (endsAs) => {
    const server = await aModelServer(TEXTS);
    server.batches.endsAs = endsAs;
    server.batches.failingLines.add(0);
    const { replies } = await asked(server, questions(2));
    expect(textsOf(replies)).toEqual(["answer 1"]);
    expect(failuresOf(replies)).toHaveLength(1);
  });

  test("where the whole batch is refused: with the server's reason", async () => {
    const server = await aModelServer(TEXTS);
    server.batches.endsAs = "failed";
    const { replies } = await asked(server, questions(2));
    const message = expect.stringContaining("batch batch-1 ended as failed without one: the file is not understood");
    expect(failuresOf(replies)).toEqual([
      [0, message],
      [1, message],
    ]);
    const model = new BatchModel(anOpenAi(server.baseUrl, { api: "batch" }));
    await expect(model.ask(question(0))).rejects.toThrow(ModelError);
  });
});

test.each([
  ["500", { kind: "error", status: 500 }],
  ["a cut connection", { kind: "cut" }],
  ["429", { kind: "error", status: 429, headers: { "retry-after": "0.02" } }],
] as const)("a call that fails by %s is made again", async (_, misbehaviour) => {
  const server = await aModelServer(TEXTS, misbehaviour);
  const { replies } = await asked(server, questions(3), { retries: 1 });
  expect([textsOf(replies).length, server.batches.created.length, server.answered]).toEqual([3, 1, 3]);
});

test("an interruption ends the waiting, and leaves the batch where it is", async () => {
  const server = await aModelServer(TEXTS);
  server.batches.looksUntilDone = 1_000_000;
  const abort = new AbortController();
  setTimeout(() => abort.abort(new Error("interrupted")), 200);
  const model = new BatchModel(anOpenAi(server.baseUrl, { api: "batch", pollMs: 10_000 }));
  const asking = collected(model.askMany(questions(2), { concurrency: 1, signal: abort.signal }));
  await expect(asking).rejects.toThrow("interrupted");
  expect(server.batches.created[0]?.status).toBe("in_progress");
});

test("no questions make no batch", async () => {
  const server = await aModelServer(TEXTS);
  expect(await asked(server, [])).toEqual({ replies: [], tickets: [] });
  expect(server.batches.created).toHaveLength(0);
});

/** As far as the ticket, as a process would that is killed just after it was told. */
async function ticketsUntil(server: ModelServer, last: string): Promise<string[]> {
  const model = new BatchModel(anOpenAi(server.baseUrl, { api: "batch" }));
  const tickets: string[] = [];
  for await (const reply of model.askMany(questions(4), { concurrency: 1 })) {
    if (reply.kind === "ticket") tickets.push(reply.ticket);
    if (tickets.at(-1) === last) break;
  }
  return tickets;
}

async function asked(
  server: ModelServer,
  wanted: readonly Question[],
  settings: Partial<OpenAiSettings> = {},
  tickets: readonly string[] = [],
): Promise<{ readonly replies: Reply[]; readonly tickets: string[] }> {
  const model = new BatchModel(anOpenAi(server.baseUrl, { api: "batch", ...settings }));
  const all = await collected(model.askMany(wanted, { concurrency: 1, tickets }));
  return {
    replies: all.filter(({ kind }) => kind !== "ticket"),
    tickets: all.flatMap((reply) => (reply.kind === "ticket" ? [reply.ticket] : [])),
  };
}

async function collected<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

function question(sample: number): Question {
  return { prompt: "Solve this.", sample, seed: sample };
}

function questions(count: number): Question[] {
  return Array.from({ length: count }, (_, sample) => question(sample));
}

function soon(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 2));
}

function textsOf(replies: readonly Reply[]): string[] {
  return replies
    .flatMap((reply) => (reply.kind === "answer" ? [reply] : []))
    .sort((a, b) => a.question.sample - b.question.sample)
    .map(({ answer }) => answer.text);
}

function failuresOf(replies: readonly Reply[]): [number, string][] {
  return replies
    .flatMap((reply): [number, string][] =>
      reply.kind === "failure" ? [[reply.question.sample, reply.error.message]] : [],
    )
    .sort(([a], [b]) => a - b);
}
