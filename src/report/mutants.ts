import type { Origin } from "../domain/mutant.ts";
import { plural, printable, table } from "./words.ts";

const WIDTH = 100;

export interface MutantsReport {
  readonly problem: string;
  readonly packageHash: string;
  readonly seed: number;
  readonly mutants: readonly { readonly source: string; readonly origin: Origin }[];
  /** Jury submissions that were not mutated. */
  readonly left: readonly string[];
}

/** For a terminal: what was made, by operator and by submission. */
export function renderMutantsText({ problem, mutants, seed, left }: MutantsReport): string {
  const operators = countsOf(mutants.flatMap(({ origin }) => origin.changes.map(({ operator }) => operator)));
  const submissions = countsOf(mutants.map(({ origin }) => origin.submission));
  return printable(
    `${[
      `${problem}: ${plural(mutants.length, "mutant")} of ${plural(submissions.length, "submission")}, seed ${seed}`,
      ...(left.length === 0 ? [] : [`not mutated, as they are not one file of C++ that compiles: ${left.join(", ")}`]),
      "",
      ...table(submissions, [true, false], WIDTH),
      "",
      ...table(operators, [true, false], WIDTH),
    ].join("\n")}\n`,
  );
}

/** For scripts: part of the command-line contract. */
export function renderMutantsJson({ problem, packageHash, seed, mutants }: MutantsReport): string {
  const documents = mutants.map(({ source, origin }) => ({ ...origin, source }));
  return `${JSON.stringify({ problem, packageHash, seed, mutants: documents }, null, 2)}\n`;
}

function countsOf(names: readonly string[]): [string, string][] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([name, count]) => [String(count), name]);
}
