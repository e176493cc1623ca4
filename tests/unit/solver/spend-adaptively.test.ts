import { describe, expect, test } from "vitest";
import type { ToldSubmission } from "../../../src/domain/feedback.ts";
import type { PublicProblem } from "../../../src/domain/problem.ts";
import { randomFrom } from "../../../src/domain/random.ts";
import type { JudgeDeps } from "../../../src/judge/test-program.ts";
import { isPoolEvent, type PoolEvent } from "../../../src/run-log/event.ts";
import { Budget } from "../../../src/solver/budget.ts";
import { fillCandidatePool } from "../../../src/solver/fill-candidate-pool.ts";
import { PoolState } from "../../../src/solver/pool-state.ts";
import { type Arm, pickArm, planSamples } from "../../../src/solver/spend-adaptively.ts";
import { aTestcaseJudgement } from "../../support/judgements.ts";
import { MemoryLog } from "../../support/memory-log.ts";
import { PROBLEM } from "../../support/run-events.ts";
import { scriptedModel } from "../../support/scripted-model.ts";

const TWO = {
  id: PROBLEM,
  subtasks: [
    { id: "samples", maxScore: 0 },
    { id: "easy", maxScore: 30 },
    { id: "hard", maxScore: 70 },
  ],
} as unknown as PublicProblem;
const PUBLIC = {
  ...TWO,
  ...{ name: "Adding", statement: "Add.", sampleInteractions: [], samples: [], task: { kind: "batch" } },
  limits: { timeLimitMs: 1000, memoryLimitBytes: 64 * 1024 * 1024 },
  support: { byLanguage: new Map(), isRequired: false },
} as unknown as PublicProblem;
const NO_LIMITS = { budgetTokens: undefined, budgetUsd: undefined, price: undefined };
/** No answer has a program in it. */
const NO_JUDGE = {} as JudgeDeps;

const SETTINGS = { samples: 80, perSubtask: 1, seed: 1, combining: "subtasks" } as const;
const NONE_SPENT = () => false;

describe("the next sample is for", () => {
  test("the subtask that is worth more, where nothing else tells them apart", () => {
    const picked = picks([anArm({ id: "easy", points: 10 }), anArm({ id: "hard", points: 90 })]);
    expect(picked.get("hard")).toBeGreaterThan(150);
    expect(picked.get("easy")).toBeGreaterThan(0);
  });

  test("one that answers hit now and then, rather than one that they never hit", () => {
    const picked = picks([anArm({ id: "never", tries: 20 }), anArm({ id: "sometimes", tries: 20, hits: 1 })]);
    expect(picked.get("sometimes")).toBeGreaterThan(100);
  });

  test("another one than that which many answers hit already", () => {
    const picked = picks([anArm({ id: "often", tries: 12, hits: 10 }), anArm({ id: "new" })]);
    expect(picked.get("often")).toBeUndefined();
  });

  test("none that is solved, nor one that 24 answers never hit", () => {
    const open = anArm({ id: "open", points: 1 });
    const closed = [anArm({ id: "solved", isSolved: true, hits: 1, tries: 1 }), anArm({ id: "hopeless", tries: 24 })];
    expect([...picks([...closed, open]).keys()]).toEqual(["open"]);
    expect(pickArm(closed, randomFrom(1))).toBeUndefined();
  });
});

describe("a plan", () => {
  test("is of a step, as long as an eighth of the samples, and the same for the same seed", () => {
    const plan = () =>
      planSamples(TWO, SETTINGS, { planned: 0, until: 80, told: [], isSpent: NONE_SPENT }, new PoolState());
    expect(plan()).toHaveLength(10);
    expect(plan()).toEqual(plan());
    expect(new Set(plan())).toEqual(new Set(["easy", "hard"]));
  });

  test("ends where the round does, and leaves the other samples to the whole problem", () => {
    const at = { planned: 70, until: 74, told: [], isSpent: NONE_SPENT };
    expect(planSamples(TWO, { ...SETTINGS, perSubtask: 0.5 }, at, new PoolState())).toEqual([
      null,
      expect.any(String),
      null,
      expect.any(String),
    ]);
  });

  test("leaves out what the contest told to be solved, and what answers never hit on the samples", () => {
    const state = new PoolState();
    for (let sample = 0; sample < 24; sample++) tried(state, sample, "hard", sample < 23 ? "WA" : "AC");
    const told = [submission("c0099", [{ id: "easy", score: 30, maxScore: 30 }])];
    const step = { planned: 24, until: 80, told, isSpent: NONE_SPENT };
    const planned = planSamples(TWO, SETTINGS, step, state);
    expect(new Set(planned)).toEqual(new Set(["hard"]));
    // The contest tells that the one that passes the samples falls short: none is left.
    told.push(submission("c0024", [{ id: "hard", score: 10, maxScore: 70 }]));
    expect(planSamples(TWO, SETTINGS, step, state)).toEqual([]);
  });

  test("leaves out none where the best submission counts: it has to solve all of them", () => {
    const told = [submission("c0099", [{ id: "easy", score: 30, maxScore: 30 }])];
    told.push(submission("c0098", [{ id: "hard", score: 70, maxScore: 70 }]));
    const step = { planned: 0, until: 80, told, isSpent: NONE_SPENT };
    expect(planSamples(TWO, SETTINGS, step, new PoolState())).toEqual([]);
    const planned = planSamples(TWO, { ...SETTINGS, combining: "submission" }, step, new PoolState());
    expect(new Set(planned)).toEqual(new Set(["easy", "hard"]));
  });

  test("leaves out a subtask whose budget is spent, and is none where all are", () => {
    const step = { planned: 0, until: 80, told: [] };
    const plan = (spent: readonly string[]) =>
      planSamples(TWO, SETTINGS, { ...step, isSpent: (id) => spent.includes(id) }, new PoolState());
    expect(new Set(plan(["hard"]))).toEqual(new Set(["easy"]));
    expect(plan(["easy", "hard"])).toEqual([]);
    const half = { ...SETTINGS, perSubtask: 0.5 };
    // Samples for the whole problem have a budget of their own.
    expect(planSamples(TWO, half, { ...step, isSpent: () => true }, new PoolState())).toEqual(Array(10).fill(null));
  });
});

test("cut short after any event, a run goes on as planned: it asks for each sample once, and ends alike", async () => {
  const whole = await solved([]);
  // Nothing hits: either subtask is given up after 24 answers, long before 200.
  expect(whole.asked).toBeGreaterThanOrEqual(48);
  expect(whole.asked).toBeLessThan(80);
  expect(whole.events.filter(({ type }) => type === "samples-planned").length).toBeGreaterThan(2);
  for (let length = 0; length < whole.events.length; length++) {
    const resumed = await solved(whole.events.slice(0, length));
    const kept = whole.events.slice(0, length).filter(({ type }) => type === "model-answered").length;
    expect(resumed.asked + kept).toBe(whole.asked);
    expect([...whole.events.slice(0, length), ...resumed.events].map(summary).sort()).toEqual(
      whole.events.map(summary).sort(),
    );
  }
});

async function solved(logged: readonly PoolEvent[]) {
  const log = new MemoryLog();
  const state = new PoolState();
  for (const event of logged) state.apply(event);
  const model = scriptedModel(() => "No idea.");
  const readText = () => "No idea.";
  await fillCandidatePool(
    PUBLIC,
    { ...SETTINGS, samples: 200, repairs: 0, spend: "adaptive", hints: 0, language: "cpp20", concurrency: 4 },
    { state, round: { number: 0, samples: 200, told: [] } },
    { model, log, readText, budget: new Budget(NO_LIMITS, []), judge: NO_JUDGE },
  );
  return { asked: model.asked.length, events: log.events.filter(isPoolEvent) };
}

function summary(event: PoolEvent): string {
  switch (event.type) {
    case "samples-planned":
      return `planned ${event.subtasks.join(" ")}`;
    case "model-answered":
      return `answered ${event.sample} for ${event.subtask}`;
    default:
      return `${event.type} ${"sample" in event ? event.sample : ""}`;
  }
}

function anArm(parts: Partial<Arm>): Arm {
  return { id: "arm", points: 50, tries: 0, hits: 0, isSolved: false, isSpent: false, ...parts };
}

function picks(arms: readonly Arm[]): Map<string, number> {
  const random = randomFrom(3);
  const counts = new Map<string, number>();
  for (let draw = 0; draw < 200; draw++) {
    const id = pickArm(arms, random)?.id ?? "none";
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

function tried(state: PoolState, sample: number, subtask: string, verdict: "AC" | "WA"): void {
  const candidate = `c${String(sample + 1).padStart(4, "0")}`;
  const question = { problem: PROBLEM, purpose: "candidate", sample } as const;
  const text = "0".repeat(64);
  state.apply({
    ...{ type: "model-answered", ...question, subtask, prompt: text, answer: text, finishReason: "stop", wallMs: 1 },
  });
  state.apply({ type: "candidate-extracted", ...question, candidate, language: "cpp20", source: text, subtask });
  const compile = { ok: true, cached: false, log: "", wallMs: 1 };
  state.apply({
    ...{ type: "candidate-tested", problem: PROBLEM, candidate, compile, samples: [aTestcaseJudgement({ verdict })] },
  });
}

function submission(candidate: string, subtasks: { id: string; score: number; maxScore: number }[]): ToldSubmission {
  return {
    candidate,
    feedback: { verdict: undefined, score: undefined, subtasks, firstFailure: undefined, testcases: undefined },
  };
}
