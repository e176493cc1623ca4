import { combiningOf } from "../../domain/combining.ts";
import { UsageError } from "../../domain/errors.ts";
import type { Judgement } from "../../domain/judgement.ts";
import type { EventOf } from "../../run-log/event.ts";
import type { Standings } from "../standings/standings.ts";
import type { SubmissionClock } from "../submission-clock/submission-clock.ts";
import { RULES, RULES_NAMES } from "./index.ts";
import type { ProblemResult, Rules, TimedSubmission } from "./rules.ts";

type Started = EventOf<"run-started">;

export interface DatedSubmission {
  /** On the contest's clock, as it was made. */
  readonly atMs: number;
  /** Undefined while it is not judged. */
  readonly judgement: Judgement | undefined;
}

export interface ContestScore {
  readonly problems: readonly { readonly id: string; readonly label: string; readonly result: ProblemResult }[];
  readonly points: number;
  readonly penalty: number;
  readonly solved: number;
}

/** What the submissions to the problems of a run come to under its rules. */
export function scoreContest(
  started: Started,
  submissionsTo: (problem: string) => readonly DatedSubmission[],
  { clock, standings }: { readonly clock: SubmissionClock; readonly standings: Standings | undefined },
): ContestScore {
  const rules = rulesOf(started);
  const minutes = started.lengthMs === undefined ? Number.POSITIVE_INFINITY : started.lengthMs / 60_000;
  const problems = started.problems.map((problem, index) => {
    const submissions = timed(submissionsTo(problem.id), clock, minutes);
    const asked = { maxScore: problem.maxScore, points: problem.points, combining: combiningIn(started, problem) };
    const scored = rules.score(asked, submissions, { minutes });
    const credited = clock.pointsOfSolution?.(index, scored.failedAttempts, standings);
    const result = scored.solved && credited !== undefined ? { ...scored, points: credited } : scored;
    return { id: problem.id, label: problem.label ?? problem.id, result };
  });
  return {
    problems,
    points: problems.reduce((total, { result }) => total + result.points, 0),
    penalty: problems.reduce((total, { result }) => total + result.penalty, 0),
    solved: problems.filter(({ result }) => result.solved).length,
  };
}

/** How the score of one of its problems follows from the submissions; as the package has it, where this version lacks the rules. */
export function combiningIn({ rules }: Pick<Started, "rules">, { subtasksAddUp = true }: Started["problems"][number]) {
  return combiningOf(rulesNamed(rules)?.combining ?? "subtasks", subtasksAddUp);
}

export function rulesOf({ rules }: Pick<Started, "rules">): Rules {
  const known = rulesNamed(rules);
  if (!known) throw new UsageError(`the run was made under the rules ${rules}, which this version does not have`);
  return known;
}

function rulesNamed(rules: string): Rules | undefined {
  const name = RULES_NAMES.find((known) => known === rules);
  return name && RULES[name];
}

function timed(submissions: readonly DatedSubmission[], clock: SubmissionClock, minutes: number): TimedSubmission[] {
  return submissions.map(({ atMs, judgement }, index) => ({
    verdict: judgement?.verdict,
    score: judgement?.score ?? 0,
    subtasks: judgement?.subtasks ?? [],
    minute: clock.minute(index, { realMinute: atMs / 60_000, contestMinutes: minutes }),
    failedFirstTestcase: judgement?.testcases[0] !== undefined && judgement.testcases[0].verdict !== "AC",
  }));
}
