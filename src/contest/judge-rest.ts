import { forEachConcurrently } from "../domain/concurrently.ts";
import type { AttemptState } from "./attempt-state.ts";
import type { ContestServer } from "./contest-server.ts";

export interface JudgeRestDeps {
  readonly server: Pick<ContestServer, "judgeUnsubmitted">;
  readonly readText: (sha256: string) => string;
  readonly slotCount: number;
}

/** Candidates that compile whose verdict the run did not ask for, and nobody has stored since. */
export function notJudged({ pool, submitted, truth }: AttemptState): string[] {
  return [...pool.tested.values()]
    .filter(({ candidate, compile }) => compile.ok && !submitted.has(candidate) && !truth.has(candidate))
    .map(({ candidate }) => candidate);
}

/** Judges what was not submitted, so that reports can say what other choices would have got. */
export async function judgeRest(state: AttemptState, { server, readText, slotCount }: JudgeRestDeps): Promise<void> {
  await forEachConcurrently(notJudged(state), slotCount, (id) => {
    const candidate = state.pool.candidates.get(id);
    if (!candidate) throw new Error(`no candidate ${id}`);
    return server.judgeUnsubmitted(id, { language: candidate.language, source: readText(candidate.source) });
  });
}
