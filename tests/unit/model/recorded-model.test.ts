import { expect, test } from "vitest";
import { ModelError } from "../../../src/domain/errors.ts";
import { type Answer, costUsd } from "../../../src/model/language-model.ts";
import { RecordedModel } from "../../../src/model/recorded-model.ts";

const MODEL = new RecordedModel("recorded:pool", ["first", "second"].map(anAnswer));

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
  await expect(asked).rejects.toThrow("recorded:pool has 2 answers, asked was for number 3");
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
