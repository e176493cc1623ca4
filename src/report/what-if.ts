import type { WhatIfRow } from "../replay/what-if-row.ts";
import type { RunView } from "./run-view.ts";
import { oneLine, plural, points, table } from "./words.ts";

const WIDTH = 100;

export interface WhatIfReport {
  readonly rows: readonly WhatIfRow[];
  readonly seeds: readonly number[];
  readonly rules: string;
  readonly feedback: string;
  readonly clock: string;
  /** Verdicts that nobody knows. */
  readonly missing: number;
  readonly runFile: string;
}

/** What other strategies, limits and samples would have scored, in 100 columns. */
export function renderWhatIfText({ started }: RunView, report: WhatIfReport): string {
  const { rows, seeds, rules, feedback, clock, missing, runFile } = report;
  const [only] = started.problems.length === 1 ? started.problems : [];
  const name = oneLine(only?.name ?? started.contest?.name ?? "", 40);
  const title = `What if: ${name}, the run's own candidates, ${plural(seeds.length, "seed")}`;
  const lines = [
    title,
    "=".repeat(title.length),
    `  rules ${rules}, the contest tells ${feedback}, time: ${clock}`,
    "",
    ...indent(scoresTable(rows)),
    ...(started.contest ? ["", ...indent(contestTable(rows))] : []),
    ...(missing === 0
      ? []
      : [
          "",
          `${plural(missing, "verdict is", "verdicts are")} missing, and nobody guesses: judge these candidates once with`,
          `medalist judge-pool ${runFile} PROBLEM-OR-CONTEST`,
        ]),
  ];
  return `${lines.join("\n")}\n`;
}

function scoresTable(rows: readonly WhatIfRow[]): string[] {
  const header = ["strategy", "submissions", "samples", "score", "95 % interval", "random", "oracle", "efficiency"];
  const cells = rows.map((row) => {
    const { score, random, oracle, efficiency } = row;
    return [
      ...nameOf(row),
      score ? points(rounded(score.mean)) : "unknown",
      score && row.seeds > 1 ? `${score.low.toFixed(2)} to ${score.high.toFixed(2)}` : "-",
      random === undefined ? "unknown" : points(rounded(random)),
      oracle === undefined ? "unknown" : points(rounded(oracle)),
      efficiency === undefined ? "-" : `${(100 * efficiency).toFixed(1)} %`,
    ];
  });
  return table([header, ...cells], [false, true, true, true, true, true, true, false], WIDTH - 2);
}

function contestTable(rows: readonly WhatIfRow[]): string[] {
  const header = ["under the rules", "submissions", "samples", "points", "penalty", "medals"];
  const cells = rows.map((row) => [
    ...nameOf(row),
    row.points ? points(rounded(row.points.mean)) : "unknown",
    row.penalty === undefined ? "unknown" : points(rounded(row.penalty)),
    row.medals.map(({ source, won }) => `${wonText(won, row.seeds)} (${source})`).join("; ") || "-",
  ]);
  return table([header, ...cells], [false, true, true, true, true, false], WIDTH - 2);
}

function nameOf({ strategy, submissions, samples }: WhatIfRow): string[] {
  const count = samples ? `${samples.from === "first" ? "first " : ""}${samples.count}` : "all";
  return [strategy, submissions === Number.POSITIVE_INFINITY ? "all" : String(submissions), count];
}

function wonText(won: ReadonlyMap<string, number>, seeds: number): string {
  return [...won].map(([award, count]) => (count === seeds ? award : `${award} ${percent(count / seeds)}`)).join(", ");
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

function rounded(score: number): number {
  return Number(score.toFixed(2));
}

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}

/** The same for scripts; what is not known is null. Part of the command-line contract. */
export function whatIfJson({ rows, seeds, rules, feedback, clock, missing }: Omit<WhatIfReport, "runFile">) {
  return {
    ...{ seeds, rules, feedback, clock, missingVerdicts: missing },
    rows: rows.map(({ submissions, samples, medals, ...row }) => ({
      strategy: row.strategy,
      submissions: Number.isFinite(submissions) ? submissions : "all",
      samples: samples ?? "all",
      seeds: row.seeds,
      score: row.score ?? null,
      random: row.random ?? null,
      oracle: row.oracle ?? null,
      selectionEfficiency: row.efficiency ?? null,
      points: row.points ?? null,
      penalty: row.penalty ?? null,
      medals: medals.map(({ source, won }) => ({ source, won: Object.fromEntries(won) })),
    })),
  };
}
