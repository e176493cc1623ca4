import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DataFile } from "../../src/domain/problem.ts";
import type { RunLimits } from "../../src/sandbox/sandbox.ts";
import { type BoxRun, boxWith, compiledFixture, runInBox } from "./box-runs.ts";
import { openTestSandbox, type TestSandbox } from "./open-test-sandbox.ts";
import { dataFile, MIB } from "./tiny-problem.ts";

// Rows 1 to 5, 8 and c7 where a run may make processes, as compilers do: nothing of them is alive afterwards.
describe("a program that may make processes", () => {
  let folder: string;
  let sandbox: TestSandbox;
  let numbers: DataFile;
  let ordinary: Uint8Array;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "medalist-processes-"));
    sandbox = await openTestSandbox(1);
    numbers = await dataFile(folder, "20 22\n");
    ordinary = await compiledFixture("adds.c", sandbox);
  });

  afterAll(async () => {
    await sandbox[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  });

  /** Runs it; then an ordinary program must find itself alone and as fast as ever. */
  async function run(file: string, limits: Partial<RunLimits>): Promise<BoxRun> {
    const artifact = await compiledFixture(file, sandbox);
    return sandbox.sandbox.withSlot(async (slot) => {
      const stdin = { kind: "file", file: numbers } as const;
      const hostile = await runInBox(await boxWith(slot, artifact), [], { stdin, limits, allowsProcesses: true });
      expect((await sandbox.processes()).filter((args) => args !== "/runner")).toEqual([]);
      const next = await runInBox(await boxWith(slot, ordinary), [], { stdin, allowsProcesses: true });
      expect(next.outcome).toEqual({ kind: "exited", exitCode: 0 });
      expect(next.output.toString()).toBe("42\n");
      expect(next.cpuMs).toBeLessThan(20);
      expect(next.peakMemoryBytes).toBeLessThan(2 * MIB);
      return hostile;
    });
  }

  test("and forks forever is ended by its CPU limit, with all that it made", async () => {
    const { outcome, cpuMs, wallMs } = await run("forks-forever.c", { cpuMs: 500, wallMs: 5000 });
    expect(outcome).toEqual({ kind: "limit", limit: "cpu" });
    expect(cpuMs).toBeGreaterThan(490);
    expect(wallMs).toBeLessThan(4000);
  });

  test("and daemonises is charged for its daemons", async () => {
    const { outcome, cpuMs } = await run("daemonises-and-spins.c", { cpuMs: 500, wallMs: 5000 });
    expect(outcome).toEqual({ kind: "limit", limit: "cpu" });
    expect(cpuMs).toBeGreaterThan(490);
    expect(cpuMs).toBeLessThan(700);
  });

  test("and ends before its children is answered at once, although they hold its output open", async () => {
    const { outcome, output, wallMs } = await run("leaves-children-behind.c", { cpuMs: 5000 });
    expect(outcome).toEqual({ kind: "exited", exitCode: 0 });
    expect(output.toString()).toBe("42\n");
    expect(wallMs).toBeLessThan(2000);
  });

  test("and has the kernel reap its children unseen is ended by its CPU limit all the same", async () => {
    const { outcome } = await run("ignores-its-dead-children.c", { cpuMs: 700 });
    expect(outcome).toEqual({ kind: "limit", limit: "cpu" });
  });

  test("and has the kernel reap its children unseen is charged for them", async () => {
    const { outcome, cpuMs } = await run("ignores-its-dead-children.c", { cpuMs: 5000 });
    expect(outcome).toEqual({ kind: "exited", exitCode: 0 });
    expect(cpuMs).toBeGreaterThan(1400);
    expect(cpuMs).toBeLessThan(1900);
  });

  test("and starts threads until it is refused crashes", async () => {
    const { outcome } = await run("starts-threads-until-refused.cpp", {});
    expect(outcome).toEqual({ kind: "signalled", signal: "SIGABRT" });
  });

  test("and spreads its memory over children that are each small is over its limit by their sum", async () => {
    const { outcome } = await run("spreads-memory-over-children.c", { memoryBytes: 128 * MIB });
    expect(outcome).toEqual({ kind: "limit", limit: "memory" });
  });

  test("and spreads its memory over children within the limit is not", async () => {
    const { outcome } = await run("spreads-memory-over-children.c", { memoryBytes: 256 * MIB });
    expect(outcome).toEqual({ kind: "exited", exitCode: 0 });
  });

  test("and spreads its memory over children beyond the container is told by who was killed, not by its exit code", async () => {
    const { outcome } = await run("spreads-much-memory-over-children.c", { memoryBytes: 256 * MIB });
    expect(outcome).toEqual({ kind: "limit", limit: "memory" });
  });

  test("and kills everybody and outlives its parent does not outlive the run", async () => {
    const { outcome } = await run("stops-and-outlives-its-parent.c", { wallMs: 300 });
    expect(outcome).toEqual({ kind: "limit", limit: "wall" });
  });
});
