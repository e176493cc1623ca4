import { describe, expect, test } from "vitest";
import { compareRuns, type ShownRun } from "../../../src/report/comparison.ts";
import { foldRun } from "../../../src/report/fold-run.ts";
import { renderComparisonText } from "../../../src/report/render-comparison.ts";
import { viewRun } from "../../../src/report/run-view.ts";
import type { RunEvent } from "../../../src/run-log/event.ts";
import { aStartedProblem, logged, runStarted } from "../../support/run-events.ts";
import { A_STORY } from "../../support/run-stories.ts";

const priced = (usdPerMillion: number): readonly RunEvent[] => [
  runStarted({ price: { inputUsdPerMillion: usdPerMillion, outputUsdPerMillion: usdPerMillion } }),
  ...A_STORY.slice(1),
];

describe("what a score cost", () => {
  test("is told for a dollar and for a million tokens: 100 points for 5,500 tokens", () => {
    const { runs } = compareRuns([shown("a", priced(1000)), shown("b", priced(10))]);
    expect(runs.map(({ score }) => score)).toEqual([100, 100]);
    expect(runs[0]?.perUsd).toBeCloseTo(100 / 5.5, 9);
    expect(runs[1]?.perUsd).toBeCloseTo(100 / 0.055, 9);
    expect(runs[0]?.perMillionTokens).toBeCloseTo((100 / 5500) * 1e6, 6);
  });

  test("is unknown without a price, and none where nothing was paid", () => {
    const free = [runStarted({ model: { label: "recorded:x", isRecorded: true } }), ...A_STORY.slice(1)];
    const text = renderComparisonText(compareRuns([shown("a", A_STORY), shown("b", free)]));
    expect(text).toMatch(/^ {2}A +100 +unknown +5,500 +unknown +18181\.8 +openai:test-model/m);
    expect(text).toMatch(/^ {2}B +100 +0\.00 USD +5,500 +- +18181\.8 +recorded/m);
  });
});

test("one problem has a difference without an interval", () => {
  const comparison = compareRuns([shown("a", A_STORY), shown("b", [runStarted()]), shown("c", A_STORY)]);
  expect(comparison.differences).toEqual([
    { run: "B", minus: "A", difference: -100, interval: undefined },
    { run: "C", minus: "A", difference: 0, interval: undefined },
    { run: "C", minus: "B", difference: 100, interval: undefined },
  ]);
  expect(renderComparisonText(comparison)).toContain("b (unfinished: its score may still grow)");
});

test("a package that was changed is another one, and the message says whose", () => {
  const changed = [runStarted({ problems: [aStartedProblem({ packageHash: "cd".repeat(32) })] })];
  expect(() => compareRuns([shown("a", A_STORY), shown("b", changed)])).toThrow(
    /^b cannot be compared with a: .*\n {2}adding \(package cdcdcdcdcdcd\)\nexpected .*\n {2}adding \(package abababababab\)$/,
  );
});

test("runs under different rules are compared by what the packages give", () => {
  const relaxed = [runStarted({ rules: "ioi-relaxed" }), ...A_STORY.slice(1)];
  expect(compareRuns([shown("a", A_STORY), shown("b", relaxed)]).scoring).toBe(
    "points of the packages, the best of every subtask; the runs have different rules: ioi, ioi-relaxed",
  );
});

function shown(path: string, events: readonly RunEvent[]): ShownRun {
  const view = viewRun(foldRun(logged(events)));
  if (!view) throw new Error("no run");
  return { path, view, contest: undefined };
}
