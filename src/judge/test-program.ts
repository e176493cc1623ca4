import type { CompileSummary, TestcaseJudgement } from "../domain/judgement.ts";
import type { Testcase } from "../domain/problem.ts";
import type { Box, Sandbox, Slot } from "../sandbox/sandbox.ts";
import { type CompileDeps, compileProgram, type Program } from "./compile-program.ts";
import { LANGUAGE_SPECS } from "./language/index.ts";
import { type JudgedProblem, runTestcase } from "./run-testcase.ts";

export interface JudgeDeps extends CompileDeps {
  readonly sandbox: Sandbox;
  readonly signal?: AbortSignal | undefined;
}

/** `first-failure` leaves out every testcase after one that was not accepted. */
export type StopRule = "never" | "first-failure";

export interface TestRequest {
  readonly testcases: readonly Testcase[];
  readonly stop: StopRule;
}

/** How many testcases are sent to the runner ahead of the one that runs. */
const LOOK_AHEAD = 4;

export interface TestedProgram {
  readonly compile: CompileSummary;
  /** In the order asked for; none where the program does not compile. */
  readonly testcases: readonly TestcaseJudgement[];
}

/** Compiles a program once and runs it on the testcases, in a slot of its own. */
export async function testProgram(
  problem: JudgedProblem,
  program: Program,
  request: TestRequest,
  deps: JudgeDeps,
): Promise<TestedProgram> {
  const sourceBytes = Buffer.byteLength(program.source, "utf8");
  if (sourceBytes > problem.limits.codeLimitBytes) {
    const log = `the source has ${sourceBytes} bytes, allowed are ${problem.limits.codeLimitBytes}`;
    return { compile: { ok: false, cached: false, log, wallMs: 0 }, testcases: [] };
  }
  return deps.sandbox.withSlot(async (slot) => {
    const compiled = await compileProgram(slot, program, problem.limits, deps);
    const { cached, log, wallMs } = compiled;
    if (compiled.kind === "error") return { compile: { ok: false, cached, log, wallMs }, testcases: [] };
    const box = await openRunBox(slot, program, compiled.artifact, problem);
    return {
      compile: { ok: true, cached, log, wallMs },
      testcases: await runTestcases(box, problem, program, request),
    };
  }, deps.signal);
}

async function openRunBox(slot: Slot, program: Program, artifact: Uint8Array, problem: JudgedProblem): Promise<Box> {
  const box = await slot.box("run", problem.limits.memoryLimitBytes);
  await box.put(`box/${LANGUAGE_SPECS[program.language].artifact}`, artifact, "execute");
  return box;
}

/** Sends a few testcases ahead, so that the runner never waits for us; takes them back when it is time to stop. */
async function runTestcases(
  box: Box,
  problem: JudgedProblem,
  program: Program,
  request: TestRequest,
): Promise<TestcaseJudgement[]> {
  const judged: TestcaseJudgement[] = [];
  const underWay: Promise<TestcaseJudgement | undefined>[] = [];
  const waiting = request.testcases.values();
  try {
    for (;;) {
      for (let next = waiting.next(); !next.done; next = waiting.next()) {
        underWay.push(runTestcase(box, program, next.value, problem));
        if (underWay.length === LOOK_AHEAD) break;
      }
      if (underWay.length === 0) return judged;
      const judgement = await underWay[0];
      underWay.shift();
      if (!judgement) throw new Error("a run was cancelled that nobody cancelled");
      judged.push(judgement);
      if (request.stop === "first-failure" && judgement.verdict !== "AC") return judged;
    }
  } finally {
    if (underWay.length > 0) await Promise.allSettled([box.cancelRuns(), ...underWay]);
  }
}
