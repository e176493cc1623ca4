import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Language } from "../../src/domain/language.ts";
import type { JudgeDeps } from "../../src/judge/test-program.ts";
import { CleanSlot } from "./clean-slot.ts";
import { openTestSandbox, type TestSandbox } from "./open-test-sandbox.ts";
import { fixtureProgram, judge, judgeDeps, NO_COMPILE_CACHE, sumProblem } from "./tiny-problem.ts";

/** Rows of the list of attacks on compilers (c7 and c8 need a hostile compiler: hostile-processes.test.ts). */
const PROGRAMS: readonly (readonly [row: string, file: string, verdict: "CE" | "AC" | "TLE", language?: Language])[] = [
  ["c1", "includes-dev-zero.c", "CE"],
  ["c1", "includes-dev-urandom.cpp", "CE"],
  ["c1", "includes-the-terminal.c", "CE"],
  ["c1", "includes-stdin.c", "AC"],
  ["c2", "includes-passwd.c", "CE"],
  ["c2", "includes-shadow.c", "CE"],
  ["c2", "includes-environment.c", "CE"],
  ["c2", "includes-answers.c", "CE"],
  ["c2", "embeds-shadow.c", "CE"],
  ["c2", "embeds-the-runner-memory.c", "CE"],
  ["c2", "probes-for-files.cpp", "AC"],
  ["c3", "includes-itself-twice.c", "CE"],
  ["c4", "recurses-in-templates.cpp", "CE"],
  ["c4", "recurses-in-templates-widely.cpp", "CE"],
  ["c4", "explodes-a-parameter-pack.cpp", "CE"],
  ["c4", "computes-while-compiling.cpp", "CE"],
  ["c4", "doubles-macros.c", "CE"],
  ["c4", "has-errors-without-end.cpp", "CE"],
  ["c4", "nests-brackets-deeply.py", "CE"],
  ["c4", "computes-a-huge-constant.py", "TLE"], // the compiler leaves it to the run
  ["c5", "is-16-gb-large.c", "CE"],
  ["c5", "is-1-gb-large.c", "CE"],
  ["c5", "has-a-large-empty-array.cpp", "AC"],
  ["c6", "warns-without-end.c", "CE"],
  ["c6", "has-a-megabyte-long-name.c", "CE"],
  ["c6", "puts-escapes-into-messages.c", "CE"],
  ["c9", "is-python-in-c.c", "CE"],
  ["c9", "is-c-in-python.py", "CE"],
  ["c9", "is-an-object-file.c", "CE"],
  ["c9", "defines-no-main.cpp", "CE"],
  ["c10", "uses-pragmas-and-assembly.cpp", "AC", "cpp17"],
  ["c10", "uses-pragmas-and-assembly.cpp", "AC", "cpp20"],
  ["c10", "uses-pragmas-and-assembly.cpp", "AC", "cpp23"],
  ["c10", "targets-another-processor.cpp", "AC"],
  ["c10", "answers-before-main.cpp", "AC"],
  ["c10", "preloads-by-environment.c", "AC"],
];

const COMPILE_TIME_LIMIT_MS = 3000;
/** A pragma before the first header makes the compiler pass over the precompiled one. */
const COMPILE_TIME_LIMIT_OF_ORDINARY_MS = 15_000;
const LONGEST_LOG = 10_000;
const SECRET_INPUT = "31415926 27182818\n";

// Nothing is taken from a cache: what is tested is the compiler in its box.
describe("compiling a hostile program", () => {
  let folder: string;
  let sandbox: TestSandbox;
  let deps: JudgeDeps;
  let slot: CleanSlot;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "medalist-hostile-"));
    process.env["MEDALIST_CANARY"] = "canary-of-the-judge";
    sandbox = await openTestSandbox(1);
    deps = judgeDeps(sandbox.sandbox, sandbox.imageId, NO_COMPILE_CACHE);
    slot = await CleanSlot.open(sandbox, deps, folder);
  });

  afterAll(async () => {
    delete process.env["MEDALIST_CANARY"];
    await sandbox[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  });

  test.for(PROGRAMS)("of row %s, %s, ends as %s", async ([, file, verdict, language]) => {
    const compileTimeLimitMs = verdict === "AC" ? COMPILE_TIME_LIMIT_OF_ORDINARY_MS : COMPILE_TIME_LIMIT_MS;
    const limits = { compileTimeLimitMs, memoryLimitBytes: 64 * 1024 * 1024 };
    const problem = await sumProblem(folder, ["1 2\n", SECRET_INPUT], limits);
    const started = performance.now();
    const judged = await judge(problem, await fixtureProgram(file, language), deps);
    expect(judged.verdict, judged.message).toBe(verdict);
    expect(performance.now() - started).toBeLessThan(compileTimeLimitMs * 3 + 5000);
    expectHarmless(judged.message);
    if (verdict === "CE") expect(judged.message).not.toBe("");
    await slot.expectClean();
  });
});

/** Short, nothing that a terminal would obey, nothing that only root or the judge knows. */
function expectHarmless(log: string): void {
  expect(log.length).toBeLessThan(LONGEST_LOG);
  // C0 and C1 but tab and newline; marks that turn the direction of writing.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  expect(log).not.toMatch(/[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
  expect(log).not.toMatch(/root:[*!$]/);
  expect(log).not.toContain("canary-of-the-judge");
  expect(log).not.toContain("31415926");
}
