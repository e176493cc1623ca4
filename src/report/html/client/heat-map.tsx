import * as Plot from "@observablehq/plot";
import { useMemo } from "preact/hooks";
import { points } from "../../words.ts";
import type { ProblemDocument, SubmissionRow } from "../report-document.ts";
import { CHART_STYLE, Chart } from "./chart.tsx";

/** More columns than this could not be told apart: each stands for several submissions. */
const MOST_COLUMNS = 100;

interface Cell {
  readonly column: number;
  readonly subtask: string;
  readonly score: number;
  /** Of what it could be. */
  readonly share: number;
}

/** What each submission got of each subtask. */
export function HeatMap({ problem }: { readonly problem: ProblemDocument }) {
  const { submissions, subtasks } = problem;
  const each = Math.ceil(submissions.length / MOST_COLUMNS);
  const cells = useMemo(() => cellsOf(problem, each), [problem, each]);
  const draw = useMemo(() => (width: number) => drawCells(cells, problem, { width, each }), [cells, problem, each]);
  if (submissions.length === 0 || subtasks.length === 0) return null;
  const solved = subtasks.filter(({ id, maxScore }) =>
    cells.some(({ subtask, score }) => subtask === id && maxScore !== null && score >= maxScore),
  );
  return (
    <Chart
      title={each === 1 ? "Subtasks over submissions" : `Subtasks over submissions: each column is the best of ${each}`}
      summary={`${solved.length} of ${subtasks.length} subtasks solved: ${solved.map(({ id }) => id).join(", ") || "none"}`}
      draw={draw}
    />
  );
}

function cellsOf({ submissions, subtasks }: ProblemDocument, each: number): Cell[] {
  const columns: SubmissionRow[][] = [];
  for (let from = 0; from < submissions.length; from += each) columns.push(submissions.slice(from, from + each));
  return columns.flatMap((column, at) =>
    subtasks.map(({ id, maxScore }, place): Cell => {
      const score = Math.max(...column.map(({ subtasks: scores }) => scores[place] ?? 0));
      const share = maxScore === null ? Number(score > 0) : maxScore === 0 ? 0 : score / maxScore;
      return { column: at * each + 1, subtask: id, score, share };
    }),
  );
}

function drawCells(
  cells: readonly Cell[],
  { subtasks, submissions }: ProblemDocument,
  { width, each }: { readonly width: number; readonly each: number },
): Element {
  const columns = Math.ceil(submissions.length / each);
  const marginLeft = Math.min(110, 16 + 7 * Math.max(...subtasks.map(({ id }) => id.length)));
  const room = Math.min(44, (width - marginLeft - 10) / columns);
  const step = Math.ceil(26 / room);
  return Plot.plot({
    ...{ width: Math.ceil(marginLeft + 10 + room * columns), height: 40 + 26 * subtasks.length },
    ...{ marginLeft, marginRight: 10, marginTop: 4, marginBottom: 36, style: CHART_STYLE },
    x: {
      ...{ type: "band", padding: room > 8 ? 0.08 : 0, label: "submission →" },
      ...{ tickFormat: (column: number) => ((column - 1) % (step * each) === 0 ? String(column) : ""), tickSize: 0 },
    },
    y: { label: null, domain: subtasks.map(({ id }) => id), padding: 0.08, tickSize: 0 },
    marks: [
      Plot.cell(cells, {
        ...{ x: "column", y: "subtask", fill: "var(--accent)", fillOpacity: ({ share }) => 0.07 + 0.93 * share },
        ...{
          title: ({ column, subtask, score }) => `submission ${column}, subtask ${subtask}: ${points(score)}`,
          rx: 2,
        },
      }),
      room >= 30
        ? Plot.text(cells, {
            ...{ x: "column", y: "subtask", text: ({ score }) => points(score) },
            fill: ({ share }) => (share > 0.55 ? "var(--paper)" : "var(--ink)"),
          })
        : null,
    ],
  });
}
