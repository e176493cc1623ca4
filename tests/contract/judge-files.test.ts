import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DataFile } from "../../src/domain/problem.ts";
import { sha256Of } from "../../src/domain/sha256.ts";
import type { Box, RunInput, RunReport } from "../../src/sandbox/sandbox.ts";
import { SandboxFailure } from "../../src/sandbox/sandbox-failure.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { compiledFixture, runInBox } from "./box-runs.ts";
import { openTestSandbox, type TestSandbox } from "./open-test-sandbox.ts";
import { dataFile } from "./tiny-problem.ts";

const MIB = 1024 * 1024;
const CAT = "/usr/bin/cat";
const LIMITS = {
  cpuMs: 5000,
  wallMs: 10_000,
  memoryBytes: 256 * MIB,
  outputBytes: 8 * MIB,
  stackBytes: 0,
  fileBytes: MIB,
};

interface Wanted {
  readonly user: "candidate" | "judge";
  readonly stdin?: RunInput;
  readonly workingFolder?: "box" | "feedback";
}

// What a checker needs is put into judge/, sent once however often it is placed, and closed to candidates.
describe("a judge's files in a Docker box", () => {
  let sandbox: TestSandbox;
  let does: Uint8Array;

  beforeAll(async () => {
    sandbox = await openTestSandbox(1);
    does = await compiledFixture("does-as-told.c", sandbox);
  });

  afterAll(async () => {
    await sandbox[Symbol.asyncDispose]();
  });

  function inBox<T>(work: (box: Box) => Promise<T>): Promise<T> {
    return sandbox.sandbox.withSlot(async (slot) => work(await slot.box("check", LIMITS.memoryBytes)));
  }

  async function run(
    box: Box,
    argv: readonly string[],
    wanted: Wanted,
  ): Promise<RunReport & { readonly output: string }> {
    const output: Uint8Array[] = [];
    const report = await box.run({
      argv,
      env: {},
      workingFolder: "box",
      stdin: { kind: "empty" },
      ...wanted,
      onStdout: (chunk) => output.push(Buffer.from(chunk)),
      limits: LIMITS,
      allowsProcesses: false,
    });
    return { ...report, output: Buffer.concat(output).toString() };
  }

  const fileOf = (content: string): Promise<DataFile> => dataFile(temporaryFolder(), content);

  test("are read by the judge's programs, not by a candidate's", async () => {
    await inBox(async (box) => {
      await box.place("judge/answer", await fileOf("tulip"));
      await box.put("judge/output", Buffer.from("rose"), "read");
      const files = ["/w/judge/answer", "/w/judge/output"];
      expect((await run(box, [CAT, ...files], { user: "judge" })).output).toBe("tuliprose");
      for (const file of [...files, "/w/judge"]) {
        const report = await run(box, [CAT, file], { user: "candidate" });
        expect(report).toMatchObject({ output: "", outcome: { kind: "exited", exitCode: 1 } });
      }
    });
  });

  test("may be programs, which candidates can neither run nor read", async () => {
    await inBox(async (box) => {
      await box.put("judge/checker", does, "execute");
      expect((await run(box, ["/w/judge/checker", "exit", "42"], { user: "judge" })).outcome).toEqual({
        kind: "exited",
        exitCode: 42,
      });
      expect((await run(box, [CAT, "/w/judge/checker"], { user: "candidate" })).output).toBe("");
      await expect(run(box, ["/w/judge/checker", "exit", "42"], { user: "candidate" })).rejects.toThrow("EACCES");
    });
  });

  test("may be scripts, for which reading is enough", async () => {
    await inBox(async (box) => {
      await box.put("judge/checker.py", Buffer.from("import sys; sys.exit(43)"), "read");
      const { outcome } = await run(box, ["/usr/bin/python3", "/w/judge/checker.py"], { user: "judge" });
      expect(outcome).toEqual({ kind: "exited", exitCode: 43 });
    });
  });

  test("become standard input where they are named", async () => {
    await inBox(async (box) => {
      await box.put("judge/output", Buffer.from("rose"), "read");
      const stdin = { kind: "put", name: "judge/output" } as const;
      expect((await run(box, [CAT], { user: "judge", stdin })).output).toBe("rose");
      expect((await run(box, [CAT, "/dev/stdin"], { user: "judge", stdin })).output).toBe("rose");
      expect((await run(box, [CAT], { user: "candidate", stdin })).output).toBe("rose");
    });
  });

  test("that a program left are no standard input", async () => {
    await inBox(async (box) => {
      const stdin = { kind: "put", name: "feedback/left" } as const;
      await expect(run(box, [CAT], { user: "judge", stdin })).rejects.toThrow(SandboxFailure);
    });
  });

  test("are written in feedback/, which may be the working folder, and are gone when it is emptied", async () => {
    await inBox(async (box) => {
      await box.put("judge/checker", does, "execute");
      await run(box, ["/w/judge/checker", "write", "score.txt"], { user: "judge", workingFolder: "feedback" });
      expect((await box.get("feedback/score.txt", 10))?.toString()).toBe("x");
      const spy = await run(box, [CAT, "/w/feedback/score.txt"], { user: "candidate" });
      expect(spy.output).toBe("");
      await box.empty("feedback");
      expect(await box.get("feedback/score.txt", 10)).toBeUndefined();
      await run(box, ["/w/judge/checker", "write", "/w/feedback/again"], { user: "judge" });
      expect((await box.get("feedback/again", 10))?.toString()).toBe("x");
    });
  });

  test("are removed, and replaced by what is placed or put next", async () => {
    await inBox(async (box) => {
      const read = async (name: string) => (await run(box, [CAT, `/w/${name}`], { user: "judge" })).output;
      const [rose, tulip] = [await fileOf("rose"), await fileOf("tulip")];
      await box.place("judge/input", rose);
      await box.place("box/data.txt", rose);
      await box.place("judge/input", tulip);
      expect([await read("judge/input"), await read("box/data.txt")]).toEqual(["tulip", "rose"]);
      await box.put("box/data.txt", Buffer.from("lily"), "read");
      await box.place("box/other.txt", rose);
      expect([await read("box/data.txt"), await read("box/other.txt")]).toEqual(["lily", "rose"]);
      await box.remove("box/data.txt");
      expect([await read("box/data.txt"), await read("box/other.txt")]).toEqual(["", "rose"]);
      await box.empty("judge");
      expect(await read("judge/input")).toBe("");
    });
  });

  test("are sent once, also where another box's work had them, and never changed by whoever reads them", async () => {
    const file = await fileOf("daisy".repeat(1000));
    await inBox((box) => box.place("judge/input", file));
    await inBox(async (box) => {
      const gone = { ...file, path: "/gone" }; // what is not sent is not read either
      await box.place("judge/input", gone);
      await box.place("box/data.txt", gone);
      await box.put("box/main", does, "execute");
      await runInBox(box, ["write", "/w/box/data.txt"], { user: "judge" });
      await runInBox(box, ["write", "/dev/stdin"], { stdin: { kind: "file", file: gone } });
      const { output } = await run(box, [CAT, "/w/box/data.txt"], { user: "candidate" });
      expect(sha256Of(Buffer.from(output))).toBe(file.sha256);
    });
  });

  test("are told apart from what is never there", async () => {
    await inBox(async (box) => {
      await expect(box.place("judge/../box/x", await fileOf("x"))).rejects.toThrow(SandboxFailure);
    });
  });
});
