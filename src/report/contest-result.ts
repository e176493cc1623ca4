import { type RatingCard, rateByAllMethods } from "../contest/rating/card.ts";
import type { Played } from "../contest/rating/chained-update.ts";
import { CodeforcesRound } from "../contest/rating/codeforces-update.ts";
import { placedAmong } from "../contest/rating/placed.ts";
import { CODEFORCES_USERS, type RatingDistribution } from "../contest/rating/rating-distribution.ts";
import type { Rules } from "../contest/rules/rules.ts";
import { type ContestScore, type DatedSubmission, rulesOf, scoreContest } from "../contest/rules/score-contest.ts";
import { type Medal, medalsFor } from "../contest/standings/medals.ts";
import { compare, type Ranking, rankAmong, type Standings } from "../contest/standings/standings.ts";
import type { SubmissionClock } from "../contest/submission-clock/submission-clock.ts";
import type { EventOf } from "../run-log/event.ts";
import type { ProblemFold } from "./fold-problem.ts";
import type { RunFold } from "./fold-run.ts";
import { type Protocol, protocolOf } from "./protocol.ts";

/** What a result is measured by. */
export interface Yardstick {
  readonly clock: SubmissionClock;
  /** Whose ratings percentiles are among: Codeforces' users where it is left out. */
  readonly ratingDistribution?: RatingDistribution;
}

/** What a run of a contest is worth under its rules, beside those who took part and beside medal lines. */
export interface ContestResult extends ContestScore {
  readonly rules: Rules;
  readonly clock: SubmissionClock;
  /** Undefined where nobody is known who took part. */
  readonly ranking: Ranking | undefined;
  readonly medals: readonly Medal[];
  readonly card: RatingCard;
  readonly protocol: Protocol;
  readonly ratingDistribution: RatingDistribution;
}

type Started = EventOf<"run-started">;

/** Ratings' intervals are drawn by chance, always the same one. */
const CARD_SEED = 1;

export function contestResult(
  fold: RunFold & { readonly started: Started },
  { clock, ratingDistribution = CODEFORCES_USERS }: Yardstick,
  standings: Standings | undefined,
): ContestResult {
  const { started } = fold;
  const score = scoreContest(started, (problem) => submissionsIn(fold.problems.get(problem)), { clock, standings });
  const { points, penalty, problems } = score;
  return {
    ...{ ...score, rules: rulesOf(started), clock },
    ranking: standings && rankAmong({ points, penalty }, standings),
    medals: medalsFor(points, standings, started.contest?.cutoffs ?? []),
    card: cardOf(started, problems, { points, penalty }, standings),
    ...{ protocol: protocolOf(started, clock), ratingDistribution },
  };
}

function submissionsIn(fold: ProblemFold | undefined): DatedSubmission[] {
  return [...(fold?.submissions.values() ?? [])].map(({ made, judgement }) => ({ atMs: made.atMs, judgement }));
}

function cardOf(
  started: Started,
  problems: ContestResult["problems"],
  own: { readonly points: number; readonly penalty: number },
  standings: Standings | undefined,
): RatingCard {
  const contests = standings ? playedAmong(own, standings) : [];
  const tried = started.problems.flatMap(({ id, difficulty }) => {
    const result = problems.find((problem) => problem.id === id)?.result;
    return difficulty === undefined || !result ? [] : [{ difficulty, solved: result.solved }];
  });
  return rateByAllMethods({ contests, problems: tried }, CARD_SEED);
}

/** Those without a rating say nothing about ours. */
function playedAmong(own: { readonly points: number; readonly penalty: number }, standings: Standings): Played[] {
  const rated = standings.participants.flatMap(({ points, penalty, rating }) =>
    rating === undefined ? [] : [{ points, penalty, rating }],
  );
  if (rated.length === 0) return [];
  const ratingsWhere = (holds: (order: number) => boolean) =>
    rated.filter((other) => holds(compare(other, own))).map(({ rating }) => rating);
  const placed = placedAmong({
    above: ratingsWhere((order) => order < 0),
    below: ratingsWhere((order) => order > 0),
    tied: ratingsWhere((order) => order === 0),
  });
  return [{ ...placed, correction: new CodeforcesRound(rated).correction }];
}
