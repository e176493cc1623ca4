import { expect, test } from "vitest";
import type { DataFile, Testcase } from "../../../src/domain/problem.ts";
import { AnswerStore } from "../../../src/judge/answer-store.ts";
import { stopAtFirstFailure } from "../../../src/judge/stop-rule.ts";
import { testProgram } from "../../../src/judge/test-program.ts";
import type { Box, RunReport, Sandbox, SlotOptions } from "../../../src/sandbox/sandbox.ts";
import { batchTask, NO_SUPPORT, VALIDATION_LIMITS } from "../../support/tasks.ts";

const MIB = 1024 * 1024;
const LIMITS = {
  timeLimitMs: 1000,
  memoryLimitBytes: 256 * MIB,
  outputLimitBytes: MIB,
  codeLimitBytes: 1000,
  compileTimeLimitMs: 1000,
  compileMemoryLimitBytes: 256 * MIB,
  ...VALIDATION_LIMITS,
};

test("a time near the limit is measured again alone, and the lower one counts", async () => {
  const sandbox = new ScriptedSandbox([ran(980), ran(1050), ran(700)]);
  const [near] = await judge(sandbox, 1);
  expect(near).toMatchObject({ verdict: "AC", cpuMs: 700, borderline: true });
  expect(sandbox.slots).toEqual(["shared", "alone"]);
});

test("it is measured again twice at most", async () => {
  const sandbox = new ScriptedSandbox([ran(1050), ran(1040), ran(1030), ran(1)]);
  expect(await judge(sandbox, 1)).toMatchObject([{ verdict: "TLE", cpuMs: 1030, borderline: true }]);
});

test("a second run that ended in another way says nothing about the time", async () => {
  const crashed = { ...ran(3), outcome: { kind: "signalled", signal: "SIGSEGV" } as const };
  expect(await judge(new ScriptedSandbox([ran(980), crashed, crashed]), 1)).toMatchObject([
    { verdict: "AC", cpuMs: 980, borderline: true },
  ]);
});

test("a failure that the second measurement takes back does not end the judging", async () => {
  const sandbox = new ScriptedSandbox([ran(1020), cancelled(), ran(600), ran(5)]);
  expect(await judge(sandbox, 2)).toMatchObject([
    { id: "0", verdict: "AC", cpuMs: 600, borderline: true },
    { id: "1", verdict: "AC", cpuMs: 5, borderline: false },
  ]);
  expect(sandbox.slots).toEqual(["shared", "alone", "shared"]);
});

test("a time that is not near the limit is measured once", async () => {
  const sandbox = new ScriptedSandbox([ran(500)]);
  expect(await judge(sandbox, 1)).toMatchObject([{ verdict: "AC", borderline: false }]);
  expect(sandbox.slots).toEqual(["shared"]);
});

async function judge(sandbox: Sandbox, count: number) {
  const compiled = { kind: "program", artifact: new Uint8Array(), log: "", cached: true, wallMs: 0 } as const;
  const compileCache = { get: async () => compiled, set: async () => undefined };
  const deps = { sandbox, imageId: "image", answers: new AnswerStore(), compileCache };
  const testcases = Array.from({ length: count }, (_, index): Testcase => {
    return { id: String(index), kind: "secret", input: NOTHING, answer: NOTHING };
  });
  const request = { testcases, stop: stopAtFirstFailure };
  const problem = { id: "p", limits: LIMITS, task: batchTask(), support: NO_SUPPORT };
  return (await testProgram(problem, { language: "cpp20", source: "" }, request, deps)).testcases;
}

/** The answer of every testcase is empty, as what the scripted programs print is. */
const NOTHING: DataFile = { path: "/dev/null", bytes: 0, sha256: "" };

function ran(cpuMs: number): RunReport {
  const facts = { cpuMs, wallMs: cpuMs, peakMemoryBytes: MIB, stdoutBytes: 0, stderrBytes: 0, stderr: "" };
  return { outcome: { kind: "exited", exitCode: 0 }, ...facts };
}

function cancelled(): RunReport {
  return { ...ran(0), outcome: { kind: "cancelled" } };
}

/** Every run ends as the next line of the script says. */
class ScriptedSandbox implements Sandbox {
  readonly slotCount = 1;
  readonly slots: string[] = [];
  readonly #script: RunReport[];

  constructor(script: RunReport[]) {
    this.#script = script;
  }

  withSlot<T>(work: Parameters<Sandbox["withSlot"]>[0], { alone = false }: SlotOptions = {}): Promise<T> {
    this.slots.push(alone ? "alone" : "shared");
    return work({ box: async () => this.#box() }) as Promise<T>;
  }

  async [Symbol.asyncDispose](): Promise<void> {}

  #box(): Box {
    return {
      put: async () => undefined,
      place: async () => undefined,
      remove: async () => undefined,
      empty: async () => undefined,
      get: async () => undefined,
      cancelRuns: async () => undefined,
      interact: () => Promise.reject(new Error("nobody talks here")),
      run: async () => {
        const report = this.#script.shift();
        if (!report) throw new Error("one run more than the script has");
        return report;
      },
    };
  }
}
