import { RATING_METHOD_NAMES, RATING_METHODS } from "../contest/rating/card.ts";
import type { RatingEstimate } from "../contest/rating/estimate.ts";
import { percentileOf } from "../contest/rating/percentile.ts";
import type { RatingDistribution } from "../contest/rating/rating-distribution.ts";
import type { ContestResult } from "./contest-result.ts";
import { protocolLines } from "./protocol.ts";
import { indent, oneLine, plural, points, table } from "./words.ts";

const WIDTH = 98;

/** What a contest came to, in sections of lines. */
export function renderContestText(contest: ContestResult): string[][] {
  return [result(contest), place(contest), card(contest)].filter((lines) => lines.length > 0);
}

function result({ problems, points: total, penalty, solved, rules, clock }: ContestResult): string[] {
  const hasPenalty = problems.some(({ result: own }) => own.penalty > 0);
  const header = ["problem", "points", ...(hasPenalty ? ["penalty"] : []), "failed", "solved in minute"];
  const lines = problems.map(({ label, result: own }) => [
    label,
    points(own.points),
    ...(hasPenalty ? [points(own.penalty)] : []),
    String(own.failedAttempts),
    own.solvedAtMinute === undefined ? "-" : own.solvedAtMinute.toFixed(1),
  ]);
  const all = ["all", points(total), ...(hasPenalty ? [points(penalty)] : []), "", `${solved} solved`];
  const right = [false, true, ...(hasPenalty ? [true] : []), true, false];
  return [
    `Result under the rules: ${rules.describe}`,
    `  time: ${clock.describe}`,
    ...indent(table([header, ...lines, all], right, WIDTH)),
  ];
}

function place({ ranking, medals }: ContestResult): string[] {
  const lines = [
    ...(ranking
      ? [
          `rank ${ranking.rank}${ranking.tied > 0 ? ` (tied with ${ranking.tied})` : ""} beside ${plural(ranking.participants, "participant")}; ${(ranking.percentile * 100).toFixed(1)} % are strictly below`,
        ]
      : ["rank unknown: the contest names nobody who took part"]),
    ...medals.map(({ award, source }) => `medal ${award ?? "unknown"} (${source})`),
  ];
  return ["Beside people", ...indent(lines)];
}

function card({ card: estimates, ratingDistribution, protocol }: ContestResult): string[] {
  const rows = RATING_METHOD_NAMES.flatMap((name) => {
    const estimate = estimates.get(name);
    if (!estimate) return [];
    const share = `${(percentileOf(estimate.rating, ratingDistribution) * 100).toFixed(1)} %`;
    return [[name, String(Math.round(estimate.rating)), interval(estimate), share, RATING_METHODS[name].describe]];
  });
  if (rows.length === 0) return [];
  const header = ["method", "rating", "95 % interval", "below", "how"];
  return [
    "Rating card: one result by each method that there is evidence for",
    ...indent(table([header, ...rows], [false, true, false, true, false], WIDTH)),
    ...indent([
      oneLine(`below: share of ${ratingDistribution.users} with a lower rating (${ratingDistribution.date})`, WIDTH),
      oneLine(`their ratings: ${ratingDistribution.source}`, WIDTH),
      ...protocolLines(protocol).map((line) => oneLine(line, WIDTH)),
    ]),
  ];
}

function interval({ low, high }: RatingEstimate): string {
  return `${bound(low)} to ${bound(high)}`;
}

function bound(rating: number): string {
  return Number.isFinite(rating) ? String(Math.round(rating)) : "open";
}

/** The same for scripts; what is not known is null, an open end of an interval too. */
export function contestJson({
  problems,
  points: total,
  penalty,
  solved,
  ranking,
  medals,
  card: estimates,
  clock,
  protocol,
  ratingDistribution,
}: ContestResult) {
  const { users, source, date } = ratingDistribution;
  return {
    ...{ points: total, penalty, solved, clock: clock.describe, ranking: ranking ?? null },
    medals: medals.map(({ award, source }) => ({ award: award ?? null, source })),
    problems: problems.map(({ id, label, result: { solvedAtMinute, ...own } }) => {
      return { id, label, ...own, solvedAtMinute: solvedAtMinute ?? null };
    }),
    ratings: Object.fromEntries(
      RATING_METHOD_NAMES.map((name) => [name, ratingJson(estimates.get(name), ratingDistribution)]),
    ),
    protocol: { ...protocol, divisions: protocol.divisions ?? null },
    ratingDistribution: { users, source, date },
  };
}

function ratingJson(estimate: RatingEstimate | undefined, distribution: RatingDistribution) {
  if (!estimate) return null;
  const finite = (value: number) => (Number.isFinite(value) ? value : null);
  const { rating, low, high } = estimate;
  return { rating, low: finite(low), high: finite(high), percentile: percentileOf(rating, distribution) };
}
