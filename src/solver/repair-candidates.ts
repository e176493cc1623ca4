import type { PublicProblem } from "../domain/problem.ts";
import type { Asked, Asker } from "./asker.ts";
import { candidateId } from "./candidate-id.ts";
import type { CandidateIntake } from "./candidate-intake.ts";
import { isFailed } from "./fault-text.ts";
import type { PoolInRound, SampleSettings } from "./fill-candidate-pool.ts";
import type { PoolCandidate, PoolState } from "./pool-state.ts";
import { repairPrompt } from "./write-prompt.ts";

interface RepairParts {
  readonly asker: Asker;
  readonly intake: CandidateIntake;
  readonly readText: (sha256: string) => string;
}

/**
 * Gives the round's candidates that do not compile or fail a sample back to the model, and what comes of it once more, up
 * to `repairs` times. Repair r of sample s is number s × repairs + r of its purpose: the same one in every session.
 */
export async function repairCandidates(
  problem: PublicProblem,
  settings: Pick<SampleSettings, "samples" | "repairs">,
  { round, state }: PoolInRound,
  { asker, intake, readText }: RepairParts,
): Promise<void> {
  const { samples, repairs } = settings;
  const idOf = (sample: number) => candidateId(samples + sample);
  for (let turn = 0; turn < repairs; turn++) {
    const broken = new Map<number, PoolCandidate>();
    const questions: Asked[] = [];
    for (const first of [...state.candidates.values()]) {
      if (first.purpose !== "candidate" || first.round !== round.number) continue;
      const candidate = turn === 0 ? first : state.candidates.get(idOf(first.sample * repairs + turn - 1));
      const sample = first.sample * repairs + turn;
      const fault = candidate && faultOf(candidate, state);
      if (!candidate || !fault || state.isRead("repair", sample)) continue;
      const program = { language: candidate.language, source: readText(candidate.source) };
      const prompt = await repairPrompt(problem, candidate.subtask, { program, ...fault });
      broken.set(sample, candidate);
      questions.push({ purpose: "repair", sample, prompt, subtask: candidate.subtask, round: round.number });
    }
    if (questions.length === 0) continue;
    await intake.during(() =>
      asker.askEach(
        questions,
        (said, asked) => {
          const repairOf = broken.get(asked.sample)?.id;
          if (repairOf === undefined) throw new Error(`repair ${asked.sample} of nothing`);
          intake.take(said, asked, { id: idOf(asked.sample), purpose: "repair", repairOf });
        },
        () => intake.hasJudgeFailed,
      ),
    );
  }
}

/** How it was tried, where it did not pass. */
function faultOf({ id, sameAs }: PoolCandidate, state: PoolState) {
  const tested = sameAs === undefined ? state.tested.get(id) : undefined;
  if (!tested) return undefined;
  const { compile, samples } = tested;
  return !compile.ok || samples.some(({ verdict }) => isFailed(verdict)) ? { compile, samples } : undefined;
}
