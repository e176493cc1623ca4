import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import type { Language } from "../../src/domain/language.ts";
import type { ProblemLimits } from "../../src/domain/problem.ts";
import type { Program } from "../../src/domain/program.ts";
import type { Verdict } from "../../src/domain/verdict.ts";
import { compileProgram } from "../../src/judge/compile-program.ts";
import type { JudgeDeps } from "../../src/judge/test-program.ts";
import { VALIDATION_LIMITS } from "../support/tasks.ts";
import { dataFile, judge, MIB, sumProblem, type TinyProblem } from "./tiny-problem.ts";

const PROGRAMS = fileURLToPath(new URL("../fixtures/languages", import.meta.url));

/** Where a language's programs lie, and how their names end. */
const PROGRAMS_OF: Readonly<Record<Language, readonly [folder: string, ending: string]>> = {
  c17: ["c", "c"],
  cpp17: ["cpp", "cpp"],
  cpp20: ["cpp", "cpp"],
  cpp23: ["cpp", "cpp"],
  python3: ["python", "py"],
  pypy3: ["python", "py"],
  java: ["java", "java"],
  kotlin: ["kotlin", "kt"],
  rust: ["rust", "rs"],
  go: ["go", "go"],
  javascript: ["javascript", "js"],
  typescript: ["typescript", "ts.txt"],
};

/** What a compiler's log names of `does-not-compile`, so that a model can repair its program. */
const NAMED_IN_LOG: Readonly<Record<Language, RegExp>> = {
  c17: /main\.c:6.*.never_declared. undeclared/s,
  cpp17: /main\.cpp:6.*.never_declared. was not declared/s,
  cpp20: /main\.cpp:6.*.never_declared. was not declared/s,
  cpp23: /main\.cpp:6.*.never_declared. was not declared/s,
  python3: /main\.py", line 1.*SyntaxError/s,
  pypy3: /main\.py", line 1.*SyntaxError/s,
  java: /Main\.java:3: error: cannot find symbol.*neverDeclared/s,
  kotlin: /main\.kt:2:13: error: unresolved reference: neverDeclared/,
  rust: /cannot find value `never_declared`.*main\.rs:2/s,
  go: /main\.go:6.*neverDeclared/s,
  javascript: /main\.js:1.*SyntaxError/s,
  typescript: /main\.ts\(1,28\): error TS1109/,
};

/** As a package without limits of its own would have them. */
const LIMITS: ProblemLimits = {
  timeLimitMs: 3000,
  memoryLimitBytes: 256 * MIB,
  outputLimitBytes: 8 * MIB,
  codeLimitBytes: 128 * 1024,
  compileTimeLimitMs: 60_000,
  compileMemoryLimitBytes: 2048 * MIB,
  ...VALIDATION_LIMITS,
};

const MANY = 100_000;

export interface LanguageTest {
  readonly deps: JudgeDeps;
  readonly folder: string;
}

/** What holds for every language of an image. `get` gives what a hook has opened. */
export function testLanguages(languages: readonly Language[], get: () => LanguageTest): void {
  const run = async (language: Language, name: string, input: string, limits: Partial<ProblemLimits> = {}) =>
    judge(await problemOf(input, limits, get()), await programOf(language, name), get().deps);

  const ends = async (language: Language, name: string, verdict: Verdict, limits: Partial<ProblemLimits> = {}) =>
    expect(await run(language, name, "20 22\n", limits)).toMatchObject({ verdict });

  test.each(languages)("%s: an ordinary program is accepted", (language) => ends(language, "adds", "AC"));

  test.each(languages)("%s: 100,000 numbers are read in time", async (language) => {
    const numbers = Array.from({ length: MANY }, (_, index) => (index * 7919) % 1_000_003);
    const sum = numbers.reduce((total, number) => total + number, 0);
    const problem = await problemOf(`${MANY}\n${numbers.join(" ")}\n`, {}, get(), `${sum}\n`);
    expect(await judge(problem, await programOf(language, "sums-many"), get().deps)).toMatchObject({ verdict: "AC" });
  });

  test.each(languages)("%s: a compile error says what and where", async (language) => {
    const judged = await run(language, "does-not-compile", "20 22\n");
    expect(judged).toMatchObject({ verdict: "CE", message: expect.stringMatching(NAMED_IN_LOG[language]) });
  });

  test.each(languages)("%s: an exception that nobody catches is a run-time error", (language) =>
    ends(language, "raises", "RTE"),
  );

  test.each(languages)("%s: an endless loop comes to the time limit", (language) =>
    ends(language, "spins", "TLE", { timeLimitMs: 500 }),
  );

  test.each(languages)("%s: a hoard comes to the memory limit", (language) => ends(language, "hoards", "MLE"));

  test.each(languages)("%s: 100,000 levels of recursion are no trouble", async (language) => {
    expect(await run(language, "recurses", `${MANY} 7\n`)).toMatchObject({ verdict: "AC" });
  });

  test.each(languages)("%s: threads can be started", (language) => ends(language, "threads", "AC"));

  test.each(languages)("%s: processes cannot", (language) => ends(language, "starts-a-process", "AC"));
}

/** The log of a program that would read a secret while it is compiled, with the verdict that it earns. */
export async function compileLog(language: Language, name: string, { deps }: LanguageTest): Promise<string> {
  const program = await programOf(language, name);
  const compiled = await deps.sandbox.withSlot((slot) => compileProgram(slot, program, { limits: LIMITS }, deps));
  return `${compiled.kind}: ${compiled.log}`;
}

/** The verdict of one program on two numbers. */
export async function judgeOne(language: Language, name: string, get: LanguageTest) {
  return judge(await problemOf("20 22\n", {}, get), await programOf(language, name), get.deps);
}

async function programOf(language: Language, name: string): Promise<Program> {
  const [folder, ending] = PROGRAMS_OF[language];
  return { language, source: await readFile(join(PROGRAMS, folder, `${name}.${ending}`), "utf8") };
}

async function problemOf(
  input: string,
  limits: Partial<ProblemLimits>,
  { folder }: LanguageTest,
  answer?: string,
): Promise<TinyProblem> {
  const made = await sumProblem(folder, [input], { ...LIMITS, ...limits });
  const [testcase] = made.testcases;
  if (!testcase || answer === undefined) return made;
  return { ...made, testcases: [{ ...testcase, answer: await dataFile(folder, answer) }] };
}
