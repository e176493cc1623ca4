import type { Judgement } from "./judgement.ts";
import type { JurySubmission } from "./problem.ts";

/** A jury submission that was judged, and whether it got what its author says. */
export interface VerifiedSubmission {
  readonly submission: JurySubmission;
  readonly judgement: Judgement;
  readonly ok: boolean;
  /** Why not: what was expected and what came. */
  readonly disagreements: readonly string[];
}
