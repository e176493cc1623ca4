import type { ComparedRun, Comparison, Difference } from "./comparison.ts";
import { BOOTSTRAP_SEED, RESAMPLINGS } from "./paired-bootstrap.ts";
import { columnsOf, indent, oneLine, plural, points, table } from "./words.ts";

const WIDTH = 98;

/** Runs side by side for a terminal, 100 columns wide. */
export function renderComparisonText(comparison: Comparison): string {
  const { title, scoring, problems, runs } = comparison;
  const counts = `${plural(runs.length, "run")} over ${plural(problems.length, "problem")}`;
  const headline = `${oneLine(title, 50)}: ${counts}`;
  const sections = [
    [headline, "=".repeat(columnsOf(headline)), ...indent([oneLine(`score: ${scoring}`, WIDTH)])],
    ["Runs", ...indent(runTable(runs))],
    ["Files", ...indent(runs.map(({ name, shown }) => oneLine(`${name}  ${shown.path}${stateOf(shown)}`, WIDTH)))],
    ["Scores by problem", ...indent(problemTable(comparison))],
    differenceLines(comparison),
  ];
  return `${sections.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function runTable(runs: readonly ComparedRun[]): string[] {
  const header = ["run", "score", "cost", "tokens", "per USD", "per M tokens", "model, strategy, limit, seed"];
  const rows = runs.map(({ name, score, shown, perUsd, perMillionTokens }) => {
    const { started, cost } = shown.view;
    const { model, strategy, submissionLimit, seed } = started;
    const known = cost.tokensKnown && cost.inputTokens + cost.outputTokens > 0;
    return [
      name,
      points(score),
      cost.usd === undefined ? "unknown" : `${cost.usd.toFixed(2)} USD`,
      known ? (cost.inputTokens + cost.outputTokens).toLocaleString("en-US") : "unknown",
      ...[cost.usd === 0 ? "-" : rate(perUsd), rate(perMillionTokens)],
      `${model.isRecorded ? "recorded" : model.label}, ${strategy}, ${submissionLimit}, ${seed}`,
    ];
  });
  return table([header, ...rows], [false, true, true, true, true, true, false], WIDTH);
}

function rate(value: number | undefined): string {
  return value === undefined ? "unknown" : value.toFixed(1);
}

function stateOf({ view }: ComparedRun["shown"]): string {
  return view.state.kind === "finished" ? "" : ` (${view.state.kind}: its score may still grow)`;
}

function problemTable({ problems, runs }: Comparison): string[] {
  const header = ["problem", ...runs.map(({ name }) => name)];
  const rows = problems.map(({ id, scores }) => [id, ...scores.map(points)]);
  // The last column is left as it is: an empty one takes the rest of the line.
  const lines = [header, ...rows].map((row) => [...row, ""]);
  return table(lines, [false, ...runs.map(() => true), false], WIDTH);
}

function differenceLines({ problems, differences }: Comparison): string[] {
  const rows = differences.map(({ run, minus, difference, interval }) => [
    `${run} - ${minus}`,
    signed(difference),
    interval ? `${signed(interval.low)} to ${signed(interval.high)}` : "unknown",
    meaning(interval),
  ]);
  const header = ["runs", "difference", "95 % interval", ""];
  return [
    "Differences",
    ...indent([
      ...table([header, ...rows], [false, true, true, false], WIDTH),
      ...(problems.length < 2
        ? ["one problem says nothing of how others would differ"]
        : [
            `${RESAMPLINGS.toLocaleString("en-US")} paired resamplings of the ${problems.length} problems`,
            "the same run again would differ too: contest --repeat says by how much",
          ]),
    ]),
  ];
}

function meaning(interval: Difference["interval"]): string {
  if (!interval) return "";
  return interval.low <= 0 && interval.high >= 0 ? "may be chance" : "more than other problems would change";
}

function signed(value: number): string {
  return `${value > 0 ? "+" : ""}${points(value)}`;
}

/** The same for scripts; what is not known is null. */
export function renderComparisonJson({ title, scoring, problems, runs, differences }: Comparison): string {
  const document = {
    ...{ title, scoring, problems },
    runs: runs.map(({ name, shown, score, perUsd, perMillionTokens }) => {
      const { started, cost, state } = shown.view;
      const { strategy, rules, seed, samples, submissionLimit } = started;
      return {
        ...{ name, run: shown.path, state: state.kind, model: started.model.label, recorded: started.model.isRecorded },
        ...{ strategy, rules, seed, samples, submissionLimit, score },
        cost: {
          inputTokens: cost.tokensKnown ? cost.inputTokens : null,
          outputTokens: cost.tokensKnown ? cost.outputTokens : null,
          usd: cost.usd ?? null,
        },
        ...{ perUsd: perUsd ?? null, perMillionTokens: perMillionTokens ?? null },
      };
    }),
    differences: differences.map(({ interval, ...own }) => {
      return { ...own, low: interval?.low ?? null, high: interval?.high ?? null };
    }),
    bootstrap: { resamplings: RESAMPLINGS, seed: BOOTSTRAP_SEED },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
