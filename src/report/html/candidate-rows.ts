import { candidateOrder } from "../../domain/candidate-order.ts";
import type { ProblemFold } from "../fold-problem.ts";
import type { ReportedCluster } from "./cluster-rows.ts";
import { judgementsOf } from "./judgements.ts";
import { promptOf, promptsOf } from "./prompts.ts";
import type { CandidateRow } from "./report-document.ts";

/** All programs in the order of sampling, those that were made twice too. */
export function candidateRows(fold: ProblemFold, clusters: readonly ReportedCluster[]): CandidateRow[] {
  const judgements = judgementsOf(fold);
  const clusterOf = new Map(clusters.flatMap(({ members }, index) => members.map((id) => [id, index + 1] as const)));
  const submissionOf = new Map([...fold.submissions.values()].map(({ made }) => [made.candidate, made.number]));
  const promptAt = new Map(promptsOf(fold).map(({ key }, index) => [key, index]));
  return [...fold.candidates.values()]
    .sort((a, b) => candidateOrder(a.candidate, b.candidate))
    .map(({ candidate: id, language, sameAs, repairOf, subtask, round, purpose, sample }): CandidateRow => {
      // What holds for the first program with this text holds for all.
      const first = sameAs ?? id;
      const tested = fold.tested.get(first);
      const judgement = judgements.get(first);
      const answer = fold.answers.get(`${purpose} ${sample}`);
      const times = (judgement?.testcases ?? tested?.samples ?? []).map(({ cpuMs }) => cpuMs);
      const isBroken = tested?.compile.ok === false;
      return {
        ...{ id, language, sameAs, repairOf, subtask, round, compiles: tested?.compile.ok },
        samplesPassed: tested?.samples.filter(({ verdict }) => verdict === "AC").length,
        slowestMs: times.length === 0 ? undefined : Math.round(Math.max(...times)),
        ...{ cluster: clusterOf.get(first), submission: submissionOf.get(id) },
        ...{
          verdict: judgement?.verdict ?? (isBroken ? "CE" : undefined),
          score: judgement?.score ?? (isBroken ? 0 : undefined),
        },
        ...{ outputTokens: answer?.outputTokens, prompt: answer && promptAt.get(promptOf(answer)) },
      };
    });
}
