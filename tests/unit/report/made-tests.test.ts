import { expect, test } from "vitest";
import { applyToProblem, emptyProblemFold } from "../../../src/report/fold-problem.ts";
import { madeTestsOf } from "../../../src/report/made-tests.ts";
import type { PoolEvent } from "../../../src/run-log/event.ts";

const input = (id: string, acceptedBy: readonly string[], rejectedBy: readonly string[]): PoolEvent => {
  const made = { generator: "g0001", seed: 1, sha256: "00", bytes: 2 };
  return {
    type: "input-generated",
    problem: "a",
    input: id,
    ...made,
    acceptedBy: [...acceptedBy],
    rejectedBy: [...rejectedBy],
  };
};
const program = (name: string, kind: "generator" | "validator"): PoolEvent => {
  const rest = { sample: 0, language: "python3", source: "00" } as const;
  return { type: "test-program-extracted", problem: "a", program: name, kind, ...rest };
};
const signature = (candidate: string, outputs: string[]): PoolEvent => {
  return { type: "signature-taken", problem: "a", candidate, outputs, cpuMs: 1 };
};

function testsAfter(events: readonly PoolEvent[]) {
  const fold = emptyProblemFold();
  for (const event of events) applyToProblem(fold, event);
  return madeTestsOf(fold);
}

test("programs, votes and what the inputs are good for are counted", () => {
  const tests = testsAfter([
    program("g0001", "generator"),
    program("g0002", "generator"),
    { type: "test-program-failed", problem: "a", program: "g0002", reason: "does not compile" },
    program("v0001", "validator"),
    program("v0002", "validator"),
    program("v0003", "validator"),
    input("i0001", ["v0001", "v0002"], []),
    input("i0002", ["v0001"], ["v0002"]),
    { type: "inputs-kept", problem: "a", inputs: ["i0001", "i0002"] },
    signature("c0001", ["x", "y"]),
    signature("c0002", ["x", "z"]),
    signature("c0003", ["not run", "y"]),
  ]);
  expect(tests).toEqual({
    programs: {
      generator: { written: 2, failed: 1 },
      validator: { written: 3, failed: 0 },
      "brute-force": { written: 0, failed: 0 },
    },
    ...{ generated: 2, kept: 2, splitting: 1, agreed: 0 },
    validators: [
      { program: "v0001", accepted: 2, rejected: 0 },
      { program: "v0002", accepted: 1, rejected: 1 },
    ],
    agreement: [
      [1, 0.5],
      [0.5, 1],
    ],
  });
});

test("where no tests were made there is nothing to show", () => {
  expect(
    testsAfter([{ type: "answer-unusable", problem: "a", purpose: "candidate", sample: 0, reason: "empty" }]),
  ).toBeUndefined();
});
