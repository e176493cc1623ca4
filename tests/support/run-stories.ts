import type { EventOf, RunEvent } from "../../src/run-log/event.ts";
import { aJudgement } from "./judgements.ts";
import { candidateExtracted, candidateOf, candidateTested, modelAnswered, PROBLEM, runStarted } from "./run-events.ts";

type JudgementEvent = EventOf<"submission-judged">["judgement"];

export function made(number: number, sample: number, why = "because"): RunEvent {
  return {
    type: "submission-made",
    problem: PROBLEM,
    number,
    candidate: candidateOf(sample),
    why,
    atMs: number * 1000,
  };
}

export function judged(number: number, judgement: JudgementEvent): RunEvent {
  return { type: "submission-judged", problem: PROBLEM, number, judgement };
}

export function truth(sample: number, judgement: JudgementEvent): RunEvent {
  return { type: "candidate-judged", problem: PROBLEM, candidate: candidateOf(sample), judgement };
}

export function finished(reason: string): RunEvent {
  return { type: "problem-finished", problem: PROBLEM, reason };
}

/** Six samples: one right, one wrong, one a duplicate, one that does not compile, one prose, one never answered. */
export const A_STORY: readonly RunEvent[] = [
  runStarted({ samples: 6, submissionLimit: 2 }),
  modelAnswered(0),
  candidateExtracted(0),
  candidateTested(0, "passes"),
  modelAnswered(1),
  candidateExtracted(1),
  candidateTested(1, "fails"),
  modelAnswered(2),
  candidateExtracted(2, candidateOf(0)),
  modelAnswered(3),
  candidateExtracted(3),
  candidateTested(3, "does not compile"),
  modelAnswered(4),
  { type: "answer-unusable", problem: PROBLEM, purpose: "candidate", sample: 4, reason: "no code block" },
  { type: "model-failed", problem: PROBLEM, purpose: "candidate", sample: 5, message: "timed out" },
  made(1, 1),
  judged(1, aJudgement(0)),
  made(2, 0),
  judged(2, aJudgement(100)),
  finished("solved"),
  { type: "run-finished" },
];
