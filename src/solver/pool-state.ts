import type { Language } from "../domain/language.ts";
import type { EventOf, RunEvent } from "../run-log/event.ts";

export interface PoolCandidate {
  readonly id: string;
  readonly sample: number;
  readonly language: Language;
  /** Hash of the source in the run file. */
  readonly source: string;
  readonly sameAs: string | undefined;
}

/** What has been sampled and tried so far: enough to go on after an interruption without asking twice. */
export class PoolState {
  readonly answers = new Map<number, EventOf<"model-answered">>();
  /** Samples whose answer was read for a program, with or without one in it. */
  readonly readSamples = new Set<number>();
  readonly candidates = new Map<string, PoolCandidate>();
  readonly tested = new Map<string, EventOf<"candidate-tested">>();
  outputTokens = 0;
  inputTokens = 0;

  apply(event: RunEvent): void {
    switch (event.type) {
      case "model-answered":
        this.answers.set(event.sample, event);
        this.inputTokens += event.inputTokens ?? 0;
        this.outputTokens += event.outputTokens ?? 0;
        break;
      case "answer-unusable":
        this.readSamples.add(event.sample);
        break;
      case "candidate-extracted":
        this.readSamples.add(event.sample);
        this.candidates.set(event.candidate, {
          id: event.candidate,
          sample: event.sample,
          language: event.language,
          source: event.source,
          sameAs: event.sameAs,
        });
        break;
      case "candidate-tested":
        this.tested.set(event.candidate, event);
        break;
      case "run-started":
      case "run-resumed":
      case "run-interrupted":
      case "run-finished":
      case "model-failed":
      case "submission-made":
      case "submission-judged":
      case "judge-failed":
      case "candidate-judged":
        break;
      default:
        event satisfies never;
    }
  }
}
