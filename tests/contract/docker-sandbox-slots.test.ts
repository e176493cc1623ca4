import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { JudgeError } from "../../src/domain/errors.ts";
import { boxWith, compiledFixture, runInBox } from "./box-runs.ts";
import { openTestSandbox, type TestSandbox } from "./open-test-sandbox.ts";
import { MIB } from "./tiny-problem.ts";

describe("a slot of a Docker sandbox", () => {
  let sandbox: TestSandbox;
  let toldProgram: Uint8Array;

  beforeAll(async () => {
    sandbox = await openTestSandbox(2);
    toldProgram = await compiledFixture("does-as-told.c", sandbox);
  });

  afterAll(async () => {
    await sandbox[Symbol.asyncDispose]();
  });

  async function killContainers(): Promise<void> {
    const ids = await sandbox.containerIds();
    await Promise.allSettled(ids.map((id) => sandbox.docker.getContainer(id).kill()));
  }

  test("whose container is killed from outside does its work again elsewhere", async () => {
    let attempts = 0;
    const run = await sandbox.sandbox.withSlot(async (slot) => {
      attempts++;
      const box = await boxWith(slot, toldProgram);
      const running = runInBox(box, ["sleep", "300", "say", "done"]);
      if (attempts === 1) setTimeout(killContainers, 100);
      return running;
    });
    expect(run.output.toString()).toBe("done");
    expect(attempts).toBe(2);
  });

  test("that fails three times is a judge error, and works again for whoever comes next", async () => {
    let attempts = 0;
    const failing = sandbox.sandbox.withSlot(async (slot) => {
      attempts++;
      const box = await boxWith(slot, toldProgram);
      const running = runInBox(box, ["sleep", "5000"]);
      setTimeout(killContainers, 50);
      return running;
    });
    await expect(failing).rejects.toThrow(JudgeError);
    expect(attempts).toBe(3);
    const run = await sandbox.sandbox.withSlot(async (slot) =>
      runInBox(await boxWith(slot, toldProgram), ["say", "ok"]),
    );
    expect(run.output.toString()).toBe("ok");
  });

  test("gets a new container after so many uses, and has one at a time", async () => {
    const others = new Set(await sandbox.containerIds());
    await using few = await openTestSandbox(1, { usesOfABox: 3 });
    const seen = new Set<string>();
    for (let use = 0; use < 7; use++) {
      await few.sandbox.withSlot(async (slot) => runInBox(await boxWith(slot, toldProgram), ["say", "ok"]));
      const ids = await few.containerIds();
      const own = ids.filter((id) => !others.has(id));
      expect(own).toHaveLength(1);
      for (const id of own) seen.add(id);
    }
    expect(seen.size).toBe(3);
  });

  test("lets an error of the work itself through at once", async () => {
    let attempts = 0;
    const failing = sandbox.sandbox.withSlot(async () => {
      attempts++;
      throw new TypeError("ours");
    });
    await expect(failing).rejects.toThrow("ours");
    expect(attempts).toBe(1);
  });

  test("runs at the same time as another, on a core of its own", async () => {
    let arrived = 0;
    let meet: () => void = () => undefined;
    const bothThere = new Promise<void>((resolve) => {
      meet = resolve;
    });
    const core = () =>
      sandbox.sandbox.withSlot(async (slot) => {
        const box = await boxWith(slot, toldProgram);
        const running = runInBox(box, ["burn", "300", "core", "1"]);
        if (++arrived === 2) meet();
        await bothThere;
        return (await running).output.toString();
      });
    const cores = await Promise.all([core(), core()]);
    expect(new Set(cores).size).toBe(2);
  });

  test("is waited for where all are taken; alone means that nothing else runs", async () => {
    let working = 0;
    let most = 0;
    const seenAlone: number[] = [];
    const work = (alone: boolean) =>
      sandbox.sandbox.withSlot(
        async () => {
          most = Math.max(most, ++working);
          await new Promise((resolve) => setTimeout(resolve, 20));
          if (alone) seenAlone.push(working);
          working--;
        },
        { alone },
      );
    await Promise.all([false, false, true, false, false, true, true, false].map(work));
    expect(most).toBe(2);
    expect(seenAlone).toEqual([1, 1, 1]);
  });

  test("has the memory limit of the problem, without a new container", async () => {
    await sandbox.sandbox.withSlot(async (slot) => {
      const outcomes = [];
      let before: string[] = [];
      for (const limitMib of [128, 512, 128, 1024]) {
        const box = await boxWith(slot, toldProgram, limitMib * MIB);
        const limits = { memoryBytes: limitMib * MIB };
        outcomes.push((await runInBox(box, ["touch", "300"], { limits })).outcome.kind);
        if (limitMib === 128 && before.length === 0) before = (await sandbox.containerIds()).sort();
      }
      expect(outcomes).toEqual(["limit", "exited", "limit", "exited"]);
      expect((await sandbox.containerIds()).sort()).toEqual(before);
    });
  });

  test("ends at once when its work is aborted", async () => {
    const abort = new AbortController();
    const work = sandbox.sandbox.withSlot(
      async (slot) => {
        const box = await boxWith(slot, toldProgram);
        setTimeout(() => abort.abort(new Error("enough")), 100);
        return runInBox(box, ["sleep", "10000"]);
      },
      { signal: abort.signal },
    );
    const started = performance.now();
    await expect(work).rejects.toThrow("enough");
    expect(performance.now() - started).toBeLessThan(5000);
  });

  test("leaves nothing behind when the sandbox is closed, in the middle of work too", async () => {
    const other = await openTestSandbox(1);
    const before = await other.containerIds();
    const work = other.sandbox.withSlot(async (slot) => {
      const running = runInBox(await boxWith(slot, toldProgram), ["sleep", "10000"]);
      setTimeout(() => void other[Symbol.asyncDispose](), 50);
      return running;
    });
    await expect(work).rejects.toThrow("the sandbox was closed");
    await other[Symbol.asyncDispose]();
    expect(before).toEqual(expect.arrayContaining(await other.containerIds()));
  });
});
