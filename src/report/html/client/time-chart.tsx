import * as Plot from "@observablehq/plot";
import { useMemo } from "preact/hooks";
import type { CandidateRow, ProblemDocument } from "../report-document.ts";
import { CHART_STYLE, Chart } from "./chart.tsx";
import { count } from "./words.tsx";

/** Slowest testcases, by verdict, beside the limit. */
export function TimeChart({ problem: { candidates, timeLimitMs } }: { readonly problem: ProblemDocument }) {
  const timed = useMemo(
    () => candidates.filter(({ sameAs, slowestMs }) => sameAs === undefined && slowestMs !== undefined),
    [candidates],
  );
  const draw = useMemo(
    () => (width: number) =>
      Plot.plot({
        ...{ width, height: 220, marginLeft: 40, marginTop: 26, marginBottom: 38 },
        style: CHART_STYLE,
        x: { label: "slowest testcase, seconds →", ticks: Math.min(8, width / 70) },
        y: { label: "↑ candidates", grid: true, tickFormat: "d" },
        marks: [
          Plot.rectY(
            timed,
            Plot.binX<Plot.RectYOptions>(
              { y: "count" },
              {
                x: {
                  value: ({ slowestMs = 0 }: CandidateRow) => slowestMs / 1000,
                  thresholds: Math.min(40, Math.floor(width / 14)),
                },
                fill: ({ verdict }: CandidateRow) => `var(--${verdict ?? "none"})`,
                ...{ insetLeft: 1, insetRight: 0 },
              },
            ),
          ),
          Plot.ruleY([0], { stroke: "var(--muted)" }),
          Plot.ruleX([timeLimitMs / 1000], { stroke: "var(--ink)", strokeDasharray: "4 3" }),
          Plot.text([timeLimitMs / 1000], {
            ...{ x: (limit) => limit, frameAnchor: "top" as const, textAnchor: "end" as const, dx: -5 },
            ...{ text: () => "time limit", fill: "var(--ink)" },
          }),
        ],
      }),
    [timed, timeLimitMs],
  );
  if (timed.length === 0) return null;
  const slow = timed.filter(({ slowestMs = 0 }) => slowestMs > timeLimitMs).length;
  return (
    <Chart
      title="Time on the slowest testcase"
      summary={`of ${count(timed.length)} candidates ${count(slow)} are beyond the limit of ${timeLimitMs / 1000} s`}
      draw={draw}
    />
  );
}
