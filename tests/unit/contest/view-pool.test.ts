import { expect, test } from "vitest";
import { AttemptState } from "../../../src/contest/attempt-state.ts";
import { viewedProblem, viewPool } from "../../../src/contest/view-pool.ts";
import type { Problem, Testcase } from "../../../src/domain/problem.ts";
import { randomFrom } from "../../../src/domain/random.ts";
import type { RunEvent } from "../../../src/run-log/event.ts";
import type { PoolView } from "../../../src/selection/strategy.ts";
import { aJudgement, aTestcaseJudgement } from "../../support/judgements.ts";
import {
  candidateExtracted,
  candidateOf,
  candidateTested,
  logged,
  modelAnswered,
  PROBLEM,
} from "../../support/run-events.ts";
import { made, truth } from "../../support/run-stories.ts";
import { someStrategies } from "../../support/strategies.ts";

const SECRETS = ["secret-1-id", "the jury's answer", "never told"];
const JUDGED = {
  ...aJudgement(40),
  testcases: [aTestcaseJudgement({ id: "secret-1-id", verdict: "WA", message: "never told" })],
};

const EVENTS: readonly RunEvent[] = [
  ...[0, 1, 2].flatMap((sample) => [
    modelAnswered(sample),
    candidateExtracted(sample),
    candidateTested(sample, "passes"),
  ]),
  made(1, 0),
  { type: "submission-judged", problem: PROBLEM, number: 1, judgement: JUDGED },
  truth(1, JUDGED),
];

test("no hidden fact can be reached in a view, wherever one looks", () => {
  const reached = [...everythingIn(aView())];
  expect(reached).toContain("c0002");
  expect(reached.filter((text) => SECRETS.some((secret) => text.includes(secret)))).toEqual([]);
  expect(reached.filter((text) => /secret|jury/.test(text))).toEqual([]);
});

test("a walk over what was told at level full finds what was told: the walk can see", () => {
  const submission = { id: "secret-1-id", verdict: "WA", score: 0 } as const;
  const full = { verdict: "PAC", score: 40, subtasks: [], firstFailure: undefined, testcases: [submission] } as const;
  expect([...everythingIn({ ...aView(), submissions: [{ candidate: "c0001", feedback: full }] })]).toContain(
    "secret-1-id",
  );
});

test("strategies choose from the view of a problem whose secrets throw when they are touched", () => {
  for (const [name, strategy] of someStrategies())
    expect(strategy.choose(aView(), randomFrom(1))?.candidate, name).toMatch(/^c000[23]$/);
});

test("a secret that is touched does throw", () => {
  expect(() => poisoned("secret-1-id").answer).toThrow("answer of a secret testcase");
});

test("what brute forces agree on counts no more where a checker found several outputs right", () => {
  const inputs = ["i0001", "i0002"];
  const signature = (sample: number, outputs: string[]): RunEvent => {
    return { type: "signature-taken", problem: PROBLEM, candidate: candidateOf(sample), outputs, cpuMs: 1 };
  };
  const check = (candidate: number, against: number): RunEvent => ({
    ...{ type: "outputs-cross-checked", problem: PROBLEM, accepts: true },
    ...{ candidate: candidateOf(candidate), against: candidateOf(against) },
  });
  const agreedAfter = (more: readonly RunEvent[]) => {
    const events: readonly RunEvent[] = [
      ...EVENTS.slice(0, -3),
      { type: "inputs-kept", problem: PROBLEM, inputs },
      ...inputs.map((input): RunEvent => {
        return { type: "output-agreed", problem: PROBLEM, input, output: "a", programs: ["b0001", "b0002"] };
      }),
      ...[signature(0, ["a", "a"]), signature(1, ["a", "b"])],
      ...more,
    ];
    const state = new AttemptState(PROBLEM, logged(events));
    const known = { state, submissions: [], readText: () => "" };
    return viewPool(viewedProblem(aPoisonedProblem(), "subtasks"), 50, known).inputs.map(
      ({ agreedOutput }) => agreedOutput,
    );
  };
  expect(agreedAfter([])).toEqual(["a", "a"]);
  expect(agreedAfter([check(0, 1)])).toEqual(["a", "a"]);
  expect(agreedAfter([check(0, 1), check(1, 0)])).toEqual(["a", undefined]);
});

/** After a submission of which nothing was told. */
function aView(): PoolView {
  const state = new AttemptState(PROBLEM, logged(EVENTS));
  const nothing = { verdict: undefined, score: undefined, subtasks: undefined, firstFailure: undefined };
  const submissions = [{ candidate: "c0001", feedback: { ...nothing, testcases: undefined } }];
  return viewPool(viewedProblem(aPoisonedProblem(), "subtasks"), 50, {
    state,
    submissions,
    readText: () => "int main() {}",
  });
}

function aPoisonedProblem(): Problem {
  const allowed: Partial<Problem> = {
    ...{ id: PROBLEM, maxScore: 100 },
    testcases: [poisoned("secret-1-id")],
    subtasks: [{ id: "all", maxScore: 100, testcaseIds: ["secret-1-id"] }],
  };
  return new Proxy(allowed, {
    get(target, name) {
      if (name in target) return Reflect.get(target, name);
      throw new Error(`${String(name)} of a problem was touched`);
    },
  }) as Problem;
}

function poisoned(id: string): Testcase {
  const known: Readonly<Record<string, string>> = { id, kind: "secret" };
  return new Proxy({} as Testcase, {
    get(_, name) {
      const value = typeof name === "string" ? known[name] : undefined;
      if (value === undefined) throw new Error(`${String(name)} of a secret testcase was touched`);
      return value;
    },
  });
}

/** Every name, text and number in an object graph, prototypes and hidden properties too, and what its functions give. */
function* everythingIn(root: unknown): Generator<string> {
  const seen = new Set<unknown>();
  const waiting: unknown[] = [root];
  for (let value = waiting.pop(); value !== undefined || waiting.length > 0; value = waiting.pop()) {
    if (typeof value === "function") waiting.push(value());
    if (value === null || typeof value !== "object") {
      yield String(value);
      continue;
    }
    if (seen.has(value) || value === Object.prototype || value === Array.prototype) continue;
    seen.add(value);
    waiting.push(Object.getPrototypeOf(value));
    for (const key of Reflect.ownKeys(value)) {
      yield String(key);
      waiting.push(Reflect.get(value, key));
    }
  }
}
