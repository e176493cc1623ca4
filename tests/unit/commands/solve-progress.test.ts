import { expect, test } from "vitest";
import { solveProgressText } from "../../../src/commands/solve-progress.ts";
import type { LoggedEvent, RunEvent } from "../../../src/run-log/event.ts";

const UNDERTAKEN = {
  samples: 10,
  submissionLimit: 1000,
  price: { inputUsdPerMillion: 1000, outputUsdPerMillion: 1000 },
};

test("an answer every 6 seconds: rate, time left, tokens and cost; earlier sessions count, but not for the rate", () => {
  const before = [answered(0, 0), answered(1, 1)];
  const text = solveProgressText(UNDERTAKEN, before);
  text({ ...answered(2, 100_000), event: { type: "run-resumed" } });
  text(answered(2, 106_000));
  expect(text(answered(3, 112_000))).toBe(
    "answers 4 of 10 (10 a minute, 36.0 s left) · 0 tried · 0 compile · 0 pass the samples · 120 tokens · 0.12 USD",
  );
});

test("clusters are those of each problem, and the score is the sum over problems", () => {
  const text = solveProgressText(UNDERTAKEN, []);
  for (const problem of ["a", "b"]) {
    for (const candidate of ["c0001", "c0002"])
      text(logged({ type: "signature-taken", problem, candidate, outputs: ["x"], cpuMs: 1 }));
    text(logged({ type: "submission-made", problem, number: 1, candidate: "c0001", why: "", atMs: 0 }));
    const subtasks = [{ id: "1", score: 30, maxScore: 100 }];
    const compile = { ok: true, cached: false, log: "", wallMs: 1 };
    const judgement = { verdict: "PAC", score: 30, maxScore: 100, compile, subtasks, testcases: [] } as const;
    text(
      logged({ type: "submission-judged", problem, number: 1, judgement: { ...judgement, subtasks, testcases: [] } }),
    );
  }
  expect(text(logged({ type: "round-finished", problem: "a", round: 0 }))).toContain(
    "2 clusters · 2 of 1,000 submitted, score 60",
  );
});

function answered(sample: number, atMs: number): LoggedEvent {
  const hash = "0".repeat(64);
  return logged(
    {
      type: "model-answered",
      ...{ problem: "a", purpose: "candidate", sample, prompt: hash, answer: hash, finishReason: "stop", wallMs: 1 },
      ...{ inputTokens: 10, outputTokens: 20 },
    },
    atMs,
  );
}

function logged(event: RunEvent, atMs = 0): LoggedEvent {
  return { part: "run", sequence: 1, atMs, event };
}
