import { VERDICT_NAME } from "../domain/verdict.ts";
import type { Curve } from "../replay/curve.ts";
import type { ContestResult } from "./contest-result.ts";
import type { LargestCluster } from "./largest-cluster.ts";
import type { MadeTests } from "./made-tests.ts";
import { type ProblemView, plannedText, type StartedProblem } from "./problem-view.ts";
import { renderContestText } from "./render-contest.ts";
import { renderCurve } from "./render-curves.ts";
import type { RunView } from "./run-view.ts";
import { columnsOf, duration, indent, mebibytes, oneLine, plural, points, table } from "./words.ts";

const WIDTH = 100;

/** What a report shows beside the run itself, as far as there is any. */
interface Shown {
  readonly contest?: ContestResult | undefined;
  /** Of the whole run. */
  readonly curves?: readonly Curve[] | undefined;
}

/** The report for a terminal, 100 columns wide. */
export function renderText(view: RunView, { contest, curves = [] }: Shown = {}): string {
  const { problems } = view;
  const isOne = problems.length === 1;
  const sections = [
    headline(view),
    about(view),
    ...(isOne ? [] : [overview(view)]),
    ...problems.flatMap((problem) => [pool(view, problem, isOne), submissions(problem, isOne)]),
    ...(isOne ? problems.map(subtasks) : []),
    ...(contest ? renderContestText(contest) : []),
    worth(view),
    ...curves.filter(({ axis }) => axis === "submissions").map((curve) => renderCurve(curve, view.maxScore)),
    time(view),
    ...problems.flatMap((problem) => [borderline(problem), failures(problem)]),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

function headline({ started, score, maxScore, problems, state }: RunView): string[] {
  const made = problems.reduce((sum, { submissions: rows }) => sum + rows.length, 0);
  const [only] = problems.length === 1 ? problems : [];
  const name = oneLine(only?.problem.name ?? started.contest?.name ?? "", 40);
  const limit = plural(started.submissionLimit, "submission");
  const used = only ? `with ${made} of ${limit}` : `with ${plural(made, "submission")}`;
  const title = `${name}: ${points(score)} of ${points(maxScore)} points ${used}`;
  const recorded = started.model.isRecorded ? ["Recorded answers: no model was asked, nothing was paid."] : [];
  const ended = state.kind === "finished" ? [] : [oneLine(`This run is ${state.kind}: ${state.why}`, WIDTH)];
  return [title, "=".repeat(columnsOf(title)), ...recorded, ...ended];
}

function about({ started, cost, problems }: RunView): string[] {
  const answers = problems.reduce((sum, { pool: { answers: own } }) => sum + own, 0);
  const tokens =
    cost.tokensKnown && answers > 0
      ? `${cost.inputTokens.toLocaleString("en-US")} in, ${cost.outputTokens.toLocaleString("en-US")} out`
      : "unknown";
  const each = started.problems.length === 1 ? "" : " a problem";
  return rows([
    ...(started.problems.length === 1
      ? started.problems.map((problem) => ["problem", aboutProblem(problem)] as const)
      : []),
    ["model", `${started.model.label}${started.model.isRecorded ? " (recorded)" : ""}`],
    ["strategy", `${started.strategy}, seed ${started.seed}`],
    ["rules", `${started.rules}, ${plural(started.submissionLimit, "submission")}${each}`],
    ["tokens", tokens],
    ["cost", cost.usd === undefined ? "unknown" : `${cost.usd.toFixed(2)} USD`],
  ]);
}

function aboutProblem(problem: StartedProblem): string {
  return `${problem.id}, ${duration(problem.timeLimitMs)}, ${mebibytes(problem.memoryLimitBytes)}, ${plural(problem.testcaseCount, "testcase")} (${plural(problem.sampleCount, "sample")}), package ${problem.packageHash.slice(0, 12)}`;
}

function overview({ problems }: RunView): string[] {
  const header = ["problem", "score", "of", "submissions", "random", "oracle", "why it ended"];
  const lines = problems.map(({ problem, score, ended, submissions: made, baselines }) => [
    problem.id,
    points(score),
    points(problem.maxScore),
    String(made.length),
    baselines.random === undefined ? "unknown" : points(baselines.random),
    baselines.oracle === undefined ? "unknown" : points(baselines.oracle),
    ended ?? "not over",
  ]);
  return ["Problems", ...indent(table([header, ...lines], [false, true, true, true, true, true, false], WIDTH - 2))];
}

function pool({ started }: RunView, shown: ProblemView, isOnly: boolean): string[] {
  const { problem, pool: view, tests, largestCluster } = shown;
  const planned = plannedText(view.planned);
  const unusable = view.unusable.map(({ reason, count }) => `${count} ${reason}`).join(", ");
  return [
    isOnly ? "Candidates" : `${oneLine(problem.name, 60)} (${problem.id})`,
    ...rows([
      [
        "answers",
        `${view.answers} of ${started.samples} asked for${view.modelFailures > 0 ? `, ${view.modelFailures} failed` : ""}`,
      ],
      ...(unusable === "" ? [] : [["unusable", unusable] as const]),
      ...(planned === undefined ? [] : [["planned", planned] as const]),
      ["programs", `${view.programs}${view.duplicates > 0 ? `, of them ${view.duplicates} the same as another` : ""}`],
      ["compiling", String(view.compiling)],
      ["passing samples", String(view.passingSamples)],
      ...(tests ? testLines(tests) : []),
      ...(largestCluster ? [["largest cluster", aboutCluster(largestCluster, problem.maxScore)] as const] : []),
    ]),
  ];
}

function testLines({ programs, generated, kept, splitting, agreed, agreement }: MadeTests) {
  const written = (
    [
      ["generator", "generator"],
      ["validator", "validator"],
      ["brute-force", "brute force"],
    ] as const
  ).flatMap(([kind, name]) => {
    const { written: count, failed } = programs[kind];
    return count === 0 ? [] : [`${plural(count, name)}${failed > 0 ? ` (${failed} failed)` : ""}`];
  });
  const apart = splitting === undefined ? "" : `; ${splitting} tell candidates apart`;
  const known = agreed === 0 ? "" : `; brute forces agree on ${agreed}`;
  const shares = agreement.flatMap((row, index) => row.slice(index + 1)).flatMap((share) => share ?? []);
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  return [
    ...(written.length === 0 ? [] : [["test programs", written.join(", ")] as const]),
    ["inputs", `${kept} of ${generated} kept${apart}${known}`] as const,
    ...(shares.length === 0
      ? []
      : [["validators", `say the same of ${(100 * mean).toFixed(1)} % of the inputs`] as const]),
  ];
}

/** Who goes by the size of clusters is fooled where the largest is wrong. */
function aboutCluster({ size, of, right, bestScore, rightElsewhere }: LargestCluster, maxScore: number): string {
  const programs = `${size} of ${plural(of, "program")}`;
  if (right === undefined || bestScore === undefined) return `${programs}, truth unknown`;
  if (right === size) return `${programs}, right`;
  if (right > 0) return `${programs}, ${right} of them right`;
  const best = bestScore > 0 ? ` (at best ${points(bestScore)} of ${points(maxScore)})` : "";
  const others = rightElsewhere === undefined ? "" : `; ${rightElsewhere} outside it right`;
  return `${programs}, wrong${best}${others}`;
}

/** Where there are several: which is within which, and whom that ruled out. */
function subtasks({ subtasks: all }: ProblemView): string[] {
  const scored = all.filter(({ maxScore }) => maxScore > 0);
  if (scored.length < 2) return [];
  const header = ["subtask", "score", "of", "solved by", "left out", "contains"];
  const lines = scored.map(({ id, score, maxScore, solvedBy, leftOut, contains }) => [
    id,
    points(score),
    points(maxScore),
    solvedBy === undefined ? "-" : `#${solvedBy}`,
    String(leftOut),
    contains.join(" ") || "-",
  ]);
  const numbers = [false, true, true, true, true, false];
  return ["Subtasks", ...indent(table([header, ...lines], numbers, WIDTH - 2))];
}

/** All of a run of one problem; in a contest those that raised the score. */
function submissions({ submissions: all }: ProblemView, isOnly: boolean): string[] {
  const made = isOnly ? all : all.filter(({ total }, index) => total > (all[index - 1]?.total ?? 0));
  const title = isOnly ? "Submissions" : "  submissions that raised the score";
  if (made.length === 0) return [title, "  none"];
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
  return [title, ...indent(table([header, ...lines], [true, true, false, false, true, true, false], WIDTH - 2))];
}

function worth({ score, baselines, started, problems }: RunView): string[] {
  const { known, of, random, oracle, efficiency } = baselines;
  const title = "What selection was worth";
  if (problems.every(({ pool: { compiling } }) => compiling === 0))
    return [title, "  nothing: there was no program that compiles to choose from"];
  if (random === undefined || oracle === undefined) {
    return [title, `  unknown: the truth of ${known} of ${plural(of, "candidate")} is known`];
  }
  const drawn =
    problems.length === 1 ? String(Math.min(started.submissionLimit, of)) : `${started.submissionLimit} a problem`;
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

function borderline({ borderline: runs }: ProblemView): string[] {
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

function failures({ judgeFailures }: ProblemView): string[] {
  if (judgeFailures.length === 0) return [];
  return [
    `Judge errors: ${judgeFailures.length}. These are our failures, not the programs'`,
    ...indent(judgeFailures.map((line) => oneLine(line, WIDTH - 2))),
  ];
}

function rows(pairs: readonly (readonly [string, string])[]): string[] {
  return indent(table(pairs, [false, false], WIDTH - 2));
}
