import { mkdtemp, rm } from "node:fs/promises";
import { arch, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { JudgeDeps } from "../../src/judge/test-program.ts";
import { CleanSlot } from "./clean-slot.ts";
import { HOSTILE_PROGRAMS, type HostileProgram } from "./hostile-programs.ts";
import { openTestSandbox, type TestSandbox } from "./open-test-sandbox.ts";
import { fixtureProgram, judge, judgeDeps, keptCompileCache, sumProblem } from "./tiny-problem.ts";

// Every program judged as a contest would, in the one slot that all share; after each of them an ordinary program there
// is accepted at the usual cost and finds nothing that was not there before.
describe("a hostile program", () => {
  let folder: string;
  let sandbox: TestSandbox;
  let deps: JudgeDeps;
  let slot: CleanSlot;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "medalist-hostile-"));
    sandbox = await openTestSandbox(1);
    deps = judgeDeps(sandbox.sandbox, sandbox.imageId, keptCompileCache());
    slot = await CleanSlot.open(sandbox, deps, folder);
  });

  afterAll(async () => {
    await sandbox[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  });

  for (const hostile of HOSTILE_PROGRAMS) {
    const isPossible = hostile.needs !== "x86-64" || arch() === "x64";
    const title = isPossible ? titleOf(hostile) : `${titleOf(hostile)} (needs ${hostile.needs}, this is ${arch()})`;
    test.skipIf(!isPossible)(title, async () => {
      const inputs = hostile.input === undefined ? ["1 2\n", "31415926 27182818\n"] : [hostile.input];
      const problem = await sumProblem(folder, inputs, hostile.limits, hostile.comparison);
      const judged = await judge(problem, await fixtureProgram(hostile.file), deps);
      expect(judged.verdict, judged.message).toBe(hostile.verdict);
      await slot.expectClean();
    });
  }
});

function titleOf({ row, file, input, verdict }: HostileProgram): string {
  const on = input === undefined ? "" : ` on ${input.slice(0, 12).trim().split("\n", 1)}`;
  return `of row ${row}, ${file}${on}, earns ${verdict}`;
}
