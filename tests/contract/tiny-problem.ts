import { mkdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Comparison } from "../../src/domain/comparison.ts";
import { type Language, languageOfFile } from "../../src/domain/language.ts";
import type { DataFile, ProblemLimits, Testcase } from "../../src/domain/problem.ts";
import type { Program } from "../../src/domain/program.ts";
import { sha256Of } from "../../src/domain/sha256.ts";
import type { Verdict } from "../../src/domain/verdict.ts";
import { AnswerStore } from "../../src/judge/answer-store.ts";
import { type CompileCache, FolderCompileCache } from "../../src/judge/compile-cache.ts";
import type { JudgedProblem } from "../../src/judge/run-submission.ts";
import { stopAtFirstFailure } from "../../src/judge/stop-rule.ts";
import { type JudgeDeps, testProgram } from "../../src/judge/test-program.ts";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { batchTask, EXACT, NO_SUPPORT, VALIDATION_LIMITS } from "../support/tasks.ts";

export const MIB = 1024 * 1024;

/** Small limits: the wall limit, three times the time limit and two seconds, is what sleepers are waited for. */
export const LIMITS: ProblemLimits = {
  timeLimitMs: 500,
  memoryLimitBytes: 64 * MIB,
  outputLimitBytes: 8 * MIB,
  codeLimitBytes: 256 * 1024,
  compileTimeLimitMs: 4000,
  compileMemoryLimitBytes: 512 * MIB,
  ...VALIDATION_LIMITS,
};

const PROGRAMS = fileURLToPath(new URL("../fixtures/programs", import.meta.url));

/** A program of fixtures/programs; its language is told by the file's ending. */
export async function fixtureProgram(
  file: string,
  language: Language | undefined = languageOfFile(file),
): Promise<Program> {
  if (!language) throw new Error(`${file} has no ending of a language`);
  return { language, source: await readFile(join(PROGRAMS, file), "utf8") };
}

/** A file as problem packages have them, made in the folder. */
export async function dataFile(folder: string, content: string | Uint8Array): Promise<DataFile> {
  const bytes = Buffer.from(content);
  const sha256 = sha256Of(bytes);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, sha256), bytes);
  return { path: join(folder, sha256), bytes: bytes.length, sha256 };
}

export interface TinyProblem {
  readonly problem: JudgedProblem;
  readonly testcases: readonly Testcase[];
}

/** "Print the sum of two numbers", on these inputs, the first of which is the sample. */
export async function sumProblem(
  folder: string,
  inputs: readonly string[],
  limits: Partial<ProblemLimits> = {},
  comparison: Comparison = EXACT,
): Promise<TinyProblem> {
  const testcases = inputs.map(async (input, index): Promise<Testcase> => {
    const [a = 0, b = 0] = input.split(/\s+/, 2).map(Number);
    return {
      id: String(index + 1),
      kind: index === 0 ? "sample" : "secret",
      input: await dataFile(folder, input),
      answer: await dataFile(folder, `${a + b}\n`),
    };
  });
  const problem = {
    id: "two-numbers",
    limits: { ...LIMITS, ...limits },
    task: batchTask(comparison),
    support: NO_SUPPORT,
  };
  return { problem, testcases: await Promise.all(testcases) };
}

export interface Judged {
  readonly verdict: Verdict;
  readonly message: string;
  readonly cpuMs: number;
  readonly wallMs: number;
  readonly peakMemoryBytes: number;
}

/** Judges as a contest would, up to the first failure; gives the last testcase's facts. */
export async function judge({ problem, testcases }: TinyProblem, program: Program, deps: JudgeDeps): Promise<Judged> {
  const tested = await testProgram(problem, program, { testcases, stop: stopAtFirstFailure }, deps);
  const last = tested.testcases.at(-1);
  if (last) return last;
  if (tested.compile.ok) throw new Error("neither a testcase nor a compile error");
  return { verdict: "CE", message: tested.compile.log, cpuMs: 0, wallMs: tested.compile.wallMs, peakMemoryBytes: 0 };
}

export function judgeDeps(sandbox: Sandbox, imageId: string, compileCache: CompileCache): JudgeDeps {
  return { sandbox, imageId, compileCache, answers: new AnswerStore() };
}

/** Compiled fixtures, kept from one test run to the next. */
export function keptCompileCache(): CompileCache {
  return new FolderCompileCache(join(tmpdir(), "medalist-contract-programs"), 512 * MIB);
}

/** Keeps nothing: what is compiled here is what is tested. */
export const NO_COMPILE_CACHE: CompileCache = { get: async () => undefined, set: async () => undefined };
