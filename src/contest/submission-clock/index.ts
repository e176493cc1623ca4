import { humanMedian } from "./human-median.ts";
import type { SubmissionClock } from "./submission-clock.ts";

const wall: SubmissionClock = {
  describe: "when it was really made",
  minute: (_, { realMinute }) => realMinute,
};

const schedule: SubmissionClock = {
  describe: "AlphaCode's: the first after 10 % of the contest, four more after 50 %, the rest after 90 %",
  minute: (index, { contestMinutes }) => contestMinutes * (index === 0 ? 0.1 : index < 5 ? 0.5 : 0.9),
};

const CLOCKS = { wall, schedule, "human-median": humanMedian } satisfies Record<string, SubmissionClock>;

export const CLOCK_FORMS = [...Object.keys(CLOCKS), "fixed:MINUTE"] as const;

/** The clock that a name stands for; undefined where there is none of that name. */
export function clockNamed(name: string): SubmissionClock | undefined {
  const [, minute] = /^fixed:(\d+(?:\.\d+)?)$/.exec(name) ?? [];
  if (minute !== undefined) return { describe: `all submissions in minute ${minute}`, minute: () => Number(minute) };
  return Object.entries(CLOCKS).find(([known]) => known === name)?.[1];
}
