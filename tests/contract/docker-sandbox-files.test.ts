import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Box, Slot } from "../../src/sandbox/sandbox.ts";
import { SandboxFailure } from "../../src/sandbox/sandbox-failure.ts";
import { type BoxRun, compiledFixture, runInBox } from "./box-runs.ts";
import { openTestSandbox, type TestSandbox } from "./open-test-sandbox.ts";
import { MIB } from "./tiny-problem.ts";

const MEMORY_LIMIT_BYTES = 256 * MIB;
const FILE_LIMIT_BYTES = 64 * MIB;

// Rows 23 to 25 and c8: what a compiler, or a program that acts for one, may leave in the one folder that it can write.
describe("the files of a Docker box", () => {
  let sandbox: TestSandbox;
  let toldProgram: Uint8Array;

  beforeAll(async () => {
    sandbox = await openTestSandbox(1);
    toldProgram = await compiledFixture("does-as-told.c", sandbox);
  });

  afterAll(async () => {
    await sandbox[Symbol.asyncDispose]();
  });

  async function compileBox(slot: Slot, artifact: Uint8Array): Promise<Box> {
    const box = await slot.box("compile", MEMORY_LIMIT_BYTES);
    await box.put("box/main", artifact, "execute");
    return box;
  }

  function runAsCompiler(box: Box, args: readonly string[] = []): Promise<BoxRun> {
    const limits = { fileBytes: FILE_LIMIT_BYTES, memoryBytes: MEMORY_LIMIT_BYTES };
    return runInBox(box, args, { workingFolder: "build", allowsProcesses: true, limits });
  }

  test("come back as a program left them", async () => {
    const artifact = await compiledFixture("leaves-odd-output-files.c", sandbox);
    await sandbox.sandbox.withSlot(async (slot) => {
      const box = await compileBox(slot, artifact);
      await box.put("build/source", Buffer.from("source"), "read");
      expect((await runAsCompiler(box)).outcome).toEqual({ kind: "exited", exitCode: 0 });
      const text = async (name: string) => (await box.get(`build/${name}`, 1000))?.toString();
      expect(await text("source")).toBe("source");
      expect(await text("unreadable")).toBe("mine");
      expect(await text("setuid")).toBe("x"); // the mode is not taken over: put() gives one
      for (const name of [
        "link",
        "link-inside",
        "endless",
        "dir-link",
        "plain",
        "second-name",
        "fifo",
        "folder",
        "socket",
      ])
        expect(await text(name), name).toBeUndefined();
      expect(await text("large"), "5000 bytes where 1000 are allowed").toBeUndefined();
      expect(await box.get("build/large", 5000)).toHaveLength(5000);
      expect(await text("never-made")).toBeUndefined();
    });
  });

  test.for([
    ["../etc/passwd"],
    ["box/../../etc/passwd"],
    ["box/folder/file"],
    ["/etc/passwd"],
    ["etc/passwd"],
    ["box/.."],
    ["box/.hidden"],
    ["box/"],
    ["box"],
    [""],
    [`box/${"x".repeat(201)}`],
  ])("are never written under the name %j", async ([name = ""]) => {
    await sandbox.sandbox.withSlot(async (slot) => {
      const box = await slot.box("compile", MEMORY_LIMIT_BYTES);
      await expect(box.put(name, Buffer.from("x"), "read")).rejects.toThrow(SandboxFailure);
    });
  });

  test("are never written through a link that was left under their name", async () => {
    const artifact = await compiledFixture("leaves-odd-output-files.c", sandbox);
    await sandbox.sandbox.withSlot(async (slot) => {
      const box = await compileBox(slot, artifact);
      await runAsCompiler(box);
      for (const name of ["link", "link-inside", "fifo", "second-name"]) {
        await box.put(`build/${name}`, Buffer.from("new"), "read");
        expect((await box.get(`build/${name}`, 100))?.toString()).toBe("new");
      }
      expect((await box.get("build/plain", 100))?.toString()).toBe("plain");
    });
  });

  test("are no larger than allowed", async () => {
    const artifact = await compiledFixture("makes-a-sparse-file.c", sandbox);
    await sandbox.sandbox.withSlot(async (slot) => {
      const box = await compileBox(slot, artifact);
      expect((await runAsCompiler(box)).outcome).toEqual({ kind: "exited", exitCode: 1 });
      expect((await box.get("build/main", FILE_LIMIT_BYTES))?.length ?? 0).toBeLessThan(2);
    });
  });

  test("cannot be written in a run box, whatever the run asks for", async () => {
    await sandbox.sandbox.withSlot(async (slot) => {
      const box = await slot.box("run", MEMORY_LIMIT_BYTES);
      await box.put("box/main", toldProgram, "execute");
      const limits = { fileBytes: FILE_LIMIT_BYTES };
      for (const folder of ["/w/box", "/w/build", "/w/input", "/w", "/tmp", "/dev/shm", "/run"])
        await runInBox(box, ["write", `${folder}/left`], { limits });
      for (const area of ["box", "build", "input"]) expect(await box.get(`${area}/left`, 100), area).toBeUndefined();
    });
  });

  test.for([
    ["fills-disk.c"],
    ["makes-files-forever.c"],
    ["makes-deep-folders.c"],
    ["makes-awkward-names.c"],
    ["leaves-odd-output-files.c"],
  ])("are all gone when the next work begins, after %s", async ([file = ""]) => {
    const artifact = await compiledFixture(file, sandbox);
    const lister = await compiledFixture("lists-its-surroundings.cpp", sandbox);
    await sandbox.sandbox.withSlot(async (slot) => {
      const box = await compileBox(slot, artifact);
      const { outcome } = await runAsCompiler(box);
      const isEnded = outcome.kind === "exited" || (outcome.kind === "limit" && outcome.limit === "memory");
      expect(isEnded, JSON.stringify(outcome)).toBe(true);
    });
    await sandbox.sandbox.withSlot(async (slot) => {
      const run = await runAsCompiler(await compileBox(slot, lister));
      expect(run.outcome).toEqual({ kind: "exited", exitCode: 0 });
      const found = run.output.toString("latin1").split("\n");
      const files = found.filter((line) => /^\/w\/.+\//.test(line) && !line.includes("(unreadable)"));
      expect(files).toEqual([expect.stringMatching(/^\/w\/box\/main /)]);
      await (await compileBox(slot, toldProgram)).put("build/large", Buffer.alloc(32 * MIB), "read");
    });
  });
});
