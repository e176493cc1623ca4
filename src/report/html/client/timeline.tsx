import * as Plot from "@observablehq/plot";
import { useMemo } from "preact/hooks";
import { VERDICT_NAME, VERDICTS, type Verdict } from "../../../domain/verdict.ts";
import { plural } from "../../words.ts";
import type { ProblemDocument } from "../report-document.ts";
import { CHART_STYLE, Chart } from "./chart.tsx";

const SYMBOL = {
  AC: "star",
  PAC: "diamond",
  WA: "times",
  TLE: "triangle",
  MLE: "square",
  OLE: "square2",
  RTE: "plus",
  CE: "wye",
  JE: "asterisk",
} as const satisfies Record<Verdict, Plot.MarkerFunction | string>;

const SECOND = { name: "second", ms: 1_000 };
const MINUTE = { name: "minute", ms: 60_000 };
/** Of the last submission: in minutes there would be nothing to see before that. */
const SHORT_MS = 3 * MINUTE.ms;

/** Every submission at its minute of the contest's clock. */
export function Timeline({ problems }: { readonly problems: readonly ProblemDocument[] }) {
  const dots = useMemo(
    () =>
      problems.flatMap(({ label, submissions }) =>
        submissions.map(({ candidate, verdict, atMs }) => ({ label, candidate, verdict, atMs })),
      ),
    [problems],
  );
  const unit = Math.max(...dots.map(({ atMs }) => atMs)) < SHORT_MS ? SECOND : MINUTE;
  const used = VERDICTS.filter((verdict) => dots.some((dot) => dot.verdict === verdict));
  const draw = useMemo(
    () => (width: number) =>
      Plot.plot({
        ...{
          width,
          height: 46 + 34 * problems.length,
          marginLeft: labelWidth(problems),
          marginRight: 16,
          marginBottom: 34,
        },
        style: CHART_STYLE,
        x: {
          label: `${unit.name} of the contest →`,
          grid: true,
          zero: true,
          nice: true,
          ticks: Math.min(10, width / 80),
        },
        y: { label: null, domain: problems.map(({ label }) => label), tickSize: 0 },
        symbol: { domain: used, range: used.map((verdict) => SYMBOL[verdict]) },
        marks: [
          Plot.ruleY(problems, { y: "label", stroke: "var(--rule)" }),
          Plot.dot(dots, {
            ...{
              x: ({ atMs }) => atMs / unit.ms,
              y: "label",
              symbol: "verdict",
              r: (dot) => (dot.verdict === "AC" ? 6.5 : 4),
            },
            ...{
              stroke: (dot) => `var(--${dot.verdict ?? "none"})`,
              fill: (dot) => (dot.verdict === "AC" ? "var(--AC)" : "none"),
            },
            strokeWidth: 1.6,
          }),
        ],
      }),
    [dots, problems, used, unit],
  );
  const solved = problems.filter(({ submissions }) => submissions.some(({ verdict }) => verdict === "AC"));
  return (
    <Chart
      title="Submissions on the contest's clock"
      summary={`${plural(dots.length, "submission")} to ${plural(problems.length, "problem")}; accepted: ${solved.map(({ label }) => label).join(", ") || "none"}`}
      draw={draw}
      legend={
        <ul class="legend">
          {used.map((verdict) => (
            <li key={verdict}>
              <VerdictSymbol verdict={verdict} /> {verdict} <span class="note">{VERDICT_NAME[verdict]}</span>
            </li>
          ))}
        </ul>
      }
    />
  );
}

function labelWidth(problems: readonly ProblemDocument[]): number {
  return Math.min(120, 20 + 7 * Math.max(...problems.map(({ label }) => label.length)));
}

function VerdictSymbol({ verdict }: { readonly verdict: Verdict }) {
  const draw = (element: SVGElement | null) =>
    element?.replaceChildren(
      Plot.dot([0], {
        ...{
          frameAnchor: "middle" as const,
          symbol: SYMBOL[verdict],
          r: 5,
          stroke: `var(--${verdict})`,
          strokeWidth: 1.6,
        },
        fill: verdict === "AC" ? "var(--AC)" : "none",
      }).plot({ width: 16, height: 16, margin: 0, style: CHART_STYLE }),
    );
  return <svg class="symbol" width="16" height="16" aria-hidden="true" ref={draw} />;
}
