import * as Plot from "@observablehq/plot";
import { useMemo, useState } from "preact/hooks";
import type { Curve, CurveAxis, CurveLine } from "../../../replay/curve.ts";
import { points } from "../../words.ts";
import { CHART_STYLE, Chart } from "./chart.tsx";
import { DataTable } from "./data-table.tsx";
import { count } from "./words.tsx";

const AXIS_NAME = {
  submissions: "submissions a problem",
  samples: "samples a problem",
  tokens: "output tokens",
  usd: "USD",
} satisfies Record<CurveAxis, string>;

/** Score against what it takes, each line with its 95 % interval as a band. */
export function CurveChart({
  curves,
  maxScore,
}: {
  readonly curves: readonly Curve[];
  readonly maxScore: number | null;
}) {
  const [wanted, setAxis] = useState<CurveAxis>("submissions");
  const curve = curves.find(({ axis }) => axis === wanted) ?? curves[0];
  const lines = useMemo(
    () => (curve ? curve.lines.map((line, index) => ({ ...line, look: lookOf(line, index) })) : []),
    [curve],
  );
  const draw = useMemo(
    () => (width: number) => drawCurves(lines, { width, maxScore, axis: curve?.axis ?? "submissions" }),
    [lines, maxScore, curve],
  );
  if (!curve) return null;
  return (
    <>
      {curves.length > 1 ? (
        <fieldset class="choice">
          <legend>Score against</legend>
          {curves.map(({ axis }) => (
            <label key={axis}>
              <input type="radio" name="axis" checked={axis === curve.axis} onChange={() => setAxis(axis)} />
              {AXIS_NAME[axis]}
            </label>
          ))}
        </fieldset>
      ) : null}
      <Chart
        title={`Score against ${AXIS_NAME[curve.axis]}`}
        summary={lines.map(summaryOf).join("; ")}
        draw={draw}
        legend={
          <ul class="legend">
            {lines.map(({ name, look, isActual }) => (
              <li key={name}>
                <svg width="26" height="10" aria-hidden="true">
                  <line
                    x1="1"
                    x2="25"
                    y1="5"
                    y2="5"
                    stroke={look.stroke}
                    stroke-width={look.width}
                    stroke-dasharray={look.dash}
                  />
                </svg>
                {name}
                {isActual ? " (this run's)" : ""}
              </li>
            ))}
          </ul>
        }
        table={<CurveTable lines={lines} axis={AXIS_NAME[curve.axis]} />}
      />
    </>
  );
}

interface Look {
  readonly stroke: string;
  readonly width: number;
  readonly dash: string;
}

type DrawnLine = CurveLine & { readonly look: Look };

function lookOf({ name, isActual }: CurveLine, index: number): Look {
  if (isActual) return { stroke: "var(--accent)", width: 2.5, dash: "" };
  if (name === "random") return { stroke: "var(--muted)", width: 1.5, dash: "5 4" };
  if (name === "oracle") return { stroke: "var(--ink)", width: 1.5, dash: "1 3" };
  return { stroke: `var(--line-${(index % 4) + 1})`, width: 1.5, dash: "" };
}

interface Drawing {
  readonly width: number;
  readonly maxScore: number | null;
  readonly axis: CurveAxis;
}

function drawCurves(lines: readonly DrawnLine[], { width, maxScore, axis }: Drawing): Element {
  const positive = lines.map((line) => ({ ...line, points: line.points.filter(({ x }) => x > 0) }));
  return Plot.plot({
    ...{
      width,
      height: Math.min(340, Math.max(220, width * 0.45)),
      marginLeft: 44,
      marginTop: 26,
      marginRight: 16,
      marginBottom: 40,
    },
    style: CHART_STYLE,
    x: {
      type: "log",
      label: `${AXIS_NAME[axis]} →`,
      ticks: Math.min(8, width / 90),
      tickFormat: (value: number) => (/^[125]/.test(String(value)) || value < 1 ? compact(value) : ""),
    },
    y: {
      label: "↑ score",
      grid: true,
      zero: true,
      nice: true,
      ...(maxScore === null ? {} : { domain: [0, maxScore] }),
    },
    marks: [
      ...positive.map(({ points: own, look }) =>
        Plot.areaY(own, { x: "x", y1: "low", y2: "high", fill: look.stroke, fillOpacity: 0.14, clip: true }),
      ),
      ...positive.map(({ points: own, look }) =>
        Plot.lineY(own, {
          ...{ x: "x", y: "mean", stroke: look.stroke, strokeWidth: look.width },
          ...{ strokeDasharray: look.dash, strokeLinecap: "round" as const },
        }),
      ),
      ...positive
        .filter(({ points: own }) => own.length === 1)
        .map(({ points: own, look }) => Plot.dot(own, { x: "x", y: "mean", fill: look.stroke })),
    ],
  });
}

function compact(value: number): string {
  return new Intl.NumberFormat("en-US", { notation: "compact" }).format(value);
}

function summaryOf({ name, points: own }: CurveLine): string {
  const [first, last] = [own[0], own.at(-1)];
  if (!first || !last) return `${name} is unknown`;
  return `${name} from ${points(first.mean)} at ${count(first.x)} to ${points(last.mean)} at ${count(last.x)}`;
}

function CurveTable({ lines, axis }: { readonly lines: readonly CurveLine[]; readonly axis: string }) {
  const rows = lines.flatMap(({ name, points: own }) => own.map((point) => ({ name, ...point })));
  return (
    <DataTable
      caption={`Score against ${axis}`}
      rows={rows}
      keyOf={({ name, x }) => `${name} ${x}`}
      columns={[
        { title: "line", cell: ({ name }) => name },
        { title: axis, isNumber: true, cell: ({ x }) => count(x) },
        { title: "score", isNumber: true, cell: ({ mean }) => points(mean) },
        {
          title: "95 % interval",
          isNumber: true,
          cell: ({ low, high }) => (low === high ? "exact" : `${points(low)} – ${points(high)}`),
        },
      ]}
    />
  );
}
