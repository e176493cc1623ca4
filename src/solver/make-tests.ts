import type { Language } from "../domain/language.ts";
import type { DataFile, PublicProblem } from "../domain/problem.ts";
import { sha256Of } from "../domain/sha256.ts";
import type { InputFolder } from "../judge/input-folder.ts";
import { hasComparableOutputs } from "../judge/mark-outputs.ts";
import { runTestProgram } from "../judge/run-test-program.ts";
import type { EventOf, PoolEvent } from "../run-log/event.ts";
import { type Asked, Asker, type AskerSettings, type Said } from "./asker.ts";
import { extractCode } from "./extract-code.ts";
import type { SolverDeps } from "./fill-candidate-pool.ts";
import type { PoolState } from "./pool-state.ts";
import { bruteForcePrompt, scoredSubtasks, testProgramPrompt } from "./write-prompt.ts";

export const TEST_SOURCES = ["model", "package", "none"] as const;

export interface TestSettings extends AskerSettings {
  /** Who makes inputs and says which are valid. */
  readonly from: (typeof TEST_SOURCES)[number];
  /** Programs to ask for; over all subtasks, where these are asked for one by one. */
  readonly generators: number;
  readonly validators: number;
  readonly bruteForces: number;
  /** At most so many are kept. */
  readonly inputs: number;
  /** The share of the validators that must accept an input that is kept. */
  readonly agreement: number;
  readonly perSubtask: boolean;
  readonly language: Language;
}

export interface TestDeps extends SolverDeps {
  readonly inputFolder: InputFolder;
}

type TestProgramKind = EventOf<"test-program-extracted">["kind"];

export const TEST_PROGRAM_KINDS = ["generator", "validator", "brute-force"] as const satisfies TestProgramKind[];

const ID_LETTER = { generator: "g", validator: "v", "brute-force": "b" } satisfies Record<TestProgramKind, string>;

/** Generators make so many inputs for each that is kept: validators reject some, and some come twice. */
const SPARE = 2;

/**
 * Has the model write generators, validators and brute forces, and keeps the inputs that enough validators accept, taken
 * from the generators by turns. Where outputs cannot be compared (a program talks to a judge) there is nothing to make.
 */
export async function makeTests(
  problem: PublicProblem,
  settings: TestSettings,
  state: PoolState,
  deps: TestDeps,
): Promise<void> {
  if (state.keptInputs || settings.inputs === 0 || !hasComparableOutputs(problem)) return;
  const maker = new TestMaker(problem, settings, state, deps);
  await maker.askForPrograms();
  const inputs = await maker.generate();
  const judged = await maker.validate(inputs);
  maker.keep(judged);
}

interface GeneratedInput {
  readonly generator: string;
  readonly seed: number;
  readonly subtask: string | undefined;
  readonly file: DataFile;
  readonly text: string;
}

interface JudgedInput extends GeneratedInput {
  readonly acceptedBy: string[];
  readonly rejectedBy: string[];
}

class TestMaker {
  readonly #problem: PublicProblem;
  readonly #settings: TestSettings;
  readonly #state: PoolState;
  readonly #deps: TestDeps;

  constructor(problem: PublicProblem, settings: TestSettings, state: PoolState, deps: TestDeps) {
    this.#problem = problem;
    this.#settings = settings;
    this.#state = state;
    this.#deps = deps;
  }

  async askForPrograms(): Promise<void> {
    const asker = new Asker(this.#problem.id, this.#settings, this.#state, this.#deps);
    for (const kind of TEST_PROGRAM_KINDS) {
      const questions = await testProgramQuestions(kind, this.#problem, this.#settings);
      const unread = questions.filter(({ sample }) => !this.#state.isRead(kind, sample));
      await asker.askEach(unread, (said, asked) => this.#extract(kind, said, asked));
    }
  }

  #extract(kind: TestProgramKind, { text, finishReason }: Said, { sample, subtask, purpose }: Asked): void {
    const { id: problem } = this.#problem;
    const extracted = extractCode(text, this.#settings.language, finishReason);
    if (extracted.kind === "unusable") {
      this.#append({ type: "answer-unusable", ...{ problem, purpose, sample, reason: extracted.reason } });
      return;
    }
    const { language, source } = extracted;
    this.#append({
      type: "test-program-extracted",
      ...{ problem, program: `${ID_LETTER[kind]}${String(sample + 1).padStart(4, "0")}`, kind, sample, language },
      ...(subtask === undefined ? {} : { subtask }),
      source: this.#deps.log.keep(source),
    });
  }

  /** Every input once, in the order of generators and seeds. */
  async generate(): Promise<GeneratedInput[]> {
    const generators = this.#programs("generator");
    const seedsEach = Math.ceil((this.#settings.inputs * SPARE) / Math.max(1, generators.length));
    const inputs = new Map<string, GeneratedInput>();
    for (const generator of generators) {
      const seeds = Array.from({ length: seedsEach }, (_, index) => this.#settings.seed * 1000 + index);
      const runs = seeds.map((seed) => ({ args: [String(seed)], input: undefined }));
      const texts = await this.#run(generator, runs, true);
      for (const [index, result] of texts.entries()) {
        if (result.kind === "failed") this.#fail(generator.program, `seed ${seeds[index]}: ${result.reason}`);
        else if (result.text.trim() !== "") {
          const file = await this.#deps.inputFolder.keep(result.text);
          const { program, subtask } = generator;
          const made = { generator: program, seed: seeds[index] ?? 0, subtask, file, text: result.text };
          if (!inputs.has(file.sha256)) inputs.set(file.sha256, made);
        }
      }
    }
    return [...inputs.values()];
  }

  /** A validator accepts by ending with 0 and rejects by any other exit code; one that crashes has no say. */
  async validate(inputs: readonly GeneratedInput[]): Promise<JudgedInput[]> {
    const judged = inputs.map((input): JudgedInput => ({ ...input, acceptedBy: [], rejectedBy: [] }));
    for (const validator of this.#programs("validator")) {
      const own = judged.filter(({ subtask }) => validator.subtask === undefined || validator.subtask === subtask);
      const runs = own.map(({ file }) => ({ args: [], input: file }));
      const results = await this.#run(validator, runs, false);
      for (const [index, result] of results.entries()) {
        if (result.kind === "printed") own[index]?.acceptedBy.push(validator.program);
        else if (result.exitCode !== undefined) own[index]?.rejectedBy.push(validator.program);
      }
    }
    return judged;
  }

  keep(judged: readonly JudgedInput[]): void {
    const ids = new Map(judged.map((input, index) => [input, `i${String(index + 1).padStart(4, "0")}`]));
    for (const [input, id] of ids) {
      const { generator, seed, subtask, file, text, acceptedBy, rejectedBy } = input;
      this.#append({
        type: "input-generated",
        ...{ problem: this.#problem.id, input: id, generator, seed, acceptedBy, rejectedBy },
        ...(subtask === undefined ? {} : { subtask }),
        ...{ sha256: this.#deps.log.keep(text), bytes: file.bytes },
      });
    }
    const good = judged.filter((input) => isAccepted(input, this.#settings.agreement));
    const inputs = byTurns(good, ({ generator }) => generator)
      .slice(0, this.#settings.inputs)
      .flatMap((input) => ids.get(input) ?? []);
    this.#append({ type: "inputs-kept", problem: this.#problem.id, inputs });
  }

  #programs(kind: TestProgramKind): EventOf<"test-program-extracted">[] {
    const seen = new Set<string>();
    return [...this.#state.testPrograms.values()]
      .filter((program) => program.kind === kind)
      .sort((a, b) => (a.program < b.program ? -1 : 1))
      .filter(({ source, language, subtask }) => {
        const key = sha256Of(source, language, subtask ?? "");
        return !seen.has(key) && seen.add(key);
      });
  }

  async #run(
    { program, language, source }: EventOf<"test-program-extracted">,
    runs: readonly { readonly args: readonly string[]; readonly input: DataFile | undefined }[],
    stopAtFailure: boolean,
  ) {
    const { judge, readText, signal } = this.#deps;
    const code = { language, source: readText(source) };
    const deps = { ...judge, signal, stopAtFailure };
    const outcome = await runTestProgram(code, runs, this.#problem.limits, deps);
    if (outcome.kind === "ran") return outcome.results;
    this.#fail(program, "does not compile");
    return [];
  }

  #fail(program: string, reason: string): void {
    this.#append({ type: "test-program-failed", problem: this.#problem.id, program, reason });
  }

  #append(event: PoolEvent): void {
    this.#deps.log.append(event);
    this.#state.apply(event);
  }
}

/** All that are asked for programs of this kind. */
export async function testProgramQuestions(
  kind: TestProgramKind,
  problem: PublicProblem,
  { generators, validators, bruteForces, language, perSubtask }: TestSettings,
): Promise<Asked[]> {
  const count = { generator: generators, validator: validators, "brute-force": bruteForces }[kind];
  const scored = scoredSubtasks(problem);
  const places = perSubtask && scored.length > 1 && kind !== "brute-force" ? scored : [undefined];
  const questions: Asked[] = [];
  for (let sample = 0; sample < count; sample++) {
    const subtask = places[sample % places.length];
    const prompt =
      kind === "brute-force"
        ? await bruteForcePrompt(problem, language)
        : await testProgramPrompt(kind, problem, language, subtask);
    questions.push({ purpose: kind, sample, prompt, subtask, round: 0 });
  }
  return questions;
}

function isAccepted({ acceptedBy, rejectedBy }: JudgedInput, agreement: number): boolean {
  const voters = acceptedBy.length + rejectedBy.length;
  return voters > 0 && acceptedBy.length >= agreement * voters;
}

/** The first of each kind, then the second of each, and so on. */
function byTurns<T>(items: readonly T[], kindOf: (item: T) => string): T[] {
  const turns = new Map<string, number>();
  const placed = items.map((item, index) => {
    const turn = turns.get(kindOf(item)) ?? 0;
    turns.set(kindOf(item), turn + 1);
    return { item, turn, index };
  });
  return placed.sort((a, b) => a.turn - b.turn || a.index - b.index).map(({ item }) => item);
}
