import type { Language } from "../domain/language.ts";
import type { Purpose } from "../domain/purpose.ts";
import type { EventOf, PoolEvent } from "../run-log/event.ts";

export interface PoolCandidate {
  readonly id: string;
  /** Of which answer it is. */
  readonly purpose: "candidate" | "repair";
  readonly sample: number;
  readonly language: Language;
  /** Hash of the source in the run file. */
  readonly source: string;
  readonly sameAs: string | undefined;
  readonly subtask: string | undefined;
  readonly round: number;
}

/** What has been sampled and tried for one problem so far: enough to go on after an interruption without asking twice. */
export class PoolState {
  readonly #answers = new Map<string, EventOf<"model-answered">>();
  /** Answers that were read for a program, with or without one in it. */
  readonly #read = new Set<string>();
  readonly #batches: EventOf<"batch-submitted">[] = [];
  /** What each sample is to solve, where that is planned as the run goes; null for the whole problem. */
  readonly planned: (string | null)[] = [];
  /** The last round in which nothing more was worth asking. */
  plannedOutRound: number | undefined;
  readonly candidates = new Map<string, PoolCandidate>();
  readonly tested = new Map<string, EventOf<"candidate-tested">>();
  readonly testPrograms = new Map<string, EventOf<"test-program-extracted">>();
  readonly failedTestPrograms = new Set<string>();
  readonly inputs = new Map<string, EventOf<"input-generated">>();
  /** Once they are chosen; their order is that of every signature. */
  keptInputs: readonly string[] | undefined;
  readonly signatures = new Map<string, EventOf<"signature-taken">>();
  readonly crossChecks = new Map<string, EventOf<"outputs-cross-checked">>();
  readonly agreedOutputs = new Map<string, EventOf<"output-agreed">>();

  answer(purpose: Purpose, sample: number): EventOf<"model-answered"> | undefined {
    return this.#answers.get(keyOf(purpose, sample));
  }

  asked(purpose: Purpose): EventOf<"model-answered">[] {
    return [...this.#answers.values()].filter((answer) => answer.purpose === purpose);
  }

  /** What was told of batches that these samples may be in. */
  tickets(purpose: Purpose, samples: ReadonlySet<number>): string[] {
    return this.#batches
      .filter((batch) => batch.purpose === purpose && batch.samples.some((sample) => samples.has(sample)))
      .map(({ ticket }) => ticket);
  }

  isRead(purpose: Purpose, sample: number): boolean {
    return this.#read.has(keyOf(purpose, sample));
  }

  crossCheck(candidate: string, against: string): EventOf<"outputs-cross-checked"> | undefined {
    return this.crossChecks.get(`${candidate} ${against}`);
  }

  apply(event: PoolEvent): void {
    switch (event.type) {
      case "model-answered":
        this.#answers.set(keyOf(event.purpose, event.sample), event);
        break;
      case "answer-unusable":
        this.#read.add(keyOf(event.purpose, event.sample));
        break;
      case "candidate-extracted":
        this.#read.add(keyOf(event.purpose, event.sample));
        this.candidates.set(event.candidate, {
          id: event.candidate,
          purpose: event.purpose,
          sample: event.sample,
          language: event.language,
          source: event.source,
          sameAs: event.sameAs,
          subtask: event.subtask,
          round: event.round ?? 0,
        });
        break;
      case "candidate-tested":
        this.tested.set(event.candidate, event);
        break;
      case "test-program-extracted":
        if (event.sample !== undefined) this.#read.add(keyOf(event.kind, event.sample));
        this.testPrograms.set(event.program, event);
        break;
      case "test-program-failed":
        this.failedTestPrograms.add(event.program);
        break;
      case "input-generated":
        this.inputs.set(event.input, event);
        break;
      case "inputs-kept":
        this.keptInputs = event.inputs;
        break;
      case "signature-taken":
        this.signatures.set(event.candidate, event);
        break;
      case "output-agreed":
        this.agreedOutputs.set(event.input, event);
        break;
      case "samples-planned":
        this.planned.push(...event.subtasks);
        if (event.subtasks.length === 0) this.plannedOutRound = event.round;
        break;
      case "batch-submitted":
        this.#batches.push(event);
        break;
      case "outputs-cross-checked":
        this.crossChecks.set(`${event.candidate} ${event.against}`, event);
        break;
      case "model-failed":
        break;
      default:
        event satisfies never;
    }
  }
}

function keyOf(purpose: Purpose, sample: number): string {
  return `${purpose} ${sample}`;
}
