import { expect, test } from "vitest";
import { ModelError } from "../../../src/domain/errors.ts";
import { type Answer, costUsd, NothingRecorded } from "../../../src/model/language-model.ts";
import { RecordedModel } from "../../../src/model/recorded-model.ts";

const MODEL = new RecordedModel("recorded:pool", {
  candidate: ["first", "second"].map(anAnswer),
  generator: ["makes inputs"].map(anAnswer),
});

test("sample n gets answer n, whatever was asked before", async () => {
  expect((await MODEL.ask(asking(1))).text).toBe("second");
  expect((await MODEL.ask(asking(0))).text).toBe("first");
  expect((await MODEL.ask(asking(1))).text).toBe("second");
});

test("it says that it is recorded, and how many answers it has", () => {
  expect([MODEL.label, MODEL.isRecorded, MODEL.answerCount]).toEqual(["recorded:pool", true, 2]);
});

test("past its last answer it fails with both numbers, and does not begin again", async () => {
  const asked = MODEL.ask(asking(2));
  await expect(asked).rejects.toThrow(ModelError);
  await expect(asked).rejects.toThrow("recorded:pool has 2 candidate answers, asked was for number 3");
});

test("each purpose has its own samples", async () => {
  expect((await MODEL.ask({ ...asking(0), purpose: "generator" })).text).toBe("makes inputs");
  expect((await MODEL.ask({ ...asking(0), purpose: "candidate" })).text).toBe("first");
});

test.each([
  ["generator", 1, "recorded:pool has 1 generator answers, asked was for number 2"],
  ["judge", 0, "recorded:pool has 0 judge answers, asked was for number 1"],
] as const)("what is not recorded for a %s is none, and said to be so", async (purpose, sample, message) => {
  const asked = MODEL.ask({ ...asking(sample), purpose });
  await expect(asked).rejects.toThrow(NothingRecorded);
  await expect(asked).rejects.toThrow(message);
});

test("a part of the input that costs less is counted at its price", () => {
  const usage = { inputTokens: 1_000_000, cachedInputTokens: 400_000, outputTokens: 0, reasoningTokens: undefined };
  const price = { inputUsdPerMillion: 2, outputUsdPerMillion: 10 };
  expect(costUsd(usage, { ...price, cachedInputUsdPerMillion: 0.5 })).toBeCloseTo(1.4);
  expect(costUsd(usage, price)).toBeCloseTo(2);
});

test("an interruption ends it", async () => {
  await expect(MODEL.ask(asking(0), AbortSignal.abort(new Error("interrupted")))).rejects.toThrow("interrupted");
});

test.each([
  [1_000_000, 500_000, { inputUsdPerMillion: 2, outputUsdPerMillion: 10 }, 7],
  [0, 0, { inputUsdPerMillion: 2, outputUsdPerMillion: 10 }, 0],
  [undefined, 5, { inputUsdPerMillion: 2, outputUsdPerMillion: 10 }, undefined],
  [5, undefined, { inputUsdPerMillion: 2, outputUsdPerMillion: 10 }, undefined],
  [5, 5, undefined, undefined],
])("%s tokens in and %s out at %j cost %s USD", (inputTokens, outputTokens, price, usd) => {
  expect(costUsd({ inputTokens, outputTokens, reasoningTokens: undefined }, price)).toBe(usd);
});

function asking(sample: number) {
  return { prompt: "Solve this.", sample, seed: 1 };
}

function anAnswer(text: string): Answer {
  return {
    text,
    reasoning: undefined,
    finishReason: "stop",
    usage: { inputTokens: undefined, outputTokens: undefined, reasoningTokens: undefined },
    wallMs: 0,
  };
}
