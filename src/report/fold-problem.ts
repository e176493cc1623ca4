import type { EventOf, ProblemEvent } from "../run-log/event.ts";

/** All that happened to one problem of a run. */
export interface ProblemFold {
  /** By purpose and sample. */
  readonly answers: Map<string, EventOf<"model-answered">>;
  readonly unusable: Map<string, EventOf<"answer-unusable">>;
  readonly modelFailures: Map<string, string>;
  readonly candidates: Map<string, EventOf<"candidate-extracted">>;
  readonly tested: Map<string, EventOf<"candidate-tested">>;
  readonly testPrograms: Map<string, EventOf<"test-program-extracted">>;
  readonly testProgramFailures: Map<string, string>;
  readonly inputs: Map<string, EventOf<"input-generated">>;
  keptInputs: readonly string[];
  readonly planned: (string | null)[];
  readonly signatures: Map<string, EventOf<"signature-taken">>;
  readonly agreedOutputs: Map<string, EventOf<"output-agreed">>;
  readonly crossChecks: EventOf<"outputs-cross-checked">[];
  readonly comparisons: EventOf<"candidates-compared">[];
  readonly modelScores: Map<string, number>;
  readonly submissions: Map<number, FoldedSubmission>;
  readonly refused: EventOf<"submission-refused">[];
  readonly truth: Map<string, EventOf<"candidate-judged">["judgement"]>;
  readonly judgeFailures: EventOf<"judge-failed">[];
  rounds: number;
  finishedBecause: string | undefined;
}

export interface FoldedSubmission {
  readonly made: EventOf<"submission-made">;
  judgement: EventOf<"submission-judged">["judgement"] | undefined;
}

export function emptyProblemFold(): ProblemFold {
  return {
    ...{ answers: new Map(), unusable: new Map(), modelFailures: new Map(), candidates: new Map(), tested: new Map() },
    ...{ testPrograms: new Map(), testProgramFailures: new Map(), inputs: new Map(), keptInputs: [] },
    ...{ signatures: new Map(), agreedOutputs: new Map(), crossChecks: [], comparisons: [], modelScores: new Map() },
    planned: [],
    ...{ submissions: new Map(), refused: [], truth: new Map(), judgeFailures: [] },
    ...{ rounds: 0, finishedBecause: undefined },
  };
}

export function applyToProblem(fold: ProblemFold, event: ProblemEvent): void {
  switch (event.type) {
    case "model-answered":
      fold.answers.set(keyOf(event), event);
      fold.modelFailures.delete(keyOf(event));
      break;
    case "model-failed":
      fold.modelFailures.set(keyOf(event), event.message);
      break;
    case "answer-unusable":
      fold.unusable.set(keyOf(event), event);
      break;
    case "candidate-extracted":
      fold.candidates.set(event.candidate, event);
      break;
    case "candidate-tested":
      fold.tested.set(event.candidate, event);
      break;
    case "test-program-extracted":
      fold.testPrograms.set(event.program, event);
      break;
    case "test-program-failed":
      fold.testProgramFailures.set(event.program, event.reason);
      break;
    case "input-generated":
      fold.inputs.set(event.input, event);
      break;
    case "inputs-kept":
      fold.keptInputs = event.inputs;
      break;
    case "signature-taken":
      fold.signatures.set(event.candidate, event);
      break;
    case "output-agreed":
      fold.agreedOutputs.set(event.input, event);
      break;
    case "outputs-cross-checked":
      fold.crossChecks.push(event);
      break;
    case "candidates-compared":
      fold.comparisons.push(event);
      break;
    case "candidate-rated":
      fold.modelScores.set(event.candidate, event.score);
      break;
    case "submission-made":
      fold.submissions.set(event.number, { made: event, judgement: undefined });
      break;
    case "submission-refused":
      fold.refused.push(event);
      break;
    case "submission-judged": {
      const submission = fold.submissions.get(event.number);
      if (submission) submission.judgement = event.judgement;
      break;
    }
    case "candidate-judged":
      fold.truth.set(event.candidate, event.judgement);
      break;
    case "judge-failed":
      fold.judgeFailures.push(event);
      break;
    case "round-finished":
      fold.rounds = event.round + 1;
      break;
    case "problem-finished":
      fold.finishedBecause = event.reason;
      break;
    case "samples-planned":
      fold.planned.push(...event.subtasks);
      break;
    case "batch-submitted":
      break;
    default:
      event satisfies never;
  }
}

function keyOf({ purpose, sample }: { readonly purpose: string; readonly sample: number }): string {
  return `${purpose} ${sample}`;
}
