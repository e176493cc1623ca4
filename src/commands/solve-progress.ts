import type { LoggedEvent } from "../run-log/event.ts";

/** Counts a run's events as they come and says in one line, of its present phase, how far it is. */
export function solveProgressText(
  samples: number,
  submissionLimit: number,
  before: readonly LoggedEvent[],
): (logged: LoggedEvent) => string {
  const counts = new Map<string, number>();
  let compiling = 0;
  let passing = 0;
  let score = 0;
  const submitted = new Set<string>();
  const count = (type: LoggedEvent["event"]["type"]) => counts.get(type) ?? 0;
  const take = ({ event }: LoggedEvent) => {
    counts.set(event.type, count(event.type) + 1);
    if (event.type === "candidate-tested" && event.compile.ok) {
      compiling++;
      if (event.samples.every(({ verdict }) => verdict === "AC")) passing++;
    }
    if (event.type === "submission-made") submitted.add(event.candidate);
    if (event.type === "submission-judged") score = Math.max(score, event.judgement.score);
  };
  for (const logged of before) take(logged);
  return (logged) => {
    take(logged);
    if (count("run-finished") > 0)
      return `score ${score} · judging the rest for the baselines: ${count("candidate-judged")} of ${Math.max(0, compiling - submitted.size)}`;
    if (submitted.size > 0)
      return `submitting: ${submitted.size}, allowed ${submissionLimit.toLocaleString("en-US")} · best score ${score}`;
    return `sampling: ${count("model-answered")} of ${samples} answers · ${count("candidate-tested")} tried · ${compiling} compile · ${passing} pass the samples`;
  };
}
