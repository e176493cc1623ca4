import { expect, test } from "vitest";
import type { RunCurves } from "../../../../src/replay/curve.ts";
import { foldRun } from "../../../../src/report/fold-run.ts";
import type { ReportedCluster } from "../../../../src/report/html/cluster-rows.ts";
import { makeReport, type Report } from "../../../../src/report/html/make-document.ts";
import { viewRun } from "../../../../src/report/run-view.ts";
import type { RunEvent } from "../../../../src/run-log/event.ts";
import { aJudgement } from "../../../support/judgements.ts";
import {
  aStartedProblem,
  candidateExtracted,
  candidateOf,
  candidateTested,
  logged,
  PROBLEM,
  runStarted,
} from "../../../support/run-events.ts";
import { A_STORY, truth } from "../../../support/run-stories.ts";

const NO_CURVES: RunCurves = { total: [], byProblem: new Map(), missing: 2 };

function reportOf(events: readonly RunEvent[], clusters: readonly ReportedCluster[] = []): Report {
  const fold = foldRun(logged(events));
  const view = viewRun(fold);
  if (!view) throw new Error("the story has no beginning");
  const parts = { contest: undefined, standings: undefined, clusters: new Map([[PROBLEM, clusters]]) };
  return makeReport({ file: "a.sqlite", fold, view, curves: NO_CURVES, ...parts });
}

const problemOf = (report: Report) => {
  const [problem] = report.document.problems;
  if (!problem) throw new Error("a report without its problem");
  return problem;
};

test("every program has a row: what is true of the first of equal ones is true of all, what nobody judged is unknown", () => {
  const [first, second, third, fourth] = problemOf(reportOf([...A_STORY, truth(0, aJudgement(100))])).candidates;
  expect(first).toMatchObject({ id: "c0001", verdict: "AC", score: 100, submission: 2, slowestMs: 12 });
  expect(second).toMatchObject({ verdict: "WA", score: 0, submission: 1 });
  expect(third).toMatchObject({ id: "c0003", sameAs: "c0001", verdict: "AC", submission: undefined });
  expect(fourth).toMatchObject({ id: "c0004", compiles: false, verdict: "CE", score: 0 });
  const unjudged = [runStarted(), candidateExtracted(0), candidateTested(0, "passes")];
  expect(problemOf(reportOf(unjudged)).candidates[0]).toMatchObject({ verdict: undefined, score: undefined });
});

test("settings are named in words, and hashes by their beginning", () => {
  const settings = { bruteForces: 4, promptsHash: "ab".repeat(32) };
  const shown = reportOf([runStarted({ settings })]).document.run.settings;
  expect(shown).toContainEqual(["brute forces", "4"]);
  expect(shown).toContainEqual(["prompts hash", "abababababab"]);
});

test("a cluster is as pure as its commonest score is common among those judged", () => {
  const tried = [0, 1, 2, 3].flatMap((sample) => [candidateExtracted(sample), candidateTested(sample, "passes")]);
  const judged = [truth(0, aJudgement(100)), truth(1, aJudgement(100)), truth(2, aJudgement(40))];
  const members = [0, 1, 2, 3].map(candidateOf);
  const { clusters } = problemOf(
    reportOf([runStarted(), ...tried, ...judged], [{ by: "signature", members, signature: ["a"] }]),
  );
  expect(clusters).toEqual([
    { rank: 1, size: 4, by: "signature", known: 3, accepted: 2, bestScore: 100, purity: 2 / 3 },
  ]);
  const unknown = problemOf(reportOf([runStarted(), ...tried], [{ by: "samples", members, signature: undefined }]));
  expect(unknown.clusters[0]).toMatchObject({ known: 0, bestScore: undefined, purity: undefined });
});

test("an input splits as large a share of the pairs of clusters as it tells apart", () => {
  const inputs = ["i0001", "i0002", "i0003"].map((input): RunEvent => {
    const made = { generator: "g0001", seed: 1, sha256: "ab".repeat(32), bytes: 2, acceptedBy: [], rejectedBy: [] };
    return { type: "input-generated", problem: PROBLEM, input, ...made };
  });
  const kept: RunEvent = { type: "inputs-kept", problem: PROBLEM, inputs: ["i0001", "i0002"] };
  const clusters = [
    ["x", "p"],
    ["x", "q"],
    ["x", "q"],
    ["not run", "not run"],
  ].map((signature, index): ReportedCluster => {
    return { by: "signature", members: [candidateOf(index)], signature };
  });
  const rows = problemOf(reportOf([runStarted(), ...inputs, kept], clusters)).inputs;
  expect(rows.map(({ outputs, splits }) => ({ outputs, splits }))).toEqual([
    { outputs: 1, splits: 0 },
    { outputs: 2, splits: 1 - 1 / 3 },
    { outputs: undefined, splits: undefined },
  ]);
});

test("the document is JSON: no highest score is null, and long texts are in parts that are read when asked for", () => {
  const endless = aStartedProblem({ maxScore: Infinity });
  const report = reportOf([runStarted({ problems: [endless] }), ...A_STORY.slice(1)]);
  expect(JSON.parse(JSON.stringify(report.document)).problems[0].worth.maxScore).toBeNull();
  const read: string[] = [];
  const readText = (sha256: string) => {
    read.push(sha256);
    return "int main() {}";
  };
  expect(report.parts.names).toEqual(["0-candidates-0", "0-prompts-0"]);
  expect(read).toEqual([]);
  const candidates = report.parts.read("0-candidates-0", readText);
  expect(candidates?.[0]).toMatchObject({ source: "int main() {}", samples: { verdict: ["AC"], cpuMs: [12] } });
  expect(candidates?.[2]).toBeNull();
  expect(report.parts.read("1-candidates-0", readText)).toBeUndefined();
});
