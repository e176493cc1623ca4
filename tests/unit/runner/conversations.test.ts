import { readFileSync } from "node:fs";
import { constants } from "node:os";
import { beforeAll, describe, expect, test } from "vitest";
import type { Frame, HeadLine } from "../../../src/sandbox/protocol.ts";
import { buildProgram, buildRunner, NEEDS_ROOT, RUNNERS, sourcePath } from "./host-binaries.ts";
import { numbersOf, RunnerProcess, type RunReply } from "./runner-process.ts";

const { signals } = constants;
const KEEP_BYTES = 100_000;

describe.skipIf(NEEDS_ROOT).each(RUNNERS)(`programs that talk under the runner $kind${NEEDS_ROOT}`, ({ flags }) => {
  let binary: string;
  let talks: string;

  beforeAll(async () => {
    binary = await buildRunner(flags);
    talks = await buildProgram(sourcePath("./programs/talks.c"));
  }, 60_000);

  async function withRunner(work: (runner: RunnerProcess) => Promise<void>): Promise<void> {
    await using runner = await RunnerProcess.start(binary, { talks });
    await work(runner);
    expect(await runner.end()).toEqual({ code: 0, signal: null, stderr: "" });
  }

  /** Program 0 hears program 1 and the other way round. */
  function talk(runner: RunnerProcess, said: Talk): Promise<RunReply> {
    const common = { transcript_keep_bytes: said.keepBytes ?? 0, wall_limit_ms: said.wallMs ?? 60_000 };
    const lines: HeadLine[] = [
      ...runner.commonLines({ common }),
      ...runner.programLines(["talks", ...said.first.split(" ")], { uid: 61_001, stdin: "pipe:0", stdout: "pipe:1" }),
      ...runner.programLines(["talks", ...said.second.split(" ")], { uid: 61_002, stdin: "pipe:1", stdout: "pipe:0" }),
    ];
    runner.send(lines);
    return runner.reply();
  }

  describe.each([0, KEEP_BYTES])("with %d bytes of transcript", (keepBytes) => {
    test("each hears what the other says", async () => {
      await withRunner(async (runner) => {
        const first = "hear 1 say b hear 1 say d quit 3";
        const { report } = await talk(runner, { first, second: "say a hear 1 say c hear 1 quit 4", keepBytes });
        expect(numbersOf(report, "0.exit_code", "1.exit_code")).toEqual([3, 4]);
        expect(report.get("killed_for")).toBe("none");
      });
    });

    test("the end of one is heard by the other", async () => {
      await withRunner(async (runner) => {
        const { report } = await talk(runner, { first: "quit 0", second: "hear 1", keepBytes });
        expect(numbersOf(report, "0.exit_code", "1.exit_code")).toEqual([0, 78]);
        expect(report.get("0.end_order")).not.toBe(report.get("1.end_order"));
      });
    });

    test("one that writes to nobody ends of SIGPIPE, or sees an error where it ignores that", async () => {
      await withRunner(async (runner) => {
        const pours = await talk(runner, { first: "quit 0", second: "pour 10000000", keepBytes });
        expect(numbersOf(pours.report, "1.signal")).toEqual([signals.SIGPIPE]);
        const bold = await talk(runner, { first: "quit 0", second: "bold 1 pour 10000000", keepBytes });
        expect(numbersOf(bold.report, "1.exit_code")).toEqual([77]);
      });
    });

    test("two that wait for each other are ended by the wall limit", async () => {
      await withRunner(async (runner) => {
        const { report } = await talk(runner, { first: "hear 1", second: "hear 1", wallMs: 200, keepBytes });
        expect(report.get("killed_for")).toBe("wall");
        expect(numbersOf(report, "0.signal", "1.signal")).toEqual([signals.SIGKILL, signals.SIGKILL]);
      });
    });

    test("two that only write are ended by the wall limit, once the pipes are full", async () => {
      await withRunner(async (runner) => {
        const flood = "pour 1000000000";
        const { report } = await talk(runner, { first: flood, second: flood, wallMs: 300, keepBytes });
        expect(report.get("killed_for")).toBe("wall");
      });
    });

    test("megabytes come through, and what one complains of does not", async () => {
      await withRunner(async (runner) => {
        const first = "complain 500 drink 1 quit 5";
        const { report, stderr } = await talk(runner, { first, second: "pour 5000000 mute 1 doze 20", keepBytes });
        expect(numbersOf(report, "0.exit_code", "1.exit_code", "0.stderr_bytes", "0.stdout_bytes")).toEqual([
          5, 0, 500, 0,
        ]);
        expect(stderr).toHaveLength(500);
      });
    });
  });

  test("who ends first is told to have ended first", async () => {
    await withRunner(async (runner) => {
      const { report } = await talk(runner, { first: "doze 300", second: "quit 0" });
      const [firstOrder = 0, secondOrder = 0] = numbersOf(report, "0.end_order", "1.end_order");
      expect(firstOrder).toBeGreaterThan(secondOrder);
    });
  });

  test("a transcript has every word in its order, with its writer", async () => {
    await withRunner(async (runner) => {
      const first = "hear 1 say b hear 1 say d hear 1";
      const { frames } = await talk(runner, {
        first,
        second: "say a hear 1 say c hear 1 say e",
        keepBytes: KEEP_BYTES,
      });
      expect(transcriptOf(frames)).toEqual(["1: a\n", "0: b\n", "1: c\n", "0: d\n", "1: e\n"]);
      expect(frames.every(({ keys }) => keys.get("id") === "1")).toBe(true);
    });
  });

  test("a transcript has the last words, although nobody waited for them", async () => {
    await withRunner(async (runner) => {
      const kept = await talk(runner, { first: "say hello quit 0", second: "quit 0", keepBytes: KEEP_BYTES });
      expect(transcriptOf(kept.frames)).toEqual(["0: hello\n"]);
    });
  });

  test("a transcript keeps the first bytes of each direction", async () => {
    await withRunner(async (runner) => {
      const first = "say 1234567890 say more hear 2";
      const { frames, report } = await talk(runner, { first, second: "hear 2 say abc say def", keepBytes: 5 });
      const text = (writer: string) =>
        transcriptOf(frames)
          .filter((part) => part.startsWith(writer))
          .map((part) => part.slice(3))
          .join("");
      expect([text("0"), text("1")]).toEqual(["12345", "abc\nd"]);
      expect(numbersOf(report, "0.exit_code", "1.exit_code")).toEqual([0, 0]);
    });
  });

  test("carrying costs nothing while nobody speaks, also where one does not listen any more", async () => {
    await withRunner(async (runner) => {
      const before = cpuTicks(runner.pid);
      await talk(runner, { first: "deaf 1 doze 1500", second: "doze 1500", keepBytes: KEEP_BYTES });
      expect(cpuTicks(runner.pid) - before).toBeLessThan(50); // of 150 where it spins
    });
  });

  test("the first reason to end a run names its program", async () => {
    await withRunner(async (runner) => {
      const run = [
        ...runner.commonLines({}),
        ...runner.programLines(["talks", "hear", "1"], { stdin: "pipe:0", stdout: "pipe:1" }),
        ...runner.programLines(["talks", "burn", "20000"], { stdin: "pipe:1", stdout: "pipe:0", cpu_limit_ms: 100 }),
      ];
      runner.send(run);
      const { report } = await runner.reply();
      expect([report.get("killed_for"), report.get("killed_process")]).toEqual(["cpu", "1"]);
      expect(numbersOf(report, "0.signal", "1.signal")).toEqual([signals.SIGKILL, signals.SIGKILL]);
    });
  });

  test("eight programs in a row hand a word on, and the last one's output is captured", async () => {
    await withRunner(async (runner) => {
      const lines = runner.commonLines({});
      const say = (index: number) => (index === 0 ? ["say", "word"] : ["hear", "1", "say", "word"]);
      for (let index = 0; index < 8; index++) {
        const stdin = index === 0 ? "empty" : `pipe:${index - 1}`;
        const stdout = index === 7 ? "capture" : `pipe:${index}`;
        lines.push(...runner.programLines(["talks", ...say(index)], { stdin, stdout }));
      }
      runner.send(lines);
      const { report, stdout, frames } = await runner.reply();
      expect(stdout.toString()).toBe("word\n");
      expect(frames[0]?.keys.get("process")).toBe("7");
      for (let index = 0; index < 8; index++) expect(report.get(`${index}.exit_code`)).toBe("0");
      expect(new Set(Array.from({ length: 8 }, (_, index) => report.get(`${index}.end_order`))).size).toBe(8);
    });
  });
});

interface Talk {
  readonly first: string;
  readonly second: string;
  readonly keepBytes?: number;
  readonly wallMs?: number;
}

function transcriptOf(frames: readonly Frame[]): string[] {
  const parts = frames.filter(({ keys }) => keys.get("op") === "transcript");
  return parts.map(({ keys, body }) => `${keys.get("process")}: ${body.toString()}`);
}

/** User and system time in hundredths of a second. */
function cpuTicks(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return Number(fields[11]) + Number(fields[12]);
}
