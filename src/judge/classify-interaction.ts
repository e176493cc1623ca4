import { JudgeError } from "../domain/errors.ts";
import type { ProblemLimits } from "../domain/problem.ts";
import type { Verdict } from "../domain/verdict.ts";
import type { InteractionReport } from "../sandbox/sandbox.ts";
import { failureOf } from "./classify-run.ts";
import { ACCEPTS, describeOutcome, REJECTS } from "./exit-codes.ts";

type Participant = InteractionReport["participants"][number];
type Limits = Pick<ProblemLimits, "timeLimitMs" | "memoryLimitBytes" | "outputLimitBytes">;

/** Who decides: the candidate by how it failed, or the interactor by its exit code (what it left says more). */
export type KnownOfInteraction =
  | { readonly kind: "failed"; readonly verdict: Verdict; readonly message: string }
  | { readonly kind: "accepted" }
  | { readonly kind: "rejected" };

/**
 * What a conversation of a candidate with an interactor makes known. Undefined where it was cancelled. In this order:
 * 1. An interactor that ended first and rejects: what becomes of the candidate afterwards (its pipes are closed) is moot.
 * 2. An interactor that broke, by itself or over its limits, is our failure: the candidate is not to be blamed, unless
 *    it had failed by itself before, or was over its limits and both were ended for that.
 * 3. The candidate's own failure.
 * 4. What the interactor says. One that died of speaking to a candidate that had left rejects.
 */
export function classifyInteraction(
  candidate: Participant,
  interactor: Participant,
  limits: Limits,
): KnownOfInteraction | undefined {
  if (candidate.outcome.kind === "cancelled" || interactor.outcome.kind === "cancelled") return undefined;
  const isFirst = interactor.endOrder < candidate.endOrder;
  const said = wordOf(interactor, isFirst);
  if (said === "rejected" && isFirst) return { kind: "rejected" };
  const failure = failureOf({ ...candidate, outcome: candidate.outcome }, limits);
  if (said) return failure ? { kind: "failed", ...failure } : { kind: said };
  if (failure && wasEndedByCandidate(candidate, interactor, isFirst)) return { kind: "failed", ...failure };
  throw new JudgeError(
    `the interactor ${describeOutcome(interactor.outcome)}; expected exit code ${ACCEPTS} or ${REJECTS}`,
  );
}

function wordOf({ outcome }: Participant, isFirst: boolean): "accepted" | "rejected" | undefined {
  if (outcome.kind === "exited" && outcome.exitCode === ACCEPTS) return "accepted";
  if (outcome.kind === "exited" && outcome.exitCode === REJECTS) return "rejected";
  if (outcome.kind === "signalled" && outcome.signal === "SIGPIPE" && !isFirst) return "rejected";
  return undefined;
}

/** For a candidate that failed: does that explain an interactor which has not judged? */
function wasEndedByCandidate(candidate: Participant, interactor: Participant, isFirst: boolean): boolean {
  if (isOutOfMemory(candidate) && isOutOfMemory(interactor))
    return candidate.peakMemoryBytes >= interactor.peakMemoryBytes; // it counts for both: the larger one filled the box
  // Over a limit, either takes the other along; in which order they are then seen to end says nothing.
  if (candidate.outcome.kind === "limit")
    return !isFirst || isKilled(interactor) || interactor.outcome.kind === "limit";
  return !isFirst && !isKilled(candidate);
}

function isOutOfMemory({ outcome }: Participant): boolean {
  return outcome.kind === "limit" && outcome.limit === "memory";
}

function isKilled({ outcome }: Participant): boolean {
  return (
    (outcome.kind === "signalled" && outcome.signal === "SIGKILL") ||
    (outcome.kind === "limit" && outcome.limit === "wall")
  );
}
