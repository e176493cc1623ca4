import { expect } from "vitest";
import type { Program } from "../../src/domain/program.ts";
import { compileProgram } from "../../src/judge/compile-program.ts";
import { runLimits } from "../../src/judge/run-submission.ts";
import type { JudgeDeps } from "../../src/judge/test-program.ts";
import type { TestSandbox } from "./open-test-sandbox.ts";
import {
  dataFile,
  fixtureProgram,
  type Judged,
  judge,
  keptCompileCache,
  LIMITS,
  sumProblem,
  type TinyProblem,
} from "./tiny-problem.ts";

/** What else a busy machine may add to the time of a program that takes one millisecond. */
const CPU_MARGIN_MS = 15;
const MEMORY_MARGIN_BYTES = 512 * 1024;
const ORDINARY_INPUT = "20 22\n";

/** Asks, after a hostile program, whether an ordinary one in the same slot finds the world as it was before. */
export class CleanSlot {
  readonly #deps: JudgeDeps;
  readonly #listerDeps: JudgeDeps;
  readonly #test: TestSandbox;
  readonly #ordinary: { readonly program: Program; readonly problem: TinyProblem };
  readonly #lister: { readonly program: Program; readonly problem: TinyProblem };
  readonly #baseline: Judged;

  private constructor(parts: {
    deps: JudgeDeps;
    test: TestSandbox;
    ordinary: { program: Program; problem: TinyProblem };
    lister: { program: Program; problem: TinyProblem };
    baseline: Judged;
  }) {
    this.#deps = parts.deps;
    this.#listerDeps = { ...parts.deps, compileCache: keptCompileCache() };
    this.#test = parts.test;
    this.#ordinary = parts.ordinary;
    this.#lister = parts.lister;
    this.#baseline = parts.baseline;
  }

  /** Measures the ordinary program and lists what a program can find, in a slot where nothing hostile has run. */
  static async open(test: TestSandbox, deps: JudgeDeps, folder: string): Promise<CleanSlot> {
    const ordinary = { program: await fixtureProgram("adds.c"), problem: await sumProblem(folder, [ORDINARY_INPUT]) };
    const program = await fixtureProgram("lists-its-surroundings.cpp");
    const listing = await list(program, deps, ordinary.problem);
    expect(listing).toContain("process 1\n");
    const [testcase] = ordinary.problem.testcases;
    if (!testcase) throw new Error("no testcase");
    const answer = await dataFile(folder, listing);
    const lister = { program, problem: { ...ordinary.problem, testcases: [{ ...testcase, answer }] } };
    const baseline = await judge(ordinary.problem, ordinary.program, deps);
    expect(baseline).toMatchObject({ verdict: "AC" });
    return new CleanSlot({ deps, test, ordinary, lister, baseline });
  }

  async expectClean(): Promise<void> {
    const processes = await this.#test.processes();
    expect(processes.filter((args) => args !== "/runner")).toEqual([]);
    expect(await this.complaintOfOrdinary()).toBe("");
  }

  /** What is unusual about judging the ordinary programs now; empty where nothing is. */
  async complaintOfOrdinary(): Promise<string> {
    const ordinary = await judge(this.#ordinary.problem, this.#ordinary.program, this.#deps);
    if (ordinary.verdict !== "AC") return `an ordinary program earns ${ordinary.verdict}: ${ordinary.message}`;
    const moreCpuMs = Math.abs(ordinary.cpuMs - this.#baseline.cpuMs);
    if (moreCpuMs > CPU_MARGIN_MS) return `its CPU time differs by ${moreCpuMs} ms`;
    const moreBytes = Math.abs(ordinary.peakMemoryBytes - this.#baseline.peakMemoryBytes);
    if (moreBytes > MEMORY_MARGIN_BYTES) return `its memory differs by ${moreBytes} bytes`;
    // Its answer is what it found before: a wrong answer's message says what has changed.
    const listing = await judge(this.#lister.problem, this.#lister.program, this.#listerDeps);
    return listing.verdict === "AC" ? "" : `it finds something else: ${listing.verdict} ${listing.message}`;
  }
}

/** What the listing program prints in this slot. */
async function list(program: Program, deps: JudgeDeps, { testcases }: TinyProblem): Promise<string> {
  return deps.sandbox.withSlot(async (slot) => {
    const compiled = await compileProgram(slot, program, { limits: LIMITS }, deps);
    if (compiled.kind === "error") throw new Error(compiled.log);
    const box = await slot.box("run", LIMITS.memoryLimitBytes);
    await box.put("box/main", compiled.artifact, "execute");
    const [testcase] = testcases;
    if (!testcase) throw new Error("no testcase");
    const output: Buffer[] = [];
    const report = await box.run({
      argv: ["/w/box/main"],
      env: { PATH: "/usr/bin:/bin", LANG: "C.UTF-8" },
      workingFolder: "box",
      stdin: { kind: "file", file: testcase.input },
      onStdout: (chunk) => output.push(Buffer.from(chunk)),
      limits: runLimits(LIMITS),
      allowsProcesses: false,
    });
    expect(report.outcome).toEqual({ kind: "exited", exitCode: 0 });
    return Buffer.concat(output).toString("latin1");
  });
}
