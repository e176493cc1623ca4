import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { PublicProblem } from "../../src/domain/problem.ts";
import { InputFolder } from "../../src/judge/input-folder.ts";
import { isPoolEvent, type PoolEvent } from "../../src/run-log/event.ts";
import { Budget } from "../../src/solver/budget.ts";
import { makeTests, type TestDeps, type TestSettings } from "../../src/solver/make-tests.ts";
import { PoolState } from "../../src/solver/pool-state.ts";
import { takeSignatures } from "../../src/solver/take-signatures.ts";
import { MemoryLog } from "../support/memory-log.ts";
import { scriptedModel } from "../support/scripted-model.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { openTestSandbox, type TestSandbox } from "./open-test-sandbox.ts";
import { judgeDeps, keptCompileCache, sumProblem } from "./tiny-problem.ts";

let testSandbox: TestSandbox;
let inputFolder: InputFolder;
let problem: PublicProblem;

beforeAll(async () => {
  testSandbox = await openTestSandbox(1);
  inputFolder = await InputFolder.make();
});

afterAll(async () => {
  await inputFolder[Symbol.asyncDispose]();
  await testSandbox[Symbol.asyncDispose]();
});

beforeEach(async () => {
  const { problem: judged, testcases } = await sumProblem(temporaryFolder(), ["1 2\n"], { timeLimitMs: 2000 });
  problem = {
    ...judged,
    ...{ name: "Two Numbers", statement: "Print a + b.", sampleInteractions: [], maxScore: 100 },
    samples: testcases,
    subtasks: [{ id: "all", maxScore: 100 }],
  };
});

const SETTINGS: TestSettings = {
  from: "model",
  ...{ generators: 3, validators: 4, bruteForces: 3, inputs: 6, agreement: 0.75, perSubtask: false },
  ...{ language: "python3", seed: 1, concurrency: 2 },
};

const GENERATORS = [
  "import sys, random\nrandom.seed(int(sys.argv[1]))\nprint(random.randint(0, 99), random.randint(0, 99))",
  "import sys\nprint(-5, int(sys.argv[1]) % 100)",
  "this is not Python",
];

/** Three reject negative numbers; the fourth crashes and has no say. */
const REJECTS_NEGATIVE = "a, b = map(int, input().split())\nraise SystemExit(0 if a >= 0 and b >= 0 else 1)";
const VALIDATORS = [REJECTS_NEGATIVE, `${REJECTS_NEGATIVE} # 2`, `${REJECTS_NEGATIVE} # 3`, "import os\nos.abort()"];

const BRUTE_FORCES = [
  "a, b = map(int, input().split())\nprint(a + b)",
  "print(sum(map(int, input().split())))",
  "print(7)",
];

test("inputs that enough validators accept are kept, and every candidate leaves its mark on each", async () => {
  const { log, state, deps, model } = lab();
  await makeTests(problem, SETTINGS, state, deps);

  const generated = log.of("input-generated");
  expect(generated.length).toBeGreaterThan(4);
  for (const { generator, acceptedBy, rejectedBy } of generated) {
    const votes = generator === "g0001" ? [3, 0] : [0, 3];
    expect([acceptedBy.length, rejectedBy.length]).toEqual(votes);
  }
  expect(log.of("test-program-failed").map(({ program }) => program)).toContain("g0003");
  const [kept] = log.of("inputs-kept");
  expect(kept?.inputs.length).toBeGreaterThan(0);
  const generators = new Set(kept?.inputs.map((id) => generated.find(({ input }) => input === id)?.generator));
  expect(generators).toEqual(new Set(["g0001"]));

  for (const [candidate, source] of [
    ["c0001", "a, b = map(int, input().split())\nprint(a + b)"],
    ["c0002", "a, b = map(int, input().split())\nprint(b + a, end='')"],
    ["c0003", "a, b = map(int, input().split())\nprint(a - b)"],
    ["c0004", "import os\nos.abort()"],
  ] as const) {
    for (const event of candidateEvents(candidate, source, log)) {
      log.append(event);
      state.apply(event);
    }
  }
  await takeSignatures(problem, state, deps);
  const signatures = new Map(log.of("signature-taken").map(({ candidate, outputs }) => [candidate, outputs.join()]));
  expect(signatures.get("c0001")).toBe(signatures.get("c0002"));
  expect(signatures.get("c0003")).not.toBe(signatures.get("c0001"));
  expect(new Set(signatures.get("c0004")?.split(","))).toEqual(new Set(["RTE"]));
  const agreed = log.of("output-agreed");
  expect(agreed.length).toBe(kept?.inputs.length);
  expect(agreed[0]?.programs).toEqual(["b0001", "b0002"]);
  expect(signatures.get("c0001")?.split(",")[0]).toBe(agreed[0]?.output);

  // Nothing is asked, made or run again by who goes on with it.
  const [askedBefore, eventsBefore] = [model.asked.length, log.events.length];
  const resumed = new PoolState();
  for (const event of log.events) if (isPoolEvent(event)) resumed.apply(event);
  await makeTests(problem, SETTINGS, resumed, deps);
  await takeSignatures(problem, resumed, deps);
  expect([model.asked.length, log.events.length]).toEqual([askedBefore, eventsBefore]);
});

test("without a validator that works nothing is kept", async () => {
  const { log, state, deps } = lab(["not a program"]);
  await makeTests(problem, { ...SETTINGS, validators: 1, bruteForces: 0 }, state, deps);
  expect(log.of("inputs-kept").map(({ inputs }) => inputs)).toEqual([[]]);
});

test("for a task that talks with a judge nothing is asked", async () => {
  const { log, state, deps, model } = lab();
  const program = { path: "x", language: "python3", source: "" } as const;
  const task = { kind: "interactive", interactor: { protocol: "kattis", program }, passes: 1 } as const;
  await makeTests({ ...problem, task }, SETTINGS, state, deps);
  expect([model.asked.length, log.events.length]).toEqual([0, 0]);
});

function lab(validators: readonly string[] = VALIDATORS) {
  const log = new MemoryLog();
  const model = scriptedModel((prompt, sample) => {
    const sources = prompt.startsWith("Write a generator")
      ? GENERATORS
      : prompt.startsWith("Write a validator")
        ? validators
        : BRUTE_FORCES;
    return `Here it is:\n\`\`\`python\n${sources[sample]}\n\`\`\``;
  });
  const { sandbox, imageId } = testSandbox;
  const limits = { budgetTokens: undefined, budgetUsd: undefined, price: undefined };
  const deps: TestDeps = {
    ...{ model, log, inputFolder, readText: log.text, budget: new Budget(limits, []) },
    judge: judgeDeps(sandbox, imageId, keptCompileCache()),
  };
  return { log, model, deps, state: new PoolState() };
}

function candidateEvents(candidate: string, source: string, log: MemoryLog): PoolEvent[] {
  const sample = Number(candidate.slice(1)) - 1;
  return [
    {
      type: "candidate-extracted",
      ...{
        problem: problem.id,
        candidate,
        purpose: "candidate",
        sample,
        language: "python3",
        source: log.keep(source),
      },
    },
    {
      type: "candidate-tested",
      ...{ problem: problem.id, candidate, samples: [] },
      compile: { ok: true, cached: false, log: "", wallMs: 1 },
    },
  ];
}
