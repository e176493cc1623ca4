import type { LogFault } from "./check-file.ts";
import { type EventOf, isProblemEvent, type LoggedEvent, type ProblemEvent } from "./event.ts";

type Judgement = EventOf<"submission-judged">["judgement"];

const DUST = 1e-6;

/**
 * What events say that does not follow from those before them: submissions out of turn or beyond the limit, candidates that
 * nobody has, scores that their parts do not give.
 */
export function* faultsOfEvents(events: Iterable<LoggedEvent>): Generator<LogFault> {
  let limit = 0;
  const problems = new Map<string, ProblemFacts>();
  for (const { part, sequence, event } of events) {
    const place = `event ${sequence} of part "${part}"`;
    if (event.type === "run-started") {
      limit = event.submissionLimit;
      for (const { id } of event.problems) problems.set(id, new ProblemFacts());
    }
    if (!isProblemEvent(event)) continue;
    const facts = problems.get(event.problem);
    const faults = facts
      ? facts.take(event, limit)
      : [`is about the problem ${event.problem}, which is none of the run's`];
    for (const what of faults) yield { place, what };
  }
}

class ProblemFacts {
  readonly #candidates = new Set<string>();
  readonly #submitted = new Set<string>();
  readonly #judged = new Set<number>();
  #submissions = 0;

  take(event: ProblemEvent, limit: number): string[] {
    switch (event.type) {
      case "candidate-extracted": {
        const isNew = !this.#candidates.has(event.candidate);
        this.#candidates.add(event.candidate);
        return isNew ? [] : [`extracts the candidate ${event.candidate} once more`];
      }
      case "candidate-tested":
      case "signature-taken":
        return this.#unknown(event.candidate);
      case "submission-made":
        return [...this.#unknown(event.candidate), ...this.#submit(event, limit)];
      case "submission-judged":
        return [...this.#judge(event.number), ...faultsOfJudgement(event.judgement)];
      case "candidate-judged":
        return [...this.#unknown(event.candidate), ...faultsOfJudgement(event.judgement)];
      default:
        return [];
    }
  }

  #unknown(candidate: string): string[] {
    return this.#candidates.has(candidate) ? [] : [`is about the candidate ${candidate}, which nobody has extracted`];
  }

  #submit({ number, candidate }: EventOf<"submission-made">, limit: number): string[] {
    const expected = ++this.#submissions;
    const isAgain = this.#submitted.has(candidate);
    this.#submitted.add(candidate);
    return [
      ...(number === expected ? [] : [`is submission ${number}, expected was ${expected}`]),
      ...(number > limit ? [`is submission ${number} of ${limit} allowed`] : []),
      ...(isAgain ? [`submits ${candidate} once more`] : []),
    ];
  }

  #judge(number: number): string[] {
    const isAgain = this.#judged.has(number);
    this.#judged.add(number);
    if (number < 1 || number > this.#submissions) return [`judges submission ${number}, which nobody has made`];
    return isAgain ? [`judges submission ${number} once more`] : [];
  }
}

function faultsOfJudgement({ verdict, score, maxScore, compile, subtasks, testcases }: Judgement): string[] {
  const faults: string[] = [];
  const sum = subtasks.reduce((total, subtask) => total + subtask.score, 0);
  if (compile.ok === (verdict === "CE"))
    faults.push(`says ${verdict} where compiling ${compile.ok ? "worked" : "failed"}`);
  if (!compile.ok && score > 0) faults.push(`gives ${score} points for what does not compile`);
  if (score > maxScore + DUST) faults.push(`gives ${score} of ${maxScore} points`);
  if (score > sum + DUST) faults.push(`gives ${score} points, and its subtasks ${sum}`);
  for (const { id, score: own, maxScore: most } of subtasks)
    if (own > most + DUST) faults.push(`gives ${own} of ${most} points for subtask ${id}`);
  const wrong = verdict === "AC" ? testcases.find((testcase) => testcase.verdict !== "AC") : undefined;
  if (wrong) faults.push(`says AC where testcase ${wrong.id} says ${wrong.verdict}`);
  return faults;
}
