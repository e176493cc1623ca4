import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { UsageError } from "../../../src/domain/errors.ts";
import type { Answer } from "../../../src/model/language-model.ts";
import { readPool } from "../../../src/model/read-pool.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

test("answers come in the order of their names; other files are left alone", async () => {
  const folder = aPool({ "02.md": "two", "10.md": "ten", "01.md": "one", "README.txt": "no", "notes.md.bak": "no" });
  expect((await candidates(folder)).map(({ text }) => text)).toEqual(["one", "two", "ten"]);
});

test("front matter gives tokens, end and time, and is no part of the answer", async () => {
  const head = "inputTokens: 10\noutputTokens: 20\nreasoningTokens: 5\nfinishReason: length\nwallMs: 1500.5";
  const folder = aPool({ "1.md": `---\n${head}\n---\nThe answer.\n---\nmore\n` });
  expect(await candidates(folder)).toEqual([
    {
      text: "The answer.\n---\nmore\n",
      reasoning: undefined,
      finishReason: "length",
      usage: { inputTokens: 10, outputTokens: 20, reasoningTokens: 5 },
      wallMs: 1500.5,
    },
  ]);
});

test("without front matter tokens are unknown, not 0", async () => {
  const [answer] = await candidates(aPool({ "1.md": "plain\r\ntext" }));
  expect(answer).toMatchObject({ text: "plain\r\ntext", finishReason: "stop", wallMs: 0 });
  expect(answer?.usage).toEqual({ inputTokens: undefined, outputTokens: undefined, reasoningTokens: undefined });
});

test.each([
  ["DOS line ends", "---\r\ninputTokens: 3\r\n---\r\nbody", "body", 3],
  ["an empty body", "---\ninputTokens: 3\n---\n", "", 3],
  ["a line that is not the first", "text\n---\ninputTokens: 3\n---\n", "text\n---\ninputTokens: 3\n---\n", undefined],
  ["four dashes", "----\ninputTokens: 3\n----\n", "----\ninputTokens: 3\n----\n", undefined],
  ["an empty file", "", "", undefined],
])("%s", async (_, file, text, inputTokens) => {
  const [answer] = await candidates(aPool({ "1.md": file }));
  expect(answer).toMatchObject({ text, usage: { inputTokens } });
});

describe("bad front matter names the file and the field", () => {
  test.each([
    ["inputTokens: many", "inputTokens"],
    ["outputTokens: -1", "outputTokens"],
    ["reasoningTokens: 1.5", "reasoningTokens"],
    ["finishReason: tired", "finishReason"],
    ["wallMs: soon", "wallMs"],
    ["tokens: 3", "tokens"],
    ["just words", "object"],
    ["a: [1", "not YAML"],
  ])("%j", async (head, named) => {
    const folder = aPool({ "1.md": "fine", "2.md": `---\n${head}\n---\nbody` });
    const reading = readPool(folder);
    await expect(reading).rejects.toThrow(UsageError);
    await expect(reading).rejects.toThrow(join(folder, "2.md"));
    await expect(reading).rejects.toThrow(named);
  });
});

test("an empty pool is a mistake, not a pool of no answers", async () => {
  const folder = aPool({ "answer.txt": "no" });
  const reading = readPool(folder);
  await expect(reading).rejects.toThrow(UsageError);
  await expect(reading).rejects.toThrow(`the candidate pool ${folder} is empty: expected one .md file for each answer`);
});

test("a folder that is not there is named", async () => {
  const folder = join(temporaryFolder(), "nowhere");
  const reading = readPool(folder);
  await expect(reading).rejects.toThrow(UsageError);
  await expect(reading).rejects.toThrow(`${folder} cannot be read as a candidate pool`);
});

test("answers for other purposes stand in folders of their own", async () => {
  const folder = aPool({
    "1.md": "a candidate",
    "generators/2.md": "second",
    "generators/1.md": "first",
    "validators/1.md": "---\noutputTokens: 5\n---\na validator",
    "brute-force/1.md": "slow",
    "repair/1.md": "mended",
    "judge/1.md": "better",
    "notes/1.md": "none of them",
  });
  const recording = await readPool(folder);
  const texts = Object.entries(recording).map(([purpose, answers]) => [purpose, answers.map(({ text }) => text)]);
  expect(Object.fromEntries(texts)).toEqual({
    candidate: ["a candidate"],
    generator: ["first", "second"],
    validator: ["a validator"],
    "brute-force": ["slow"],
    repair: ["mended"],
    judge: ["better"],
  });
  expect(recording.validator?.[0]?.usage.outputTokens).toBe(5);
});

test("thoughts at the head of an answer are no part of it", async () => {
  const [answer] = await candidates(aPool({ "1.md": "<think>hm</think>\nIt is 5." }));
  expect(answer).toMatchObject({ text: "It is 5.", reasoning: "hm" });
});

async function candidates(folder: string): Promise<readonly Answer[]> {
  return (await readPool(folder)).candidate ?? [];
}

function aPool(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}
