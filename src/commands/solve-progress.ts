import type { LoggedEvent } from "../run-log/event.ts";

/** Counts a run's events as they come and says in one line how far it is. */
export function solveProgressText(
  samples: number,
  submissionLimit: number,
  before: readonly LoggedEvent[],
): (logged: LoggedEvent) => string {
  const counts = new Map<string, number>();
  let compiling = 0;
  let passing = 0;
  let score = 0;
  const count = (type: string) => counts.get(type) ?? 0;
  const take = ({ event }: LoggedEvent) => {
    counts.set(event.type, count(event.type) + 1);
    if (event.type === "candidate-tested" && event.compile.ok) {
      compiling++;
      if (event.samples.every(({ verdict }) => verdict === "AC")) passing++;
    }
    if (event.type === "submission-judged") score = Math.max(score, event.judgement.score);
  };
  for (const logged of before) take(logged);
  return (logged) => {
    take(logged);
    const parts = [
      `answers ${count("model-answered")}/${samples}`,
      `tried ${count("candidate-tested")}`,
      `compiling ${compiling}`,
      `passing samples ${passing}`,
      `submitted ${count("submission-made")}/${submissionLimit}`,
      `score ${score}`,
      `judged for the baselines ${count("candidate-judged")}`,
    ];
    return parts.join(" · ");
  };
}
