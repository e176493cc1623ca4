import { NOT_RUN } from "../../domain/output-mark.ts";
import type { ProblemFold } from "../fold-problem.ts";
import type { ReportedCluster } from "./cluster-rows.ts";
import type { InputRow, TestProgramRow } from "./report-document.ts";

export function programRows(fold: ProblemFold): TestProgramRow[] {
  return [...fold.testPrograms.values()].map(({ program: id, kind, language, subtask, sample }) => {
    return { id, kind, language, subtask, isOfModel: sample !== undefined, failure: fold.testProgramFailures.get(id) };
  });
}

/** Inputs with what they were good for: the kept ones split clusters, or do not. */
export function inputRows(fold: ProblemFold, clusters: readonly ReportedCluster[]): InputRow[] {
  const placeOf = new Map(fold.keptInputs.map((id, place) => [id, place]));
  return [...fold.inputs.values()].map((event): InputRow => {
    const { input: id, generator, seed, subtask, bytes, acceptedBy, rejectedBy } = event;
    const place = placeOf.get(id);
    const marks = place === undefined ? [] : marksAt(clusters, place);
    return {
      ...{ id, generator, seed, subtask, bytes, accepted: acceptedBy.length, rejected: rejectedBy.length },
      ...{ isKept: place !== undefined, isAgreed: fold.agreedOutputs.has(id) },
      outputs: marks.length === 0 ? undefined : new Set(marks).size,
      splits: marks.length < 2 ? undefined : shareOfPairsApart(marks),
    };
  });
}

/** Of the clusters whose programs were run on it. */
function marksAt(clusters: readonly ReportedCluster[], place: number): string[] {
  return clusters.flatMap(({ signature }) => signature?.[place] ?? []).filter((mark) => mark !== NOT_RUN);
}

function shareOfPairsApart(marks: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const mark of marks) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  const pairs = (count: number) => (count * (count - 1)) / 2;
  const together = [...counts.values()].reduce((sum, count) => sum + pairs(count), 0);
  return 1 - together / pairs(marks.length);
}
