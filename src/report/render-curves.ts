import type { Curve, CurveLine } from "../replay/curve.ts";
import { oneLine, points } from "./words.ts";

const BLOCKS = "▁▂▃▄▅▆▇█";
/** Of a column with the space behind it: six digits fit. */
const COLUMN = 5;
const NAME = 16;

/** Score against submissions as blocks, a row for each line and a column for each number of submissions. */
export function renderCurve({ lines }: Curve, maxScore: number): string[] {
  const counts = lines.find(({ name }) => name === "random")?.points.map(({ x }) => x) ?? [];
  const most = Number.isFinite(maxScore)
    ? maxScore
    : Math.max(...lines.flatMap(({ points: own }) => own.map(({ mean }) => mean)));
  if (counts.length < 2 || most <= 0) return [];
  const head = `  ${" ".repeat(NAME)}${counts
    .map((count) =>
      String(count)
        .padStart(COLUMN - 1)
        .padEnd(COLUMN),
    )
    .join("")}`;
  return ["Score against submissions a problem", head.trimEnd(), ...lines.map((line) => rowOf(line, counts, most))];
}

function rowOf({ name, points: own }: CurveLine, counts: readonly number[], most: number): string {
  const last = own.at(-1);
  const blocks = counts.map((count, index) => {
    const isOver = last !== undefined && (counts[index - 1] ?? 0) >= last.x;
    const reached = own.filter(({ x }) => x <= count).at(-1);
    return !reached || isOver ? " ".repeat(COLUMN) : `${blockOf(reached.mean / most).repeat(COLUMN - 1)} `;
  });
  const end = last ? points(Math.round(last.mean * 100) / 100) : "none";
  return `  ${oneLine(name, NAME - 1).padEnd(NAME)}${blocks.join("")} ${end}`;
}

function blockOf(share: number): string {
  const level = Math.round(Math.min(Math.max(share, 0), 1) * (BLOCKS.length - 1));
  return BLOCKS[level] ?? "";
}
