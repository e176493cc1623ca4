import type { ShownRun } from "./comparison.ts";
import { columnsOf, indent, oneLine, plural, points, table } from "./words.ts";

const WIDTH = 98;

/** Runs of one experiment, which differ by their seeds alone. */
export interface Repeats {
  readonly title: string;
  readonly runs: readonly { readonly shown: ShownRun; readonly score: number }[];
  readonly mean: number;
  /** Of a single run: how far another one is from the mean. */
  readonly deviation: number;
  /** The 95 % interval of the mean. */
  readonly low: number;
  readonly high: number;
}

export function repeatsOf(shown: readonly ShownRun[]): Repeats {
  const [first] = shown;
  if (!first || shown.length < 2) throw new Error("one run is no repetition");
  const runs = shown.map((run) => ({ shown: run, score: run.contest?.points ?? run.view.score }));
  const scores = runs.map(({ score }) => score);
  const mean = sum(scores) / scores.length;
  const deviation = Math.sqrt(sum(scores.map((score) => (score - mean) ** 2)) / (scores.length - 1));
  const reach = (studentFactor(scores.length - 1) * deviation) / Math.sqrt(scores.length);
  const title = first.view.started.contest?.name ?? first.view.started.problems.map(({ name }) => name).join(", ");
  return { title, runs, mean, deviation, low: mean - reach, high: mean + reach };
}

/** Of Student's distribution, the value that is exceeded on either side with a chance of 2.5 %, by degrees of freedom. */
const STUDENT = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131, 2.12, 2.11,
  2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
];

/** Beyond the table by the first terms of the expansion around the normal distribution: right to a thousandth. */
function studentFactor(freedom: number): number {
  const z = 1.95996;
  return STUDENT[freedom - 1] ?? z + (z ** 3 + z) / (4 * freedom);
}

export function renderRepeatsText({ title, runs, mean, deviation, low, high }: Repeats): string {
  const headline = `${oneLine(title, 50)}: ${plural(runs.length, "run")}`;
  const header = ["run", "score", "seed", "cost", "file"];
  const rows = runs.map(({ shown: { path, view }, score }, index) => {
    const usd = view.cost.usd === undefined ? "unknown" : `${view.cost.usd.toFixed(2)} USD`;
    return [String(index + 1), points(score), String(view.started.seed), usd, path];
  });
  const numbers = [
    `mean ${fixed(mean)}; standard deviation of a run ${fixed(deviation)}`,
    `95 % interval of the mean: ${fixed(low)} to ${fixed(high)}`,
  ];
  const lines = [
    headline,
    "=".repeat(columnsOf(headline)),
    ...indent([...table([header, ...rows], [true, true, true, true, false], WIDTH), "", ...numbers]),
    "",
    "What each of them did: medalist replay FILE",
  ];
  return `${lines.join("\n")}\n`;
}

/** The same for scripts; what is not known is null. */
export function renderRepeatsJson({ title, runs, mean, deviation, low, high }: Repeats): string {
  const rows = runs.map(({ shown: { path, view, contest }, score }) => {
    const solved = contest?.solved ?? null;
    return { run: path, seed: view.started.seed, state: view.state.kind, score, solved, usd: view.cost.usd ?? null };
  });
  return `${JSON.stringify({ title, runs: rows, mean, deviation, interval: { low, high } }, null, 2)}\n`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function fixed(value: number): string {
  return value.toFixed(2);
}
