import { expect, test } from "vitest";
import { ModelError } from "../../../src/domain/errors.ts";
import type { LanguageModel } from "../../../src/model/language-model.ts";
import { BatchModel } from "../../../src/model/openai/batch-model.ts";
import { OpenAiModel } from "../../../src/model/openai/openai-model.ts";
import { isPoolEvent } from "../../../src/run-log/event.ts";
import { type Asked, Asker } from "../../../src/solver/asker.ts";
import { Budget, type BudgetLimits } from "../../../src/solver/budget.ts";
import { PoolState } from "../../../src/solver/pool-state.ts";
import { aModelServer } from "../../support/a-model-server.ts";
import { MemoryLog } from "../../support/memory-log.ts";
import { TOKENS } from "../../support/model-server.ts";
import { anOpenAi } from "../../support/openai-settings.ts";
import { scriptedModel } from "../../support/scripted-model.ts";

const TEXTS = Array.from({ length: 100 }, (_, index) => `answer ${index}`);
/** As many tokens as the server says that it has. */
const PROMPT = "x".repeat(4 * TOKENS.prompt);
const TOKENS_EACH = TOKENS.prompt + TOKENS.completion;

test("several samples come in one request, each answer to its own sample", async () => {
  const server = await aModelServer(TEXTS);
  const { said } = await ask(new OpenAiModel(anOpenAi(server.baseUrl, { samplesPerRequest: 4 })), 10);
  expect(said).toEqual(TEXTS.slice(0, 10));
  expect([server.asked, server.answered]).toEqual([3, 10]);
});

test("what is known is read again and not asked again", async () => {
  const server = await aModelServer(TEXTS);
  const model = new OpenAiModel(anOpenAi(server.baseUrl));
  const log = new MemoryLog();
  await ask(model, 3, { log });
  const { said } = await ask(model, 5, { log });
  expect(said).toEqual(TEXTS.slice(0, 5));
  expect(server.answered).toBe(5);
});

test("a batch that an interrupted run had handed over is waited for, and paid for once", async () => {
  const server = await aModelServer(TEXTS);
  const log = new MemoryLog();
  server.batches.looksUntilDone = 1000;
  const interruption = new AbortController();
  const model = () => new BatchModel(anOpenAi(server.baseUrl, { api: "batch", pollMs: 5 }));
  const interrupted = ask(model(), 6, { log, signal: interruption.signal });
  await expect.poll(() => log.of("batch-submitted").length).toBe(2);
  interruption.abort(new Error("killed"));
  await expect(interrupted).rejects.toThrow();
  server.batches.looksUntilDone = 1;
  const { said } = await ask(model(), 6, { log });
  expect(said).toEqual(TEXTS.slice(0, 6));
  expect([server.batches.created.length, server.answered]).toEqual([1, 6]);
  expect(log.of("batch-submitted").map(({ ticket }) => ticket)).toEqual(["file:file-1", "batch:batch-1"]);
});

test("a batch asks for no more than the budget is expected to pay for", async () => {
  const server = await aModelServer(TEXTS);
  const model = new BatchModel(anOpenAi(server.baseUrl, { api: "batch" }));
  const { said } = await ask(model, 100, { limits: { budgetTokens: 10.5 * TOKENS_EACH } });
  expect(said).toHaveLength(11);
  expect(server.batches.created.length).toBeGreaterThan(1);
});

test("who has spent the budget asks no more", async () => {
  const model = scriptedModel(() => "text");
  const { said } = await ask(model, 20, { limits: { budgetTokens: 100 } });
  expect([said.length, model.asked.length]).toEqual([4, 4]);
});

test("failures in a row end it, and what was under way is kept", async () => {
  let release = () => {};
  const slow = new Promise<void>((resolve) => {
    release = resolve;
  });
  let failed = 0;
  const model = modelThat(async (sample) => {
    if (sample === 0) await slow;
    else {
      if (++failed === 5) release();
      throw new ModelError(`no answer to ${sample}`);
    }
  });
  const log = new MemoryLog();
  await expect(ask(model, 20, { log, concurrency: 2 })).rejects.toThrow("no answer to 5");
  expect(log.of("model-failed")).toHaveLength(5);
  expect(log.of("model-answered").map(({ sample }) => sample)).toEqual([0]);
});

test("failures between answers do not end it; those samples are missing", async () => {
  const model = scriptedModel((_, sample) => (sample % 2 === 0 ? "text" : undefined));
  const { said } = await ask(model, 20, { concurrency: 1 });
  expect(said).toHaveLength(10);
});

test("one request that fails for many samples is one failure", async () => {
  const server = await aModelServer(TEXTS);
  server.misbehaviours.push({ kind: "error", status: 500 });
  const model = new OpenAiModel(anOpenAi(server.baseUrl, { samplesPerRequest: 8 }));
  expect((await ask(model, 16, { concurrency: 1 })).said).toHaveLength(8);
});

test("a subtask whose budget is spent is asked for no more; the others go on", async () => {
  const model = modelThat(async () => undefined);
  const log = new MemoryLog();
  const limits = { eachSubtask: { budgetTokens: 60, budgetUsd: undefined } };
  await ask(model, 12, { log, concurrency: 1, limits, subtaskOf: (sample) => ["1", "2"][sample % 3] });
  const asked = (subtask: string | undefined) =>
    log.of("model-answered").filter((answer) => answer.subtask === subtask).length;
  // An answer takes 30 tokens; what is not asked for by itself has no limit.
  expect([asked("1"), asked("2"), asked(undefined)]).toEqual([2, 2, 4]);
});

interface Settings {
  readonly log?: MemoryLog;
  readonly concurrency?: number;
  readonly signal?: AbortSignal;
  readonly limits?: Partial<BudgetLimits>;
  readonly subtaskOf?: (sample: number) => string | undefined;
}

/** Goes on with what the log has. */
async function ask(model: LanguageModel, samples: number, settings: Settings = {}) {
  const { log = new MemoryLog(), concurrency = 4, signal, limits = {}, subtaskOf = () => undefined } = settings;
  const state = new PoolState();
  for (const event of log.events) if (isPoolEvent(event)) state.apply(event);
  const budget = new Budget({ budgetTokens: undefined, budgetUsd: undefined, price: undefined, ...limits }, []);
  const asker = new Asker("p", { seed: 0, concurrency }, state, { model, budget, log, readText: log.text, signal });
  const said: string[] = [];
  await asker.askEach(
    Array.from({ length: samples }, (_, sample) => ({ ...question(sample), subtask: subtaskOf(sample) })),
    ({ text }, { sample }) => {
      said[sample] = text;
    },
  );
  return { said: said.filter((text) => text !== undefined), log };
}

function question(sample: number): Asked {
  return { purpose: "candidate", sample, prompt: PROMPT, subtask: undefined, round: 0 };
}

function modelThat(work: (sample: number) => Promise<void>): LanguageModel {
  return {
    ...scriptedModel(() => "text"),
    ask: async ({ sample }) => {
      await work(sample);
      const usage = { inputTokens: 10, outputTokens: 20, reasoningTokens: undefined };
      return { text: "text", reasoning: undefined, finishReason: "stop", usage, wallMs: 1 };
    },
  };
}
