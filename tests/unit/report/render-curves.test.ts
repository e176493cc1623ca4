import { expect, test } from "vitest";
import type { CurveLine } from "../../../src/replay/curve.ts";
import { renderCurve } from "../../../src/report/render-curves.ts";
import { columnsOf } from "../../../src/report/words.ts";

const line = (name: string, points: readonly (readonly [x: number, mean: number])[]): CurveLine => ({
  ...{ name, isActual: false },
  points: points.map(([x, mean]) => ({ x, mean, low: mean, high: mean })),
});

test("lines stand under each other; one that ended early is blank from there on", () => {
  const lines = [
    line("own", [
      [1, 0],
      [3, 100],
    ]),
    line("random", [
      [1, 25],
      [2, 50],
      [5, 75],
      [10, 100],
    ]),
  ];
  expect(renderCurve({ axis: "submissions", lines }, 100)).toEqual([
    "Score against submissions a problem",
    "                     1    2    5   10",
    "  own             ▁▁▁▁ ▁▁▁▁ ████       100",
    "  random          ▃▃▃▃ ▅▅▅▅ ▆▆▆▆ ████  100",
  ]);
});

test("10,000 submissions fit in 100 columns, whatever a line is called", () => {
  const counts = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000];
  const random = line(
    "random",
    counts.map((count) => [count, 333.333] as const),
  );
  const rows = renderCurve({ axis: "submissions", lines: [random, { ...random, name: "x\u001b[2J".repeat(30) }] }, 600);
  expect(rows.length).toBe(4);
  for (const row of rows) expect(columnsOf(row)).toBeLessThanOrEqual(100);
  expect(rows.join("")).not.toContain("\u001b");
});

test("what has one number of submissions, or nothing to get, is no curve", () => {
  expect(renderCurve({ axis: "submissions", lines: [line("random", [[1, 5]])] }, 100)).toEqual([]);
  expect(
    renderCurve(
      {
        axis: "submissions",
        lines: [
          line("random", [
            [1, 0],
            [2, 0],
          ]),
        ],
      },
      Infinity,
    ),
  ).toEqual([]);
});
