import { RATING_METHOD_NAMES, RATING_METHODS } from "../../contest/rating/card.ts";
import { percentileOf } from "../../contest/rating/percentile.ts";
import { compare, type Standings } from "../../contest/standings/standings.ts";
import type { EventOf } from "../../run-log/event.ts";
import type { ContestResult } from "../contest-result.ts";
import { protocolLines } from "../protocol.ts";
import type { ContestDocument, RatingRow, StandingsDocument } from "./report-document.ts";

/** Places shown on each side of the run's own. */
const AROUND = 5;

export function contestDocument(
  result: ContestResult,
  { lengthMs }: EventOf<"run-started">,
  standings: Standings | undefined,
): ContestDocument {
  const { rules, clock, points, penalty, solved, problems, ranking, medals } = result;
  return {
    ...{ rules: rules.describe, clock: clock.describe, lengthMs, points, penalty, solved },
    problems: problems.map(({ id, label, result: own }) => ({ id, label, ...own })),
    ...{
      ranking,
      medals,
      ratings: ratingRows(result),
      cardNotes: notesOf(result),
      standings: standings && placesAround(result, standings),
    },
  };
}

function ratingRows({ card, ratingDistribution }: ContestResult): RatingRow[] {
  const bound = (value: number) => (Number.isFinite(value) ? value : null);
  return RATING_METHOD_NAMES.flatMap((method) => {
    const estimate = card.get(method);
    if (!estimate) return [];
    const { rating, low, high } = estimate;
    const how = RATING_METHODS[method].describe;
    return [
      { method, how, rating, low: bound(low), high: bound(high), below: percentileOf(rating, ratingDistribution) },
    ];
  });
}

/** Whose ratings the shares are of, and how the result came about. */
function notesOf({ protocol, ratingDistribution: { users, source, date } }: ContestResult): string[] {
  return [`users: ${users}, ${date}; ${source}`, ...protocolLines(protocol)];
}

function placesAround({ points, penalty }: ContestResult, { source, participants }: Standings): StandingsDocument {
  const own = { points, penalty, rating: undefined, award: undefined, isOwn: true };
  const others = participants.map((other) => ({ ...other, isOwn: false }));
  // Sorting is stable: the run comes before those who have just the same.
  const all = [own, ...others].sort(compare);
  const at = all.indexOf(own);
  const around = all.slice(Math.max(0, at - AROUND), at + AROUND + 1);
  return {
    source,
    points: participants.map((other) => other.points).sort((a, b) => b - a),
    around: around.map(({ isOwn, rating, award, ...result }) => {
      const place = all.findIndex((other) => compare(other, result) === 0) + 1;
      return { place, isOwn, points: result.points, penalty: result.penalty, rating, award };
    }),
  };
}
