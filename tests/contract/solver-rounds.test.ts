import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { packageValidators } from "../../src/contest/package-validators.ts";
import { mergedSignatures } from "../../src/domain/merged-signatures.ts";
import type { PublicProblem, Testcase } from "../../src/domain/problem.ts";
import { InputFolder } from "../../src/judge/input-folder.ts";
import { isPoolEvent } from "../../src/run-log/event.ts";
import { Budget } from "../../src/solver/budget.ts";
import { crossCheck } from "../../src/solver/cross-check.ts";
import { fillCandidatePool, type SampleSettings } from "../../src/solver/fill-candidate-pool.ts";
import { mutateSamples } from "../../src/solver/mutate-samples.ts";
import { PoolState } from "../../src/solver/pool-state.ts";
import { takeSignatures } from "../../src/solver/take-signatures.ts";
import { MemoryLog } from "../support/memory-log.ts";
import { scriptedModel } from "../support/scripted-model.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { openTestSandbox, type TestSandbox } from "./open-test-sandbox.ts";
import { dataFile, judgeDeps, keptCompileCache, LIMITS, sumProblem } from "./tiny-problem.ts";

let testSandbox: TestSandbox;
let inputFolder: InputFolder;
let problem: PublicProblem;
let samples: readonly Testcase[];

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
  samples = testcases;
  problem = {
    ...judged,
    ...{ name: "Two Numbers", statement: "Print a + b.", sampleInteractions: [], maxScore: 100, samples },
    subtasks: [{ id: "all", maxScore: 100 }],
  };
});

const SETTINGS: SampleSettings = {
  combining: "subtasks",
  ...{ samples: 3, repairs: 2, spend: "fixed", perSubtask: 0, hints: 0, language: "python3", seed: 1, concurrency: 1 },
};

const RIGHT = "a, b = map(int, input().split())\nprint(a + b)";
const WRONG = "a, b = map(int, input().split())\nprint(a - b)";
const BROKEN = "def broken(:";

test("what fails a sample or does not compile goes back, and what comes of that once more; a resumed run asks for nothing", async () => {
  const { log, deps, model, ask } = lab((prompt, sample) => {
    if (!prompt.includes("does not work yet")) return [RIGHT, WRONG, BROKEN][sample] ?? "";
    // Repair 2 of sample 1, and both of sample 2: the first stays wrong, in another way.
    return sample === 4 ? `${WRONG} # still` : RIGHT.replace("a + b", `a + b + 0 * ${sample}`);
  });
  await ask();
  const made = log.of("candidate-extracted").map(({ candidate, repairOf, purpose, sample }) => {
    return [candidate, purpose, sample, repairOf].join(" ");
  });
  expect(made).toEqual([
    "c0001 candidate 0 ",
    "c0002 candidate 1 ",
    "c0003 candidate 2 ",
    "c0006 repair 2 c0002",
    "c0008 repair 4 c0003",
    "c0009 repair 5 c0008",
  ]);
  const prompts = model.asked.filter((prompt) => prompt.includes("does not work yet"));
  expect(prompts[0]).toMatch(/It fails sample 1. Verdict: wrong answer: .*\n\nInput:\n```\n1 2\n```/);
  expect(prompts[1]).toMatch(/It does not compile:\n```\n[\s\S]*SyntaxError/);
  const [asked, events] = [model.asked.length, log.events.length];
  await ask();
  expect([model.asked.length, log.events.length]).toEqual([asked, events]);
  expect(deps.budget.isSpent).toBe(false);
});

test("inputs are made of the samples, and the package's validator says which are valid", async () => {
  const { log, deps } = lab(() => "");
  const source =
    "import sys\na, b = map(int, sys.stdin.readline().split())\nsys.exit(42 if 0 <= a <= 50 and 0 <= b <= 50 and not sys.stdin.read() else 43)";
  const validator = { path: "input_validators/v.py", language: "python3", source, protocol: "kattis" } as const;
  const validators = packageValidators({ limits: LIMITS, inputValidators: [validator] }, deps.judge);
  await mutateSamples(problem, { inputs: 12, seed: 1 }, new PoolState(), { ...deps, validators });
  const [kept] = log.of("inputs-kept");
  expect(kept?.inputs).toHaveLength(12);
  const texts = log.of("input-generated").map(({ sha256 }) => log.text(sha256));
  for (const text of texts) expect(text).toMatch(/^([0-9]|[1-4][0-9]|50) ([0-9]|[1-4][0-9]|50)\n$/);
  expect(new Set(texts).size).toBe(12);
  expect(texts).not.toContain("1 2\n");
});

test("with a checker, clusters that are right by each other's outputs are one", async () => {
  const checker = {
    path: "output_validators/v.py",
    language: "python3",
    source: `import sys
n = int(open(sys.argv[1]).read())
a, b = map(int, sys.stdin.read().split())
sys.exit(42 if a + b == n else 43)`,
  } as const;
  const task = {
    kind: "batch",
    passes: 1,
    checker: { kind: "program", protocol: "kattis", program: checker },
  } as const;
  const folder = temporaryFolder();
  const input = await dataFile(folder, "3\n");
  const sample: Testcase = { id: "1", kind: "sample", input, answer: await dataFile(folder, "1 2\n") };
  problem = { ...problem, task, samples: [sample] };
  const { log, deps, ask } = lab((_, index) => {
    return ["print(0, int(input()))", "n = int(input())\nprint(n, 0)", "input()\nprint(3, 0)"][index] ?? "";
  });
  await ask();
  const source = "import sys\nsys.exit(42 if 0 <= int(sys.stdin.read()) <= 99 else 43)";
  const validator = { path: "input_validators/v.py", language: "python3", source, protocol: "kattis" } as const;
  const validators = packageValidators({ limits: LIMITS, inputValidators: [validator] }, deps.judge);
  const state = stateOf(log);
  await mutateSamples(problem, { inputs: 5, seed: 1 }, state, { ...deps, validators });
  await takeSignatures(problem, state, deps);
  await crossCheck(problem, state, deps);
  const checks = log.of("outputs-cross-checked").map(({ candidate, against, accepts }) => {
    return [candidate, against, accepts].join(" ");
  });
  // The third is wrong on the inputs, and whatever it printed the checker looks at the sum alone.
  expect(checks).toEqual(["c0002 c0001 true", "c0001 c0002 true", "c0003 c0001 false"]);
  const merged = mergedSignatures(state);
  expect(merged.get("c0001")).toEqual(merged.get("c0002"));
  expect(merged.get("c0003")).not.toEqual(merged.get("c0001"));
  expect(state.signatures.get("c0001")?.outputs).not.toEqual(state.signatures.get("c0002")?.outputs);
  const events = log.events.length;
  await crossCheck(problem, stateOf(log), deps);
  expect(log.events.length).toBe(events);
});

function stateOf(log: MemoryLog): PoolState {
  const state = new PoolState();
  for (const event of log.events) if (isPoolEvent(event)) state.apply(event);
  return state;
}

function lab(script: (prompt: string, sample: number) => string) {
  const log = new MemoryLog();
  const model = scriptedModel((prompt, sample) => `So:\n\`\`\`python\n${script(prompt, sample)}\n\`\`\``);
  const { sandbox, imageId } = testSandbox;
  const deps = {
    ...{ model, log, inputFolder, readText: log.text },
    budget: new Budget({ budgetTokens: undefined, budgetUsd: undefined, price: undefined }, []),
    judge: judgeDeps(sandbox, imageId, keptCompileCache()),
  };
  const ask = async () => {
    const state = stateOf(log);
    const round = { number: 0, samples: SETTINGS.samples, told: [] };
    await fillCandidatePool(problem, SETTINGS, { round, state }, deps);
  };
  return { log, model, deps, ask };
}
