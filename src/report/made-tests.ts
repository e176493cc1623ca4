import { NOT_RUN } from "../domain/output-mark.ts";
import type { EventOf } from "../run-log/event.ts";
import type { ProblemFold } from "./fold-problem.ts";

type TestProgramKind = EventOf<"test-program-extracted">["kind"];

/** What became of the tests that were made to tell candidates apart. */
export interface MadeTests {
  readonly programs: Readonly<Record<TestProgramKind, { readonly written: number; readonly failed: number }>>;
  /** Inputs that generators printed, and those of them that enough validators accepted. */
  readonly generated: number;
  readonly kept: number;
  /** Kept inputs on which candidates do different things; undefined where none was run on them. */
  readonly splitting: number | undefined;
  /** Kept inputs for which several brute forces agree on the output. */
  readonly agreed: number;
  readonly validators: readonly ValidatorVotes[];
  /** In the order of `validators`: the share of the inputs that both judged of which they say the same; undefined where there are none. */
  readonly agreement: readonly (readonly (number | undefined)[])[];
}

export interface ValidatorVotes {
  readonly program: string;
  readonly accepted: number;
  readonly rejected: number;
}

/** Undefined where there was nothing made. */
export function madeTestsOf(fold: ProblemFold): MadeTests | undefined {
  if (fold.testPrograms.size === 0 && fold.inputs.size === 0) return undefined;
  const inputs = [...fold.inputs.values()];
  const votes = votesByValidator(inputs);
  const validators = [...votes.keys()].sort();
  return {
    programs: {
      generator: count(fold, "generator"),
      validator: count(fold, "validator"),
      "brute-force": count(fold, "brute-force"),
    },
    generated: inputs.length,
    kept: fold.keptInputs.length,
    splitting: splittingOf(fold),
    agreed: fold.agreedOutputs.size,
    validators: validators.map((program) => {
      const own = [...(votes.get(program)?.values() ?? [])];
      const accepted = own.filter(Boolean).length;
      return { program, accepted, rejected: own.length - accepted };
    }),
    agreement: validators.map((one) => validators.map((other) => agreementOf(votes.get(one), votes.get(other)))),
  };
}

function count(fold: ProblemFold, kind: TestProgramKind) {
  const programs = [...fold.testPrograms.values()].filter((program) => program.kind === kind);
  return {
    written: programs.length,
    failed: programs.filter(({ program }) => fold.testProgramFailures.has(program)).length,
  };
}

/** By validator: of every input that it judged whether it accepts it. */
type Votes = ReadonlyMap<string, boolean>;

function votesByValidator(inputs: readonly EventOf<"input-generated">[]): Map<string, Map<string, boolean>> {
  const votes = new Map<string, Map<string, boolean>>();
  const vote = (validator: string, input: string, accepts: boolean) => {
    const own = votes.get(validator) ?? new Map<string, boolean>();
    votes.set(validator, own.set(input, accepts));
  };
  for (const { input, acceptedBy, rejectedBy } of inputs) {
    for (const validator of acceptedBy) vote(validator, input, true);
    for (const validator of rejectedBy) vote(validator, input, false);
  }
  return votes;
}

function agreementOf(one: Votes | undefined, other: Votes | undefined): number | undefined {
  const both = [...(one ?? [])].filter(([input]) => other?.has(input));
  if (both.length === 0) return undefined;
  return both.filter(([input, accepts]) => other?.get(input) === accepts).length / both.length;
}

function splittingOf({ keptInputs, signatures }: ProblemFold): number | undefined {
  const taken = [...signatures.values()];
  if (taken.length === 0) return undefined;
  const marksAt = (place: number) => taken.map(({ outputs }) => outputs[place]).filter((mark) => mark !== NOT_RUN);
  return keptInputs.filter((_, place) => new Set(marksAt(place)).size > 1).length;
}
