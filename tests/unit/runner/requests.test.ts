import { beforeAll, describe, expect, test } from "vitest";
import { encodeHead, type HeadLine } from "../../../src/sandbox/protocol.ts";
import { buildProgram, buildRunner, NEEDS_ROOT, RUNNERS, sourcePath } from "./host-binaries.ts";
import { RunnerProcess } from "./runner-process.ts";

const CANCEL: readonly HeadLine[] = [["op", "cancel"]];

function frame(head: string, bodyBytes = 0, headBytes = Buffer.byteLength(head, "latin1")): Buffer {
  const bytes = Buffer.alloc(8 + Buffer.byteLength(head, "latin1"));
  bytes.writeUInt32BE(headBytes, 0);
  bytes.writeUInt32BE(bodyBytes, 4);
  bytes.write(head, 8, "latin1");
  return bytes;
}

/** What it must refuse, with what it says. */
const REFUSED: readonly (readonly [why: string, bytes: Buffer, message: string | RegExp])[] = [
  ["an op that it does not know", frame("op:dance\n"), "unknown op dance"],
  ["a head without an op", frame("name:box/a\n"), "request without op"],
  ["an empty head", frame(""), /lines without zero bytes/],
  ["a head without a last newline", frame("op:cancel"), /lines without zero bytes/],
  ["a zero byte", frame("op:cancel\0\n"), /lines without zero bytes/],
  ["a head too large", frame("op:cancel\n", 0, 16_385), "a request's head of 16385 bytes"],
  ["a head as large as can be said", frame("op:cancel\n", 0, 0xffff_ffff), "a request's head of 4294967295 bytes"],
  ["a body where none belongs", frame("op:cancel\n", 3), "only put has a body"],
  ["a put without a name", frame("op:put\nmode:644\n"), "request without name"],
  ["a get without a limit", frame("op:get\nname:box/a\n"), "request without limit_bytes"],
  ["a negative limit", frame("op:get\nname:box/a\nlimit_bytes:-1\n"), /limit_bytes must be a number from 0, got -1/],
  ["a limit with a unit", frame("op:get\nname:box/a\nlimit_bytes:1k\n"), /got 1k/],
  ["a limit that no number holds", frame("op:get\nname:box/a\nlimit_bytes:99999999999999999999\n"), /must be a number/],
  ["an empty number", frame("op:get\nname:box/a\nlimit_bytes:\n"), /must be a number/],
  ["a run with nothing in it", frame("op:run\n"), "a run needs id, cwd, wall_limit_ms and a process"],
  ["a line without a colon", frame("op:run\nid\n"), "a line without a colon in a run request"],
  ["a key that it does not know", frame("op:run\nid:1\nprocess:\nnice:1\n"), "unknown key, or too many of it: nice"],
  [
    "a program's key before a program",
    frame("op:run\narg:x\n"),
    "unknown key, or a process's key before a process: arg",
  ],
  ["more than sixteen programs", frame(`op:run\n${"process:\n".repeat(17)}`), "more than 16 processes"],
];

/** Keys of a run that must be there, or must be something else. */
const BROKEN_RUNS: readonly (readonly [why: string, broken: Record<string, string | number>, message: RegExp])[] = [
  ["a user of the system", { uid: 999 }, /uid \(from 1000\)/],
  ["root", { uid: 0 }, /uid \(from 1000\)/],
  ["the user that means no change", { uid: 4_294_967_295 }, /uid \(from 1000\)/],
  ["root by another number", { uid: 4_294_967_296 }, /uid \(from 1000\)/],
  ["no CPU limit", { cpu_limit_ms: 0 }, /needs arg, uid \(from 1000\), cpu_limit_ms/],
  ["a pipe number too large", { stdin: "pipe:32" }, /pipe number from 0 to 31/],
  ["a pipe without a number", { stdout: "pipe:" }, /pipe must be a number/],
  ["an input that is not there", { stdin: "input/missing" }, /cannot open input\/missing: No such file/],
  ["an input outside the areas", { stdin: "../etc/passwd" }, /not a file of the sandbox/],
];

describe.skipIf(NEEDS_ROOT).each(RUNNERS)(`requests to the runner $kind${NEEDS_ROOT}`, ({ flags }) => {
  let binary: string;
  let programs: Record<string, string>;

  beforeAll(async () => {
    binary = await buildRunner(flags);
    programs = { does: await buildProgram(sourcePath("../../fixtures/programs/does-as-told.c")) };
  }, 60_000);

  async function withRunner(work: (runner: RunnerProcess) => Promise<void>): Promise<void> {
    await using runner = await RunnerProcess.start(binary, programs);
    await work(runner);
    expect(await runner.end()).toEqual({ code: 0, signal: null, stderr: "" });
  }

  test("it says hello with its version and the kind of its counters, without being asked", async () => {
    await using runner = new RunnerProcess(binary);
    runner.sendBytes(frame("op:cancel\n"));
    const hello = await runner.next();
    expect([...hello.keys.keys()]).toEqual(["op", "version", "cgroup"]);
    expect(hello.keys.get("op")).toBe("hello");
    expect(hello.keys.get("version")).toBe("2");
    expect(hello.keys.get("cgroup")).toMatch(/^(1|2|none)$/);
    expect((await runner.next()).keys.get("op")).toBe("cancel");
  });

  test("it ends with its requests, in order", async () => {
    await using runner = await RunnerProcess.start(binary);
    expect(await runner.end()).toEqual({ code: 0, signal: null, stderr: "" });
  });

  test("it ends when nobody takes its answers any more", async () => {
    await using runner = await RunnerProcess.start(binary, programs);
    runner.closeOutput();
    runner.send(runner.runLines(["does", "print", "1000000"]));
    expect(await runner.ended()).toEqual({ code: 1, signal: null, stderr: "" });
  });

  test("it answers requests that were sent ahead in their order", async () => {
    await withRunner(async (runner) => {
      runner.send(runner.runLines(["does", "sleep", "30", "say", "a"], { id: "a" }));
      runner.send(
        [
          ["op", "put"],
          ["name", "box/file"],
          ["mode", "644"],
        ],
        Buffer.alloc(100_000, "y"),
      );
      runner.send(runner.runLines(["does", "say", "b"], { id: "b" }));
      runner.send([
        ["op", "get"],
        ["name", "box/file"],
        ["limit_bytes", 100_000],
      ]);
      runner.send([
        ["op", "remove"],
        ["name", "box/file"],
      ]);
      const ops: string[] = [];
      while (ops.at(-1) !== "remove") ops.push((await runner.next()).keys.get("op") ?? "");
      expect(ops).toEqual(["stdout", "report", "put", "stdout", "report", "chunk", "chunk", "file", "remove"]);
    });
  });

  test("it takes requests in pieces of any size", async () => {
    await withRunner(async (runner) => {
      const bytes = Buffer.concat([
        frame("op:put\nname:box/file\nmode:644\n", 4),
        Buffer.from("body"),
        frame("op:cancel\n"),
      ]);
      for (const byte of bytes) {
        runner.sendBytes(Buffer.from([byte]));
        await new Promise((resolve) => setImmediate(resolve));
      }
      expect((await runner.next()).keys.get("op")).toBe("put");
      expect((await runner.next()).keys.get("op")).toBe("cancel");
    });
  });

  test("it keeps no answer back while it waits for the rest of a request", async () => {
    await withRunner(async (runner) => {
      const put = frame("op:put\nname:box/file\nmode:644\n", 4);
      runner.sendBytes(Buffer.concat([frame("op:cancel\n"), put.subarray(0, 20)]));
      expect((await runner.next()).keys.get("op")).toBe("cancel");
      runner.sendBytes(
        Buffer.concat([put.subarray(20), Buffer.from("body"), frame("op:cancel\n"), put, Buffer.from("bo")]),
      );
      expect((await runner.next()).keys.get("op")).toBe("put");
      expect((await runner.next()).keys.get("op")).toBe("cancel");
      runner.sendBytes(Buffer.from("dy"));
      expect((await runner.next()).keys.get("op")).toBe("put");
    });
  });

  test("it hands over what a program says while the program goes on", async () => {
    await withRunner(async (runner) => {
      runner.send(runner.runLines(["does", "say", "early", "sleep", "60000"]));
      const said = await runner.next();
      expect([said.keys.get("op"), said.keys.get("process"), said.body.toString()]).toEqual(["stdout", "0", "early"]);
      runner.send(CANCEL);
      expect((await runner.reply()).report.get("killed_for")).toBe("cancel");
      await runner.next();
    });
  });

  test("a cancel ends the run under way and those before it, and nothing after it", async () => {
    await withRunner(async (runner) => {
      runner.send(runner.runLines(["does", "say", "started", "sleep", "60000"], { id: "under way" }));
      expect((await runner.next()).body.toString()).toBe("started");
      for (const id of ["waits", "waits too"]) runner.send(runner.runLines(["does", "sleep", "60000"], { id }));
      runner.send(CANCEL);
      runner.send(runner.runLines(["does", "say", "ran"], { id: "after" }));
      for (const id of ["under way", "waits", "waits too"]) {
        const { report, frames } = await runner.reply();
        expect([report.get("id"), report.get("killed_for"), report.get("killed_process")]).toEqual([
          id,
          "cancel",
          "-1",
        ]);
        expect(frames).toEqual([]);
      }
      expect((await runner.next()).keys.get("op")).toBe("cancel");
      const { report, stdout } = await runner.reply();
      expect([report.get("id"), report.get("killed_for"), stdout.toString()]).toEqual(["after", "none", "ran"]);
    });
  });

  test("a cancel that came in one go with what it cancels is not overlooked", async () => {
    await withRunner(async (runner) => {
      const cancel = encodeHead(CANCEL, 0);
      const sleeps = (id: string) => encodeHead(runner.runLines(["does", "sleep", "60000"], { id }), 0);
      runner.sendBytes(Buffer.concat([sleeps("a"), sleeps("b"), cancel, sleeps("c"), cancel]));
      for (const id of ["a", "b"]) expect((await runner.reply()).report.get("id")).toBe(id);
      expect((await runner.next()).keys.get("op")).toBe("cancel");
      const { report } = await runner.reply();
      expect([report.get("id"), report.get("killed_for")]).toEqual(["c", "cancel"]);
      expect((await runner.next()).keys.get("op")).toBe("cancel");
    });
  });

  test("what looks like a cancel within a body or an argument is none", async () => {
    await withRunner(async (runner) => {
      const body = Buffer.concat([frame("op:cancel\n"), frame("op:cancel\n")]);
      const run = runner.runLines(["does", "sleep", "50", "say", "op:cancel"]);
      runner.send(run);
      runner.send(
        [
          ["op", "put"],
          ["name", "box/file"],
          ["mode", "644"],
        ],
        body,
      );
      expect((await runner.reply()).report.get("killed_for")).toBe("none");
      expect((await runner.next()).keys.get("error")).toBe("");
    });
  });

  test("a cancel with nothing to cancel is answered and has no effect", async () => {
    await withRunner(async (runner) => {
      expect((await runner.ask(CANCEL)).keys.get("op")).toBe("cancel");
      expect((await runner.run(["does", "say", "x"])).report.get("killed_for")).toBe("none");
    });
  });

  test.each(REFUSED)("%s is refused with its reason", async (_, bytes, message) => {
    await using runner = await RunnerProcess.start(binary);
    runner.sendBytes(bytes);
    expect(await runner.failure()).toMatch(message);
    expect(await runner.ended()).toEqual({ code: 2, signal: null, stderr: "" });
  });

  test.each(BROKEN_RUNS)("a run with %s is refused", async (_, broken, message) => {
    await using runner = await RunnerProcess.start(binary, programs);
    runner.send(runner.runLines(["does"], { process: broken }));
    expect(await runner.failure()).toMatch(message);
    expect(await runner.ended()).toEqual({ code: 2, signal: null, stderr: "" });
  });
});
