/** Who else took part in a contest, from best to worst or in any order. */
export interface Standings {
  readonly source: string;
  readonly participants: readonly Participant[];
}

export interface Participant {
  readonly points: number;
  /** Less is better, among equal points. */
  readonly penalty: number;
  /** Before the contest. */
  readonly rating: number | undefined;
  readonly award: Award | undefined;
  /** In the order of the contest's problems, where it is known. */
  readonly problems: readonly ParticipantProblem[] | undefined;
}

export interface ParticipantProblem {
  readonly points: number;
  readonly failedAttempts: number;
}

export const AWARDS = ["gold", "silver", "bronze"] as const;
export type Award = (typeof AWARDS)[number];

/** Where a result would have ranked. */
export interface Ranking {
  /** From 1: one more than those who are better. */
  readonly rank: number;
  /** The others who have just the same. */
  readonly tied: number;
  readonly participants: number;
  /** The share of the others, from 0 to 1, that are strictly worse. */
  readonly percentile: number;
}

interface Result {
  readonly points: number;
  readonly penalty: number;
}

export function rankAmong(own: Result, { participants }: Standings): Ranking {
  const better = participants.filter((other) => compare(other, own) < 0).length;
  const tied = participants.filter((other) => compare(other, own) === 0).length;
  const size = participants.length;
  const percentile = size === 0 ? Number.NaN : (size - better - tied) / size;
  return { rank: better + 1, tied, participants: size, percentile };
}

/** Negative where the first is better. */
export function compare(a: Result, b: Result): number {
  const points = b.points - a.points;
  return Math.abs(points) > 1e-9 ? points : a.penalty - b.penalty;
}

/** The least points with which somebody got each award; undefined where nobody did. */
export function medalLines({ participants }: Standings): Readonly<Record<Award, number | undefined>> {
  const line = (award: Award) => {
    const points = participants.filter((participant) => participant.award === award).map(({ points: own }) => own);
    return points.length === 0 ? undefined : Math.min(...points);
  };
  return { gold: line("gold"), silver: line("silver"), bronze: line("bronze") };
}

/** The best award whose line is reached; "none" below all of them, undefined where a line that would decide is not known. */
export function awardFor(
  points: number,
  lines: Readonly<Partial<Record<Award, number | undefined>>>,
): Award | "none" | undefined {
  for (const award of AWARDS) {
    const line = lines[award];
    if (line === undefined) return undefined;
    if (points >= line - 1e-9) return award;
  }
  return "none";
}
