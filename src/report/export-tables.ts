import { stringify } from "csv-stringify/sync";
import type { Judgement } from "../domain/judgement.ts";
import type { ProblemFold } from "./fold-problem.ts";
import type { RunFold } from "./fold-run.ts";
import type { ProblemView, SubmissionRow } from "./problem-view.ts";

type Cell = string | number | undefined;

/** A table in pieces of CSV, so that a large one is never held as a whole. */
export type Table = Iterable<string>;

const csv = (rows: readonly (readonly Cell[])[]): string => stringify(rows.map((row) => [...row]));

export function* candidatesTable({ problems }: RunFold): Table {
  yield csv([
    ["problem", "candidate", "purpose", "sample", "round", "subtask", "repair_of", "same_as", "language"].concat([
      "compiles",
      "samples_passed",
      "samples",
      "verdict",
      "score",
      "source",
    ]),
  ]);
  for (const [problem, fold] of problems) {
    const truth = truthOf(fold);
    for (const {
      candidate,
      purpose,
      sample,
      round,
      subtask,
      repairOf,
      sameAs,
      language,
      source,
    } of fold.candidates.values()) {
      const tested = fold.tested.get(candidate);
      const known = truth.get(sameAs ?? candidate);
      yield csv([
        [
          ...[problem, candidate, purpose, sample, round ?? 0, subtask, repairOf, sameAs, language],
          ...[tested && String(tested.compile.ok), tested?.samples.filter(({ verdict }) => verdict === "AC").length],
          ...[tested?.samples.length, known?.verdict, known?.score, source],
        ],
      ]);
    }
  }
}

export function* submissionsTable(problems: readonly ProblemView[]): Table {
  yield csv([["problem", "number", "at_ms", "candidate", "verdict", "score", "total", "why"]]);
  for (const { submissions } of problems) for (const row of submissions) yield csv([submissionCells(row)]);
}

function submissionCells({ problem, number, atMs, candidate, verdict, score, total, why }: SubmissionRow): Cell[] {
  return [problem, number, atMs, candidate, verdict, score, total, why];
}

/** Of all that was judged on the secret testcases, submitted or not. */
export function* testcasesTable({ problems }: RunFold): Table {
  yield csv([["problem", "candidate", "testcase", "verdict", "score", "cpu_ms", "wall_ms", "peak_memory_bytes"]]);
  for (const [problem, fold] of problems) {
    for (const [candidate, { testcases }] of truthOf(fold)) {
      yield csv(
        testcases.map(({ id, verdict, score, cpuMs, wallMs, peakMemoryBytes }) => {
          return [problem, candidate, id, verdict, score, cpuMs, wallMs, peakMemoryBytes];
        }),
      );
    }
  }
}

function truthOf({ submissions, truth }: ProblemFold): Map<string, Judgement> {
  const known = new Map<string, Judgement>();
  for (const { made, judgement } of submissions.values()) if (judgement) known.set(made.candidate, judgement);
  for (const [candidate, judgement] of truth) known.set(candidate, judgement);
  return known;
}
