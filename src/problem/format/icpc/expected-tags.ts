import type { ExpectedVerdict } from "../../../domain/expectation.ts";

/** What DOMjudge's authors write into their sources. */
export interface ExpectedTags {
  /** Any of these; undefined where the source says nothing, empty where a person is to look at it. */
  readonly verdicts: readonly ExpectedVerdict[] | undefined;
  readonly score: number | undefined;
  /** Words that mean nothing here. */
  readonly unknown: readonly string[];
}

const RESULTS: ReadonlyMap<string, readonly ExpectedVerdict[]> = new Map<string, readonly ExpectedVerdict[]>([
  ["CORRECT", ["AC"]],
  ["ACCEPTED", ["AC"]],
  ["PARTIALLY-ACCEPTED", ["PAC"]],
  ["WRONG-ANSWER", ["WA"]],
  ["NO-OUTPUT", ["WA"]],
  ["TIMELIMIT", ["TLE"]],
  ["TIME-LIMIT-EXCEEDED", ["TLE"]],
  // DOMjudge does not tell a crash from too much memory.
  ["RUN-ERROR", ["RTE", "MLE"]],
  ["RUN-TIME-ERROR", ["RTE", "MLE"]],
  ["OUTPUT-LIMIT", ["OLE"]],
  ["OUTPUT-LIMIT-EXCEEDED", ["OLE"]],
  ["MEMORY-LIMIT", ["MLE"]],
  ["MEMORY-LIMIT-EXCEEDED", ["MLE"]],
  ["COMPILER-ERROR", ["CE"]],
  ["COMPILE-ERROR", ["CE"]],
  ["CHECK-MANUALLY", []],
]);

export function readExpectedTags(sources: readonly string[]): ExpectedTags {
  const texts = sources.flatMap((source) =>
    [...source.matchAll(/@EXPECTED_RESULTS@:([^\r\n]*)/g)].map(([, text]) => text ?? ""),
  );
  const words = texts.flatMap((text) => text.split(",")).map((text) => /^[\sA-Za-z_-]*/.exec(text)?.[0].trim() ?? "");
  const results = words.map((word) => ({ word, verdicts: RESULTS.get(word.toUpperCase().replaceAll("_", "-")) }));
  const score = sources.flatMap((source) => /@EXPECTED_SCORE@:\s*(-?\d+(?:\.\d+)?)/.exec(source)?.[1] ?? [])[0];
  const isManual = results.some(({ verdicts }) => verdicts?.length === 0);
  return {
    verdicts:
      words.length === 0 ? undefined : isManual ? [] : [...new Set(results.flatMap(({ verdicts }) => verdicts ?? []))],
    score: score === undefined ? undefined : Number(score),
    unknown: results.filter(({ verdicts }) => verdicts === undefined).map(({ word }) => word),
  };
}
