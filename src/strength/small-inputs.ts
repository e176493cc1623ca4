import { readFile } from "node:fs/promises";
import { z } from "zod";
import { type DataFile, EMPTY_FILE, type Problem, type Testcase, type ValidatorRun } from "../domain/problem.ts";
import { randomFrom } from "../domain/random.ts";
import { sha256Of } from "../domain/sha256.ts";
import { InputFolder } from "../judge/input-folder.ts";
import type { PrepareDeps } from "../judge/prepare-problem.ts";
import { validateInputs } from "../judge/validate-input.ts";
import { mutateInput } from "../mutation/mutate-input.ts";

const WANTED = 100;
const LARGEST_BYTES = 1500;
const LARGEST_START_BYTES = 600;
const STARTS = 12;
const TRIED_AT_A_TIME = 120;
const ROUNDS = 8;
const SEED = 1;

/** Another way to make them needs another name, so that what is kept is not taken for it. */
const KEPT_AS = "small-inputs-1";

/** Inputs that are no testcases, without answers; or why there are none. */
export type SmallInputs =
  | { readonly kind: "made"; readonly testcases: readonly Testcase[]; readonly id: string }
  | { readonly kind: "none"; readonly reason: string };

/**
 * Small random inputs that the package's validators accept, made from its samples and smallest testcases: what is accepted
 * is changed further. The same for a package each time, and kept.
 */
export async function makeSmallInputs(
  problem: Problem,
  deps: PrepareDeps,
  onProgress: (what: string) => void,
): Promise<SmallInputs> {
  const { task, inputValidators } = problem;
  if (task.kind !== "answers" && (task.kind !== "batch" || task.passes > 1))
    return { kind: "none", reason: `a task of kind ${task.kind} has no outputs that could be compared` };
  if (inputValidators.length === 0) return { kind: "none", reason: "the package has no input validator" };
  const made = (await keptInputs(problem, deps)) ?? (await newInputs(problem, deps, onProgress));
  if (made.length === 0) return { kind: "none", reason: "no small testcase gave another valid input" };
  return { kind: "made", testcases: made, id: sha256Of(...made.map(({ input }) => input.sha256)) };
}

const index = z.array(z.strictObject({ name: z.string(), like: z.string() }));

async function keptInputs(problem: Problem, { prepared }: PrepareDeps): Promise<Testcase[] | undefined> {
  const file = await prepared.file(problem.packageHash, `${KEPT_AS}.json`);
  if (!file) return undefined;
  const entries = index.parse(JSON.parse(await readFile(file.path, "utf8")));
  const testcases: Testcase[] = [];
  for (const { name, like } of entries) {
    const input = await prepared.file(problem.packageHash, `${KEPT_AS}/${name}`);
    const start = problem.testcases.find(({ id }) => id === like);
    if (!input || !start) return undefined;
    testcases.push(likeTestcase(start, name, input));
  }
  return testcases;
}

async function newInputs(problem: Problem, deps: PrepareDeps, onProgress: (what: string) => void): Promise<Testcase[]> {
  const random = randomFrom(SEED);
  const starts = await smallestTestcases(problem);
  const pool = [...starts];
  const known = new Set(starts.map(({ text }) => text));
  const accepted: Start[] = [];
  for (let round = 0; round < ROUNDS && accepted.length < WANTED && starts.length > 0; round++) {
    const tried: Start[] = [];
    for (let attempt = 0; attempt < TRIED_AT_A_TIME; attempt++) {
      const start = pool[Math.floor(random() * pool.length)];
      const text = start ? mutateInput(start.text, random) : "";
      if (!start || known.has(text) || text.length > LARGEST_BYTES) continue;
      known.add(text);
      tried.push({ ...start, text });
    }
    const valid = await validOf(problem, tried, deps);
    accepted.push(...valid);
    pool.push(...valid);
    onProgress(`${problem.id}: ${Math.min(accepted.length, WANTED)}/${WANTED} small inputs made`);
  }
  return keepInputs(problem, accepted.slice(0, WANTED), deps);
}

interface Start {
  readonly testcase: Testcase;
  readonly text: string;
}

async function smallestTestcases({ testcases }: Problem): Promise<Start[]> {
  const small = testcases.filter(({ input }) => input.bytes > 0 && input.bytes <= LARGEST_START_BYTES);
  const distinct = new Map(small.sort((a, b) => a.input.bytes - b.input.bytes).map((one) => [one.input.sha256, one]));
  return Promise.all(
    [...distinct.values()].slice(0, STARTS).map(async (testcase) => ({
      testcase,
      text: await readFile(testcase.input.path, "utf8"),
    })),
  );
}

async function validOf(problem: Problem, tried: readonly Start[], deps: PrepareDeps): Promise<Start[]> {
  await using folder = await InputFolder.make();
  const testcases = await Promise.all(
    tried.map(async ({ testcase, text }, n) => likeTestcase(testcase, String(n), await folder.keep(text))),
  );
  const rejected = new Set<string>();
  for (const validator of problem.inputValidators)
    for (const { testcase } of await validateInputs(problem, validator, testcases, deps)) rejected.add(testcase.id);
  return tried.filter((_, n) => !rejected.has(testcases[n]?.id ?? ""));
}

async function keepInputs(problem: Problem, made: readonly Start[], { prepared }: PrepareDeps): Promise<Testcase[]> {
  const testcases: Testcase[] = [];
  for (const [n, { testcase, text }] of made.entries()) {
    const name = String(n + 1).padStart(3, "0");
    const input = await prepared.keepFile(problem.packageHash, `${KEPT_AS}/${name}`, Buffer.from(text));
    testcases.push(likeTestcase(testcase, name, input));
  }
  const entries = made.map(({ testcase }, n) => ({ name: String(n + 1).padStart(3, "0"), like: testcase.id }));
  await prepared.keepFile(problem.packageHash, `${KEPT_AS}.json`, Buffer.from(JSON.stringify(entries)));
  return testcases;
}

/** Given to a program as the testcase that it was made from would be; valid where it is so in one of its subtasks. */
function likeTestcase(testcase: Testcase, name: string, input: DataFile): Testcase {
  const { validatorRuns, ...rest } = testcase;
  const runs = validatorRuns ? { validatorRuns: lastOfEach(validatorRuns) } : {};
  return { ...rest, ...runs, id: `${KEPT_AS}/${name}`, kind: "secret", input, answer: EMPTY_FILE };
}

/** Subtasks come in the order of their difficulty: the last is the least narrow. */
function lastOfEach(runs: readonly ValidatorRun[]): ValidatorRun[] {
  return [...new Map(runs.map((run) => [run.validator, run])).values()];
}
