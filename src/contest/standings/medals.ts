import type { MedalCutoffs } from "../../domain/contest.ts";
import { type Award, awardFor, medalLines, type Standings } from "./standings.ts";

export interface Medal {
  /** Undefined where the line that would decide is not known. */
  readonly award: Award | "none" | undefined;
  readonly source: string;
}

/** Beside those who took part, and beside lines from elsewhere. */
export function medalsFor(points: number, standings: Standings | undefined, cutoffs: readonly MedalCutoffs[]): Medal[] {
  const lines = standings && medalLines(standings);
  const isKnown = lines && Object.values(lines).some((line) => line !== undefined);
  const field = isKnown ? [{ award: awardFor(points, lines), source: standings.source }] : [];
  return [...field, ...cutoffs.map((cutoff) => ({ award: awardFor(points, cutoff), source: cutoff.source }))];
}
