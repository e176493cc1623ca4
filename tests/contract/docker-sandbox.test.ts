import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RunLimits } from "../../src/sandbox/sandbox.ts";
import { type BoxRun, type BoxRunOptions, boxWith, compiledFixture, runInBox } from "./box-runs.ts";
import { openTestSandbox, type TestSandbox } from "./open-test-sandbox.ts";
import { dataFile, MIB } from "./tiny-problem.ts";

describe("a run in a Docker box", () => {
  let folder: string;
  let sandbox: TestSandbox;
  let toldProgram: Uint8Array;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "medalist-sandbox-"));
    sandbox = await openTestSandbox(1);
    toldProgram = await compiledFixture("does-as-told.c", sandbox);
  });

  afterAll(async () => {
    await sandbox[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  });

  /** Runs does-as-told.c with these arguments. */
  function told(args: string, options: BoxRunOptions = {}): Promise<BoxRun> {
    return sandbox.sandbox.withSlot(async (slot) =>
      runInBox(await boxWith(slot, toldProgram), args.split(" "), options),
    );
  }

  test.for([0, 1, 42, 137, 255])("that exits with %i is told with that code", async (exitCode) => {
    expect((await told(`exit ${exitCode}`)).outcome).toEqual({ kind: "exited", exitCode });
  });

  test.for([
    [11, "SIGSEGV"],
    [6, "SIGABRT"],
    [9, "SIGKILL"],
    [13, "SIGPIPE"],
  ] as const)("that ends by signal %i is told as %s", async ([number, signal]) => {
    expect((await told(`raise ${number}`)).outcome).toEqual({ kind: "signalled", signal });
  });

  test("that passes the container's own memory limit is ended and told so", async () => {
    const run = await sandbox.sandbox.withSlot(async (slot) =>
      runInBox(await boxWith(slot, toldProgram, 32 * MIB), ["touch", "2000"], {}),
    );
    expect(run.outcome).toEqual({ kind: "limit", limit: "memory" });
    expect(run.wallMs).toBeLessThan(3000);
  });

  test.for<[limit: string, args: string, limits: Partial<RunLimits>]>([
    ["cpu", "burn 5000", { cpuMs: 200 }],
    ["wall", "sleep 5000", { wallMs: 300 }],
    ["memory", "touch 100", { memoryBytes: 90 * MIB }],
    ["output", "print 2000001", { outputBytes: 2_000_000 }],
    ["output", "complain 2000001", { outputBytes: 2_000_000 }],
  ])("that passes its %s limit with %s is ended and told so", async ([limit, args, limits]) => {
    const run = await told(args, { limits });
    expect(run.outcome).toEqual({ kind: "limit", limit });
    expect(run.wallMs).toBeLessThan(3000);
  });

  test("that just keeps to its limits is not ended", async () => {
    const limits = { memoryBytes: 100 * MIB, outputBytes: 2_000_000 };
    const run = await told("touch 90 print 2000000 complain 2000000", { limits });
    expect(run.outcome).toEqual({ kind: "exited", exitCode: 0 });
    expect(run).toMatchObject({ stdoutBytes: 2_000_000, stderrBytes: 2_000_000 });
    expect(run.output).toHaveLength(2_000_000);
  });

  test("is stopped soon after its CPU limit, not at the next second", async () => {
    const { cpuMs } = await told("burn 5000", { limits: { cpuMs: 200 } });
    expect(cpuMs).toBeGreaterThanOrEqual(199);
    expect(cpuMs).toBeLessThan(230);
  });

  test("is charged the CPU time that it burns", async () => {
    for (const burnMs of [20, 100, 400]) {
      const { cpuMs } = await told(`burn ${burnMs}`);
      expect(cpuMs).toBeGreaterThanOrEqual(burnMs - 1);
      expect(cpuMs).toBeLessThan(burnMs * 1.04 + 4);
    }
  });

  test("is charged wall time but no CPU time for sleeping", async () => {
    const { cpuMs, wallMs } = await told("sleep 300");
    expect(cpuMs).toBeLessThan(10);
    expect(wallMs).toBeGreaterThanOrEqual(300);
    expect(wallMs).toBeLessThan(1000);
  });

  test("has the peak memory that it touches, neither the runner's nor an earlier program's", async () => {
    for (const mib of [100, 10, 50]) {
      const { peakMemoryBytes } = await told(`touch ${mib}`);
      expect(peakMemoryBytes / MIB).toBeGreaterThanOrEqual(mib);
      expect(peakMemoryBytes / MIB).toBeLessThan(mib + 2);
    }
    expect((await told("exit 0")).peakMemoryBytes).toBeLessThan(1.5 * MIB);
  });

  test("has a small peak after 64 MiB have gone through the runner", async () => {
    const file = await dataFile(folder, Buffer.alloc(64 * MIB, "x"));
    const { peakMemoryBytes, stdoutBytes } = await told("copy 1", { stdin: { kind: "file", file } });
    expect(stdoutBytes).toBe(64 * MIB);
    expect(peakMemoryBytes).toBeLessThan(1.5 * MIB);
  });

  test("reads a file, or nothing", async () => {
    const file = await dataFile(folder, "20 22\n");
    expect((await told("copy 1", { stdin: { kind: "file", file } })).output.toString()).toBe("20 22\n");
    expect((await told("copy 1", { stdin: { kind: "empty" } })).output).toHaveLength(0);
  });

  test("takes 64 MiB in and gives them back as they were, again and again", async () => {
    const bytes = randomBytes(64 * MIB);
    const file = await dataFile(folder, bytes);
    for (let round = 0; round < 2; round++) {
      const hash = createHash("sha256");
      const run = await told("copy 1", { stdin: { kind: "file", file }, onStdout: (chunk) => hash.update(chunk) });
      expect(run.outcome).toEqual({ kind: "exited", exitCode: 0 });
      expect(hash.digest("hex")).toBe(file.sha256);
    }
  });

  test("keeps inputs within bounds: more than may be stored still reaches every run", async () => {
    const files = [];
    for (let n = 0; n < 5; n++) files.push(await dataFile(folder, Buffer.alloc(64 * MIB, String(n))));
    for (const file of [...files, ...files.slice(0, 2)]) {
      const { stdoutBytes } = await told("copy 1", { stdin: { kind: "file", file } });
      expect(stdoutBytes).toBe(file.bytes);
    }
  });

  test("that is ended early has what it printed until then passed on", async () => {
    const run = await told("say partial sleep 5000", { limits: { wallMs: 300 } });
    expect(run.outcome).toEqual({ kind: "limit", limit: "wall" });
    expect(run.output.toString()).toBe("partial");
  });

  test("never passes on more than the output limit", async () => {
    const run = await told("print 50000000", { limits: { outputBytes: 1000 } });
    expect(run.outcome).toEqual({ kind: "limit", limit: "output" });
    expect(run.output.length).toBeLessThanOrEqual(1000);
  });

  test("keeps the first part of standard error and counts the rest", async () => {
    const run = await told("complain 1000000");
    expect(run.stderrBytes).toBe(1_000_000);
    expect(run.stderr.length).toBeGreaterThan(1000);
    expect(run.stderr.length).toBeLessThan(100_000);
    expect(run.stderr).toMatch(/^x+$/);
  });

  test("asked for before another has ended takes its turn", async () => {
    await sandbox.sandbox.withSlot(async (slot) => {
      const box = await boxWith(slot, toldProgram);
      const ended: number[] = [];
      const runs = Array.from({ length: 50 }, async (_, n) => {
        const run = await runInBox(box, n % 10 === 0 ? ["sleep", "30", "say", `${n}`] : ["say", `${n}`]);
        ended.push(n);
        return run.output.toString();
      });
      expect(await Promise.all(runs)).toEqual(runs.map((_, n) => String(n)));
      expect(ended).toEqual(runs.map((_, n) => n));
    });
  });

  test("is cancelled with those that wait; later ones run", async () => {
    await sandbox.sandbox.withSlot(async (slot) => {
      const box = await boxWith(slot, toldProgram);
      const runs = Array.from({ length: 40 }, (_, n) => runInBox(box, n === 0 ? ["say", "first"] : ["sleep", "10000"]));
      expect((await runs[0])?.outcome).toEqual({ kind: "exited", exitCode: 0 });
      const started = performance.now();
      await box.cancelRuns();
      const others = await Promise.all(runs.slice(1));
      expect(new Set(others.map(({ outcome }) => outcome.kind))).toEqual(new Set(["cancelled"]));
      expect(performance.now() - started).toBeLessThan(2000);
      expect((await runInBox(box, ["say", "later"])).output.toString()).toBe("later");
      await box.cancelRuns(); // with nothing to cancel
      expect((await runInBox(box, ["say", "again"])).output.toString()).toBe("again");
    });
  });
});
