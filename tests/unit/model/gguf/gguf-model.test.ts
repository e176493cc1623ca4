import { copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { ModelError, UsageError } from "../../../../src/domain/errors.ts";
import { GgufModel, type GgufSettings, ggufIdentity } from "../../../../src/model/gguf/gguf-model.ts";
import { temporaryFolder } from "../../../support/temporary-folder.ts";

/** A real model of 2 MB that writes little programs. */
const PATH = fileURLToPath(new URL("../../../fixtures/models/tiny-q8_0.gguf", import.meta.url));
const SUM = "Write a C++ program that reads two integers and prints their sum.";

// A machine with other things to do takes a second for a hundred tokens.
vi.setConfig({ testTimeout: 60_000 });

let model: GgufModel;

beforeAll(async () => {
  model = await GgufModel.open(settingsOf({}));
}, 60_000);

describe("a model in a file, run in this process", () => {
  test("answers with a program, its tokens and its end", async () => {
    const answer = await model.ask(asking(1));
    expect(answer.text).toMatch(/```[\s\S]*int main\(\)[\s\S]*```/);
    expect(answer).toMatchObject({ finishReason: "stop", reasoning: undefined });
    // ChatML around 15 tokens or so of prompt; a program takes more than that.
    expect(answer.usage.inputTokens).toBeGreaterThan(15);
    expect(answer.usage.inputTokens).toBeLessThan(40);
    expect(answer.usage.outputTokens).toBeGreaterThan(40);
    expect(answer.wallMs).toBeGreaterThan(0);
  });

  test("gives the same answer to the same seed, and different ones to different seeds", async () => {
    const answers = await Promise.all([1, 2, 3, 1, 2, 3].map((seed) => model.ask(asking(seed))));
    const texts = answers.map(({ text }) => text);
    expect(texts.slice(3)).toEqual(texts.slice(0, 3));
    expect(new Set(texts).size).toBeGreaterThan(1);
    expect(answers.map(({ usage }) => usage.inputTokens)).toEqual(answers.map(() => answers[0]?.usage.inputTokens));
  });

  test("says when it was cut off at the token limit, at exactly that many tokens", async () => {
    const short = await GgufModel.open(settingsOf({ maxOutputTokens: 12 }));
    expect(await short.ask(asking(1))).toMatchObject({ finishReason: "length", usage: { outputTokens: 12 } });
  });

  test("at temperature 0 gives one answer, whatever the seed", async () => {
    const cold = await GgufModel.open(settingsOf({ temperature: 0 }));
    expect((await cold.ask(asking(1))).text).toBe((await cold.ask(asking(2))).text);
  });

  test("stops where its context is full, rather than forgetting the problem", async () => {
    const small = await GgufModel.open(settingsOf({ contextTokens: 256 }));
    const prompt = "print ".repeat(150);
    const { usage, finishReason } = await small.ask({ prompt, sample: 0, seed: 5 });
    expect((usage.inputTokens ?? 0) + (usage.outputTokens ?? 0)).toBeLessThanOrEqual(256);
    expect(["stop", "length"]).toContain(finishReason);
    await expect(small.ask({ ...asking(1), prompt: "print ".repeat(2_000) })).rejects.toThrow(ModelError);
    await expect(small.ask({ ...asking(1), prompt: "print ".repeat(2_000) })).rejects.toThrow(
      /has room for 256 tokens/,
    );
  });

  test("is told what comes before the prompt", async () => {
    const without = await model.ask(asking(1));
    const withSystem = await model.ask({ ...asking(1), system: "You write short programs and nothing else." });
    expect(withSystem.usage.inputTokens).toBeGreaterThan(without.usage.inputTokens ?? 0);
  });
});

describe("an interruption", () => {
  test("ends an answer in its middle, and the next question is answered as ever", async () => {
    const abort = new AbortController();
    const asked = model.ask({ ...asking(1), prompt: "print ".repeat(40) }, abort.signal);
    const waiting = model.ask(asking(2), abort.signal);
    setTimeout(() => abort.abort(new Error("interrupted")), 20);
    const both = [asked, waiting].map((asking) => expect(asking).rejects.toThrow("interrupted"));
    await Promise.all(both);
    expect((await model.ask(asking(1))).finishReason).toBe("stop");
  });
});

describe("what cannot be run", () => {
  test("is said where the file is not there, or is something else", async () => {
    const folder = temporaryFolder();
    const nowhere = join(folder, "nowhere.gguf");
    await expect(GgufModel.open(settingsOf({ path: nowhere }))).rejects.toThrow(`there is no model ${nowhere}`);
    const text = join(folder, "text.gguf");
    writeFileSync(text, "not a model");
    await expect(GgufModel.open(settingsOf({ path: text }))).rejects.toThrow(UsageError);
    await expect(GgufModel.open(settingsOf({ path: text }))).rejects.toThrow(`${text} cannot be run`);
  });

  test("is told how to install it where the library is missing", async () => {
    const missing = () => import("node-llama-cpp-that-is-not-there" as string);
    const opening = GgufModel.open(settingsOf({}), missing);
    await expect(opening).rejects.toThrow(UsageError);
    await expect(opening).rejects.toThrow(
      /npm install node-llama-cpp@3 @node-llama-cpp\/.* --omit=optional --ignore-scripts/,
    );
  });
});

test("a cache tells models in files apart by settings and content", () => {
  const copy = join(temporaryFolder(), "copy.gguf");
  copyFileSync(PATH, copy);
  const one = ggufIdentity(settingsOf({ path: copy }));
  expect(ggufIdentity(settingsOf({ path: copy }))).toBe(one);
  expect(ggufIdentity(settingsOf({ path: copy, temperature: 0.1 }))).not.toBe(one);
  writeFileSync(copy, "another model");
  expect(ggufIdentity(settingsOf({ path: copy }))).not.toBe(one);
});

function asking(seed: number) {
  return { prompt: SUM, sample: seed, seed };
}

function settingsOf(settings: Partial<GgufSettings>): GgufSettings {
  const common = { path: PATH, topP: undefined, maxOutputTokens: undefined, contextTokens: undefined };
  return { ...common, temperature: 1, threads: 1, ...settings };
}
