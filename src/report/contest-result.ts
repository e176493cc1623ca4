import { type RatingCard, rateByAllMethods } from "../contest/rating/card.ts";
import type { Played } from "../contest/rating/chained-update.ts";
import { CodeforcesRound } from "../contest/rating/codeforces-update.ts";
import { placedAmong } from "../contest/rating/placed.ts";
import { RULES, RULES_NAMES } from "../contest/rules/index.ts";
import type { ProblemResult, Rules, TimedSubmission } from "../contest/rules/rules.ts";
import {
  type Award,
  awardFor,
  compare,
  medalLines,
  type Ranking,
  rankAmong,
  type Standings,
} from "../contest/standings/standings.ts";
import type { SubmissionClock } from "../contest/submission-clock/submission-clock.ts";
import type { MedalCutoffs } from "../domain/contest.ts";
import { UsageError } from "../domain/errors.ts";
import type { EventOf } from "../run-log/event.ts";
import type { ProblemFold } from "./fold-problem.ts";
import type { RunFold } from "./fold-run.ts";

/** What a run of a contest is worth under its rules, beside those who took part and beside medal lines. */
export interface ContestResult {
  readonly rules: Rules;
  readonly clock: SubmissionClock;
  readonly problems: readonly { readonly id: string; readonly label: string; readonly result: ProblemResult }[];
  readonly points: number;
  readonly penalty: number;
  readonly solved: number;
  /** Undefined where nobody is known who took part. */
  readonly ranking: Ranking | undefined;
  readonly medals: readonly Medal[];
  readonly card: RatingCard;
}

export interface Medal {
  readonly award: Award | "none" | undefined;
  readonly source: string;
}

type Started = EventOf<"run-started">;

/** Ratings' intervals are drawn by chance, always the same one. */
const CARD_SEED = 1;

export function contestResult(
  fold: RunFold & { readonly started: Started },
  clock: SubmissionClock,
  standings: Standings | undefined,
): ContestResult {
  const { started } = fold;
  const rules = rulesOf(started);
  const problems = started.problems.map((problem, index) => {
    const own = fold.problems.get(problem.id);
    const submissions = own ? timed(own, started, clock) : [];
    const asked = { maxScore: problem.maxScore, points: problem.points };
    const scored = rules.score(asked, submissions, { minutes: minutesOf(started) });
    const credited = clock.pointsOfSolution?.(index, scored.failedAttempts, standings);
    const result = scored.solved && credited !== undefined ? { ...scored, points: credited } : scored;
    return { id: problem.id, label: problem.label ?? problem.id, result };
  });
  const points = sum(problems.map(({ result }) => result.points));
  const penalty = sum(problems.map(({ result }) => result.penalty));
  return {
    ...{ rules, clock, problems, points, penalty },
    solved: problems.filter(({ result }) => result.solved).length,
    ranking: standings && rankAmong({ points, penalty }, standings),
    medals: medalsFor(points, standings, started.contest?.cutoffs ?? []),
    card: cardOf(started, problems, { points, penalty }, standings),
  };
}

function rulesOf({ rules }: Started): Rules {
  const name = RULES_NAMES.find((known) => known === rules);
  if (!name) throw new UsageError(`the run was made under the rules ${rules}, which this version does not have`);
  return RULES[name];
}

function minutesOf({ lengthMs }: Started): number {
  return lengthMs === undefined ? Number.POSITIVE_INFINITY : lengthMs / 60_000;
}

function timed(fold: ProblemFold, started: Started, clock: SubmissionClock): TimedSubmission[] {
  return [...fold.submissions.values()].map(({ made, judgement }, index) => ({
    verdict: judgement?.verdict,
    score: judgement?.score ?? 0,
    subtasks: judgement?.subtasks ?? [],
    minute: clock.minute(index, { realMinute: made.atMs / 60_000, contestMinutes: minutesOf(started) }),
    failedFirstTestcase: judgement?.testcases[0] !== undefined && judgement.testcases[0].verdict !== "AC",
  }));
}

function medalsFor(points: number, standings: Standings | undefined, cutoffs: readonly MedalCutoffs[]): Medal[] {
  const lines = standings && medalLines(standings);
  const isKnown = lines && Object.values(lines).some((line) => line !== undefined);
  const field = isKnown ? [{ award: awardFor(points, lines), source: standings.source }] : [];
  return [...field, ...cutoffs.map((cutoff) => ({ award: awardFor(points, cutoff), source: cutoff.source }))];
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

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
