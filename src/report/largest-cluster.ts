import { mergedSignatures } from "../domain/merged-signatures.ts";
import { isFullScore } from "../domain/scoring.ts";
import type { ProblemFold } from "./fold-problem.ts";

/** Of the programs that nobody told apart the most, beside what is true of them and of the rest. */
export interface LargestCluster {
  readonly size: number;
  /** Programs with a signature, these among them. */
  readonly of: number;
  /** Of its members, as are the two that follow; undefined while the truth of one is not known. */
  readonly right: number | undefined;
  readonly bestScore: number | undefined;
  /** Programs outside it that get all points; undefined while a truth is not known. */
  readonly rightElsewhere: number | undefined;
}

/** Undefined where none was run on made inputs. */
export function largestClusterOf(fold: ProblemFold, maxScore: number): LargestCluster | undefined {
  const groups = new Map<string, string[]>();
  for (const [candidate, outputs] of mergedSignatures(fold)) {
    if (outputs.length === 0 || !fold.tested.get(candidate)?.compile.ok) continue;
    const key = outputs.join(" ");
    const group = groups.get(key);
    if (group) group.push(candidate);
    else groups.set(key, [candidate]);
  }
  // Sorting is stable: of equal ones the one that was met first.
  const [largest, ...others] = [...groups.values()].sort((a, b) => b.length - a.length);
  if (!largest) return undefined;
  const scoreOf = scoresOf(fold);
  const own = known(largest.map(scoreOf));
  const elsewhere = known(others.flat().map(scoreOf));
  const rightOf = (scores: readonly number[] | undefined) =>
    scores?.filter((score) => isFullScore(score, maxScore)).length;
  return {
    ...{ size: largest.length, of: largest.length + others.flat().length },
    ...{ right: rightOf(own), bestScore: own && Math.max(...own), rightElsewhere: rightOf(elsewhere) },
  };
}

function scoresOf({ truth, submissions }: ProblemFold): (candidate: string) => number | undefined {
  const scores = new Map([...truth].map(([candidate, { score }]) => [candidate, score]));
  for (const { made, judgement } of submissions.values()) if (judgement) scores.set(made.candidate, judgement.score);
  return (candidate) => scores.get(candidate);
}

/** Undefined where one of them is. */
function known(scores: readonly (number | undefined)[]): readonly number[] | undefined {
  const found = scores.flatMap((score) => score ?? []);
  return found.length === scores.length ? found : undefined;
}
