import { expect, test } from "vitest";
import { solveProgressText } from "../../../src/commands/solve-progress.ts";
import type { EventOf, LoggedEvent, RunEvent } from "../../../src/run-log/event.ts";
import { aStartedProblem } from "../../support/run-events.ts";

const UNDERTAKEN = {
  problems: [aStartedProblem({ id: "a" })],
  rules: "ioi",
  samples: 10,
  submissionLimit: 1000,
  price: { inputUsdPerMillion: 1000, outputUsdPerMillion: 1000 },
};

test("a program every 6 seconds: rate, time left, tokens and cost; earlier sessions count, but not for the rate", () => {
  const before = [answered(0, 0), tested("c0000", 0), answered(1, 1), tested("c0001", 1)];
  const text = solveProgressText(UNDERTAKEN, before);
  text(logged({ type: "run-resumed" }, 100_000));
  text(answered(2, 101_000));
  text(answered(3, 102_000));
  text(tested("c0002", 106_000));
  expect(text(tested("c0003", 112_000))).toBe(
    "answers 4 of 10 · 4 tried (10 a minute, 36.0 s left) · 4 compile · 4 pass the samples · 120 tokens · 0.12 USD",
  );
});

test("the rate is that of late: a pause is forgotten after a hundred programs", () => {
  const text = solveProgressText({ ...UNDERTAKEN, samples: 1000 }, []);
  for (let sample = 0; sample < 300; sample++) text(tested("c0000", sample * 1_000));
  const later = Array.from({ length: 200 }, (_, sample) => text(tested("c0000", 9_000_000 + sample * 6_000)));
  expect(later[20]).not.toContain("(10 a minute");
  expect(later[199]).toContain("500 tried (10 a minute, 50 min 0 s left)");
});

test("answers without a program and programs that were there before are done with; a repaired program is no answer more", () => {
  const text = solveProgressText(UNDERTAKEN, []);
  text(answered(0, 0));
  text(logged({ type: "answer-unusable", problem: "a", purpose: "candidate", sample: 0, reason: "no code" }, 30_000));
  text(extracted("c0001", { purpose: "candidate", sameAs: "c0000" }, 60_000));
  text(extracted("c0002", { purpose: "repair" }, 60_000));
  expect(text(tested("c0002", 60_000))).toContain("1 tried (2.0 a minute, 4 min 0 s left)");
});

test("several problems: a line for each below that for all", () => {
  const text = solveProgressText({ ...UNDERTAKEN, problems: ["a", "bun"].map((id) => aStartedProblem({ id })) }, []);
  text(answered(0, 0));
  text(tested("c0000", 0));
  const lines = text(logged({ type: "problem-finished", problem: "bun", reason: "no budget" })).split("\n");
  expect(lines.slice(1)).toEqual([
    "  a    answers 1 of 10 · 1 tried · 1 pass the samples",
    "  bun  0 of 1,000 submitted, score 0, over",
  ]);
});

test("programs that are run on the inputs, and those judged for the baselines, have a rate and a time left, too", () => {
  const text = solveProgressText(UNDERTAKEN, []);
  for (const sample of [0, 1, 2, 3]) text(tested(`c000${sample}`, 1_000));
  text(logged({ type: "inputs-kept", problem: "a", inputs: ["i0001"] }, 60_000));
  const signed = (candidate: string, outputs: string[], atMs: number) =>
    text(logged({ type: "signature-taken", problem: "a", candidate, outputs, cpuMs: 1 }, atMs));
  signed("c0000", ["x"], 66_000);
  expect(signed("c0001", ["x"], 72_000)).toContain("1 cluster of 2 run on the inputs (10 a minute, 12.0 s left)");
  signed("c0002", ["y"], 78_000);
  expect(signed("c0003", ["y"], 84_000)).toMatch(/ · 2 clusters$/);
  text(logged({ type: "run-finished" }, 90_000));
  const compile = { ok: true, cached: false, log: "", wallMs: 1 };
  const judgement = { verdict: "AC", score: 1, maxScore: 1, compile, subtasks: [], testcases: [] } as const;
  const judged = (candidate: string, atMs: number) =>
    text(
      logged(
        {
          type: "candidate-judged",
          problem: "a",
          candidate,
          judgement: { ...judgement, subtasks: [], testcases: [] },
        },
        atMs,
      ),
    );
  judged("c0000", 96_000);
  expect(judged("c0001", 102_000)).toBe(
    "score 0 · judging the rest for the baselines: 2 of 4 (10 a minute, 12.0 s left)",
  );
});

test("tokens that the server did not count are missing in the sum, and it says so", () => {
  const text = solveProgressText({ ...UNDERTAKEN, price: undefined }, []);
  text(answered(0, 0));
  const { inputTokens: _, outputTokens: __, ...uncounted } = answered(1, 0).event as EventOf<"model-answered">;
  expect(text(logged(uncounted))).toMatch(/ · more than 30 tokens$/);
});

test("clusters are those of each problem, and the score is the sum over problems", () => {
  const text = solveProgressText({ ...UNDERTAKEN, problems: ["a", "b"].map((id) => aStartedProblem({ id })) }, []);
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
    "2 clusters · 2 of 2,000 submitted, score 60",
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

function tested(candidate: string, atMs: number): LoggedEvent {
  const compile = { ok: true, cached: false, log: "", wallMs: 1 };
  return logged({ type: "candidate-tested", problem: "a", candidate, compile, samples: [] }, atMs);
}

function extracted(
  candidate: string,
  from: { readonly purpose: "candidate" | "repair"; readonly sameAs?: string },
  atMs: number,
): LoggedEvent {
  const source = "0".repeat(64);
  const made = { sample: 0, round: 0, language: "cpp20", source } as const;
  return logged({ type: "candidate-extracted", problem: "a", candidate, ...made, ...from }, atMs);
}

function logged(event: RunEvent, atMs = 0): LoggedEvent {
  return { part: "run", sequence: 1, atMs, event };
}
