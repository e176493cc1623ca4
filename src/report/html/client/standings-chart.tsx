import * as Plot from "@observablehq/plot";
import { useMemo } from "preact/hooks";
import { points as words } from "../../words.ts";
import type { StandingsDocument } from "../report-document.ts";
import { CHART_STYLE, Chart } from "./chart.tsx";

/** Where the run stands among those who took part. */
export function StandingsChart({
  standings: { points },
  own,
}: {
  readonly standings: StandingsDocument;
  readonly own: number;
}) {
  const draw = useMemo(
    () => (width: number) =>
      Plot.plot({
        ...{ width, height: 200, marginLeft: 44, marginTop: 26, marginBottom: 38, style: CHART_STYLE },
        x: { label: "points →", ticks: Math.min(8, width / 70) },
        y: { label: "↑ participants", grid: true },
        marks: [
          Plot.rectY(points, {
            ...Plot.binX({ y: "count" }, { x: { value: (value: number) => value, thresholds: 30 } }),
            ...{ fill: "var(--bar)", insetLeft: 1 },
          }),
          Plot.ruleY([0], { stroke: "var(--muted)" }),
          Plot.ruleX([own], { stroke: "var(--accent)", strokeWidth: 2.5 }),
          Plot.text([own], {
            ...{
              x: (value) => value,
              frameAnchor: "top" as const,
              textAnchor: own > (points[0] ?? 0) / 2 ? ("end" as const) : ("start" as const),
            },
            ...{
              dx: own > (points[0] ?? 0) / 2 ? -6 : 6,
              text: () => "this run",
              fill: "var(--accent)",
              fontWeight: 600,
            },
          }),
        ],
      }),
    [points, own],
  );
  return (
    <Chart
      title="Points of all who took part"
      summary={`this run has ${words(own)}; the best has ${words(points[0] ?? 0)}`}
      draw={draw}
    />
  );
}
