import { VERDICT_NAME } from "../domain/verdict.ts";
import type { RunView } from "./run-view.ts";
import { columnsOf, duration, mebibytes, oneLine, plural, points, table } from "./words.ts";

const WIDTH = 100;

/** The report for a terminal, 100 columns wide. */
export function renderText(view: RunView): string {
  const sections = [
    headline(view),
    about(view),
    pool(view),
    submissions(view),
    worth(view),
    time(view),
    borderline(view),
    failures(view),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

function headline({ started, score, submissions: made, state }: RunView): string[] {
  const { problem, submissionLimit } = started;
  const title = `${oneLine(problem.name, 40)}: ${points(score)} of ${points(problem.maxScore)} points with ${made.length} of ${plural(submissionLimit, "submission")}`;
  const recorded = started.model.isRecorded ? ["Recorded answers: no model was asked, nothing was paid."] : [];
  const ended = state.kind === "finished" ? [] : [oneLine(`This run is ${state.kind}: ${state.why}`, WIDTH)];
  return [title, "=".repeat(columnsOf(title)), ...recorded, ...ended];
}

function about({ started, cost, pool: { answers } }: RunView): string[] {
  const { problem } = started;
  const tokens =
    cost.tokensKnown && answers > 0
      ? `${cost.inputTokens.toLocaleString("en-US")} in, ${cost.outputTokens.toLocaleString("en-US")} out`
      : "unknown";
  return rows([
    [
      "problem",
      `${problem.id}, ${duration(problem.timeLimitMs)}, ${mebibytes(problem.memoryLimitBytes)}, ${plural(problem.testcaseCount, "testcase")} (${plural(problem.sampleCount, "sample")}), package ${problem.packageHash.slice(0, 12)}`,
    ],
    ["model", `${started.model.label}${started.model.isRecorded ? " (recorded)" : ""}`],
    ["strategy", `${started.strategy}, seed ${started.seed}`],
    ["rules", `${started.rules}, ${plural(started.submissionLimit, "submission")}`],
    ["tokens", tokens],
    ["cost", cost.usd === undefined ? "unknown" : `${cost.usd.toFixed(2)} USD`],
  ]);
}

function pool({ started, pool: view }: RunView): string[] {
  const unusable = view.unusable.map(({ reason, count }) => `${count} ${reason}`).join(", ");
  return [
    "Candidates",
    ...rows([
      [
        "answers",
        `${view.answers} of ${started.samples} asked for${view.modelFailures > 0 ? `, ${view.modelFailures} failed` : ""}`,
      ],
      ...(unusable === "" ? [] : [["unusable", unusable] as const]),
      ["programs", `${view.programs}${view.duplicates > 0 ? `, of them ${view.duplicates} the same as another` : ""}`],
      ["compiling", String(view.compiling)],
      ["passing samples", String(view.passingSamples)],
    ]),
  ];
}

function submissions({ submissions: made }: RunView): string[] {
  if (made.length === 0) return ["Submissions", "  none"];
  const header = ["#", "at", "candidate", "verdict", "score", "total", "why"];
  const lines = made.map(({ number, atMs, candidate, verdict, score, total, why }) => [
    String(number),
    duration(atMs),
    candidate,
    verdict ? `${verdict} ${VERDICT_NAME[verdict]}` : "not judged",
    score === undefined ? "-" : points(score),
    points(total),
    why,
  ]);
  return [
    "Submissions",
    ...indent(table([header, ...lines], [true, true, false, false, true, true, false], WIDTH - 2)),
  ];
}

function worth({ score, baselines, started, pool: { compiling } }: RunView): string[] {
  const { known, of, random, oracle, efficiency } = baselines;
  const title = "What selection was worth";
  if (compiling === 0) return [title, "  nothing: there was no program that compiles to choose from"];
  if (random === undefined || oracle === undefined) {
    return [title, `  unknown: the truth of ${known} of ${plural(of, "candidate")} is known`];
  }
  const drawn = Math.min(started.submissionLimit, of);
  const share = efficiency === undefined ? "-" : `${(efficiency * 100).toFixed(1)} %`;
  const lines = [
    [started.strategy, points(score), ""],
    [
      "random",
      points(random),
      `expected of ${drawn} drawn from the ${plural(of, "program")} that ${of === 1 ? "compiles" : "compile"}`,
    ],
    ["oracle", points(oracle), "with hindsight: the most that this pool could give"],
    [
      "efficiency",
      share,
      efficiency === undefined ? "chance does as well as hindsight" : "of the way from random to oracle",
    ],
  ];
  return [title, ...indent(table(lines, [false, true, false], WIDTH - 2))];
}

function time({ time: parts, activeMs }: RunView): string[] {
  return [
    `Where the time went (${duration(activeMs)} in all; parts that run side by side add up to more)`,
    ...rows(parts.map(({ what, ms }) => [what, duration(ms)])),
  ];
}

function borderline({ borderline: runs }: RunView): string[] {
  if (runs.length === 0) return [];
  const lines = runs.map(({ candidate, testcase, verdict, cpuMs }) => [
    candidate,
    verdict,
    `${Math.round(cpuMs)} ms`,
    testcase,
  ]);
  return [
    "Borderline: within a tenth of the time limit, measured again alone",
    ...indent(table(lines, [false, false, true, false], WIDTH - 2)),
  ];
}

function failures({ judgeFailures }: RunView): string[] {
  if (judgeFailures.length === 0) return [];
  return [
    `Judge errors: ${judgeFailures.length}. These are our failures, not the programs'`,
    ...indent(judgeFailures.map((line) => oneLine(line, WIDTH - 2))),
  ];
}

function rows(pairs: readonly (readonly [string, string])[]): string[] {
  return indent(table(pairs, [false, false], WIDTH - 2));
}

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
