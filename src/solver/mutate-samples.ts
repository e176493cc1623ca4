import { readFile } from "node:fs/promises";
import type { DataFile, PublicProblem, Testcase } from "../domain/problem.ts";
import type { Program } from "../domain/program.ts";
import { randomFrom } from "../domain/random.ts";
import { hasComparableOutputs } from "../judge/mark-outputs.ts";
import { mutateInput } from "../mutation/mutate-input.ts";
import type { PoolEvent } from "../run-log/event.ts";
import type { TestDeps, TestSettings } from "./make-tests.ts";
import type { PoolState } from "./pool-state.ts";

/** The package's own input validators: they say what is valid, and nothing of what is secret. */
export interface PackageValidators {
  readonly programs: readonly Program[];
  /** For each input whether all of them accept it, given to a program as the sample is that it was made from. */
  accept(inputs: readonly SampleLike[]): Promise<readonly boolean[]>;
}

export interface SampleLike {
  readonly sample: Testcase;
  readonly input: DataFile;
}

interface Changed extends SampleLike {
  readonly text: string;
  readonly seed: number;
}

/** Stands where a generator would: samples were changed by chance. */
const CHANGED_SAMPLES = "g0000";
const LARGEST_START_BYTES = 10_000;
const LARGEST_BYTES = 20_000;
const TRIED_AT_A_TIME = 120;
const TURNS = 8;

/** Inputs without a model: the samples, changed a little over and over, as far as the package's validators accept them. */
export async function mutateSamples(
  problem: PublicProblem,
  settings: Pick<TestSettings, "inputs" | "seed">,
  state: PoolState,
  deps: TestDeps & { readonly validators: PackageValidators },
): Promise<void> {
  if (state.keptInputs || settings.inputs === 0 || !hasComparableOutputs(problem)) return;
  const append = (event: PoolEvent) => {
    deps.log.append(event);
    state.apply(event);
  };
  const kept = await changedSamples(problem, settings, deps);
  const validators = deps.validators.programs.map(({ language, source }, index) => {
    const program = `v${String(index + 1).padStart(4, "0")}`;
    const event = { problem: problem.id, program, kind: "validator", language, source: deps.log.keep(source) } as const;
    append({ type: "test-program-extracted", ...event });
    return program;
  });
  const ids = kept.map(({ text, seed, input }, index) => {
    const id = `i${String(index + 1).padStart(4, "0")}`;
    const made = { problem: problem.id, input: id, generator: CHANGED_SAMPLES, seed, bytes: input.bytes };
    append({
      type: "input-generated",
      ...made,
      ...{ sha256: deps.log.keep(text), acceptedBy: validators, rejectedBy: [] },
    });
    return id;
  });
  append({ type: "inputs-kept", problem: problem.id, inputs: ids });
}

/** What is accepted is changed further. */
async function changedSamples(
  problem: PublicProblem,
  { inputs, seed }: Pick<TestSettings, "inputs" | "seed">,
  { inputFolder, validators }: TestDeps & { readonly validators: PackageValidators },
): Promise<Changed[]> {
  const random = randomFrom(seed * 31 + 7);
  const starts: { readonly sample: Testcase; readonly text: string }[] = [];
  for (const sample of problem.samples.filter(({ input }) => input.bytes > 0 && input.bytes <= LARGEST_START_BYTES))
    starts.push({ sample, text: await readFile(sample.input.path, "utf8") });
  const known = new Set(starts.map(({ text }) => text));
  const kept: Changed[] = [];
  for (let turn = 0; turn < TURNS && kept.length < inputs && starts.length > 0; turn++) {
    const tried: Changed[] = [];
    for (let attempt = 0; attempt < TRIED_AT_A_TIME; attempt++) {
      const start = starts[Math.floor(random() * starts.length)];
      const text = start ? mutateInput(start.text, random) : "";
      if (!start || known.has(text) || text.length > LARGEST_BYTES) continue;
      known.add(text);
      const made = turn * TRIED_AT_A_TIME + attempt;
      tried.push({ sample: start.sample, text, input: await inputFolder.keep(text), seed: made });
    }
    const accepted = await validators.accept(tried);
    const valid = tried.filter((_, index) => accepted[index] === true);
    kept.push(...valid);
    starts.push(...valid);
  }
  return kept.slice(0, inputs);
}
