import { UsageError } from "../domain/errors.ts";
import type { ContestResult } from "./contest-result.ts";
import { type Interval, pairedInterval } from "./paired-bootstrap.ts";
import type { ProblemView } from "./problem-view.ts";
import type { RunView } from "./run-view.ts";

/** A run as it is read from its file. */
export interface ShownRun {
  readonly path: string;
  readonly view: RunView;
  /** Undefined for a run of one problem by itself. */
  readonly contest: ContestResult | undefined;
}

/** Several runs over the same problems, side by side. */
export interface Comparison {
  readonly title: string;
  /** What is compared. */
  readonly scoring: string;
  readonly problems: readonly {
    readonly id: string;
    readonly packageHash: string;
    readonly scores: readonly number[];
  }[];
  readonly runs: readonly ComparedRun[];
  readonly differences: readonly Difference[];
}

export interface ComparedRun {
  /** A, B, … */
  readonly name: string;
  readonly shown: ShownRun;
  readonly score: number;
  /** Undefined where cost or tokens are unknown or none. */
  readonly perUsd: number | undefined;
  readonly perMillionTokens: number | undefined;
}

/** Of two runs' scores, paired by problem. */
export interface Difference {
  readonly run: string;
  readonly minus: string;
  readonly difference: number;
  /** Undefined with a single problem. */
  readonly interval: Interval | undefined;
}

export function compareRuns(shown: readonly ShownRun[]): Comparison {
  const [first] = shown;
  if (!first || shown.length < 2) throw new UsageError("compare: expected two run files or more");
  for (const other of shown) refuseOtherProblems(first, other);
  const rules = new Set(shown.map(({ contest, view }) => (contest ? view.started.rules : undefined)));
  const [common] = rules.size === 1 ? rules : [];
  const scoresOf = (run: ShownRun) => scoresByProblem(run, common !== undefined);
  const scores = shown.map(scoresOf);
  const { started } = first.view;
  return {
    title: started.contest?.name ?? started.problems.map(({ name }) => name).join(", "),
    scoring: common === undefined ? scoringOfPackages(shown) : `points under the rules ${common}`,
    problems: started.problems.map(({ id, packageHash }) => {
      return { id, packageHash, scores: scores.map((own) => own.get(id) ?? 0) };
    }),
    runs: shown.map((run, index) => comparedRun(run, nameOf(index), sum([...(scores[index]?.values() ?? [])]))),
    differences: differencesOf(scores),
  };
}

function refuseOtherProblems(first: ShownRun, other: ShownRun): void {
  const [expected, found] = [packagesOf(first), packagesOf(other)];
  if (expected === found) return;
  throw new UsageError(
    `${other.path} cannot be compared with ${first.path}: it is a run of\n  ${found}\nexpected the same packages as there:\n  ${expected}`,
  );
}

/** In any order. */
function packagesOf({ view }: ShownRun): string {
  const packages = view.started.problems.map(({ id, packageHash }) => `${id} (package ${packageHash.slice(0, 12)})`);
  return packages.sort().join(", ");
}

function scoringOfPackages(shown: readonly ShownRun[]): string {
  const rules = [...new Set(shown.map(({ view }) => view.started.rules))];
  const why = rules.length > 1 ? `; the runs have different rules: ${rules.join(", ")}` : "";
  return `points of the packages, the best of every subtask${why}`;
}

function scoresByProblem({ contest, view }: ShownRun, underRules: boolean): ReadonlyMap<string, number> {
  if (contest && underRules) return new Map(contest.problems.map(({ id, result }) => [id, result.points]));
  return new Map(view.problems.map((problem) => [problem.problem.id, pointsOfPackage(problem)]));
}

/** Whatever rules the runs were made under: the best of every subtask, or the best submission where subtasks do not add up. */
function pointsOfPackage({ problem, score, subtasks }: ProblemView): number {
  return problem.subtasksAddUp === false ? score : sum(subtasks.map((subtask) => subtask.score));
}

function comparedRun(shown: ShownRun, name: string, score: number): ComparedRun {
  const { usd, tokensKnown, inputTokens, outputTokens } = shown.view.cost;
  const tokens = tokensKnown ? inputTokens + outputTokens : 0;
  return {
    ...{ name, shown, score },
    perUsd: usd === undefined || usd === 0 ? undefined : score / usd,
    perMillionTokens: tokens === 0 ? undefined : (score / tokens) * 1e6,
  };
}

/** Every run with each of those before it. */
function differencesOf(scores: readonly ReadonlyMap<string, number>[]): Difference[] {
  return scores.flatMap((own, index) =>
    scores.slice(0, index).map((before, minus): Difference => {
      const differences = [...own].map(([id, score]) => score - (before.get(id) ?? 0));
      return {
        ...{ run: nameOf(index), minus: nameOf(minus), difference: sum(differences) },
        interval: pairedInterval(differences),
      };
    }),
  );
}

/** A to Z, then A2, B2, … */
function nameOf(index: number): string {
  const turn = Math.floor(index / 26);
  return `${String.fromCharCode(65 + (index % 26))}${turn === 0 ? "" : turn + 1}`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
