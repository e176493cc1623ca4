import { isOutputMark } from "../domain/output-mark.ts";
import { remembered } from "./remembered.ts";
import type { CandidateView, Strategy } from "./strategy.ts";
import { bestOf, submittable } from "./submittable.ts";

/** Consensus, for tasks whose submission is an answer: whose outputs are most often those that most others give too. */
export const majority: Strategy = {
  describe: "those first whose output is the most usual one on the most inputs",
  wants: { inputs: 64, rounds: 1 },
  choose(view, random) {
    const pool = submittable(view);
    const usual = usualOutputs(view.candidates);
    const agreement = agreementWith(usual);
    const merits = (candidate: CandidateView) => [agreement(candidate), candidate.samplesPassed];
    const found = bestOf(pool, merits, random);
    if (!found) return undefined;
    const { id, samplesPassed, sampleCount } = found.best;
    const why =
      usual.length > 0
        ? `the most usual output on ${agreement(found.best)} of ${usual.length} inputs, drawn from ${found.equals} such`
        : `no outputs to vote on: samples ${samplesPassed}/${sampleCount}, drawn from ${found.equals} such`;
    return { candidate: id, why };
  },
};

/** For each input the output that most candidates print; undefined where none prints any. */
const usualOutputs = remembered((candidates: readonly CandidateView[]): (string | undefined)[] => {
  const votes: Map<string, number>[] = [];
  for (const { compiles, signature = [] } of candidates) {
    if (!compiles) continue;
    for (const [index, mark] of signature.entries()) {
      const own = votes[index] ?? new Map<string, number>();
      votes[index] = own;
      if (isOutputMark(mark)) own.set(mark, (own.get(mark) ?? 0) + 1);
    }
  }
  return votes.map((own) => [...own].reduce<readonly [string, number] | undefined>(moreVotes, undefined)?.[0]);
});

function moreVotes(best: readonly [string, number] | undefined, next: readonly [string, number]) {
  return best === undefined || next[1] > best[1] ? next : best;
}

const agreementWith = remembered((usual: readonly (string | undefined)[]) =>
  remembered(
    ({ signature = [] }: CandidateView) =>
      usual.filter((output, index) => output !== undefined && signature[index] === output).length,
  ),
);
