import { constants } from "node:os";
import { beforeAll, describe, expect, test } from "vitest";
import type { HeadLine } from "../../../src/sandbox/protocol.ts";
import { buildProgram, buildRunner, NEEDS_ROOT, RUNNERS, sourcePath } from "./host-binaries.ts";
import { numbersOf, RunnerProcess, type RunReply } from "./runner-process.ts";

const { signals } = constants;
const MANAGER_UID = 61_099;
const FIRST_UID = 61_001;
/** How soon something is told at once, and not by a limit. */
const SOON_MS = 1000;

interface Told {
  /** What it hears is pipe 2i, what it says is pipe 2i + 1. */
  readonly candidates: readonly string[];
  /** `<i` is the path on which it hears candidate i, `>i` on which it speaks to it. */
  readonly manager: string;
  readonly keepBytes?: number;
  readonly wallMs?: number;
}

// A manager opens the pipes to its candidates by their paths, when and in whichever order it likes.
describe.skipIf(NEEDS_ROOT).each(RUNNERS)(`pipes with paths under the runner $kind${NEEDS_ROOT}`, ({ flags }) => {
  let binary: string;
  let talks: string;

  beforeAll(async () => {
    binary = await buildRunner(flags);
    talks = await buildProgram(sourcePath("./programs/talks.c"));
  }, 60_000);

  async function withRunner<T>(work: (runner: RunnerProcess) => Promise<T>): Promise<T> {
    await using runner = await RunnerProcess.start(binary, { talks });
    const result = await work(runner);
    expect(await runner.end()).toEqual({ code: 0, signal: null, stderr: "" });
    return result;
  }

  function send(runner: RunnerProcess, { candidates, manager, keepBytes = 0, wallMs = 20_000 }: Told): void {
    const lines = runner.commonLines({ common: { transcript_keep_bytes: keepBytes, wall_limit_ms: wallMs } });
    for (const [i, words] of candidates.entries()) {
      const pipes = { stdin: `pipe:${2 * i}`, stdout: `pipe:${2 * i + 1}` };
      lines.push(...runner.programLines(["talks", ...words.split(" ")], { uid: FIRST_UID + i, ...pipes }));
    }
    const words = manager.split(" ").map((word) => withPath(runner, word));
    lines.push(...runner.programLines(["talks", ...words], { uid: MANAGER_UID, stdin: "empty", stdout: "capture" }));
    for (const i of candidates.keys()) lines.push(["open", `read:${2 * i + 1}`], ["open", `write:${2 * i}`]);
    runner.send(lines);
  }

  function meet(told: Told): Promise<RunReply> {
    return withRunner((runner) => {
      send(runner, told);
      return runner.reply();
    });
  }

  const exitCodesOf = ({ report }: RunReply, count: number) =>
    numbersOf(report, ...Array.from({ length: count }, (_, i) => `${i}.exit_code`));

  describe.each([0, 100_000])("with %d bytes of transcript", (keepBytes) => {
    test("carry what both say", async () => {
      const reply = await meet({
        candidates: ["hear 1 say b quit 3"],
        manager: "from <0 to >0 say a hear 1 to 1 say well quit 4",
        keepBytes,
      });
      expect(exitCodesOf(reply, 2)).toEqual([3, 4]);
      expect(reply.stdout.toString()).toBe("well\n");
    });

    test("let a manager through that comes after the candidate's end, with what it said, and with its end", async () => {
      const manager = "doze 100 from <0 hear 1 to 1 say heard drink 1 bold 1 to >0 pour 100000";
      const reply = await meet({ candidates: ["say word quit 5"], manager, keepBytes });
      expect(reply.stdout.toString()).toBe("heard\n");
      expect(exitCodesOf(reply, 2)).toEqual([5, 77]);
      expect(Number(reply.report.get("1.wall_us"))).toBeLessThan(SOON_MS * 1000);
    });

    test("tell a manager of a candidate that ended before it has come to speak to it", async () => {
      const { report } = await meet({ candidates: ["quit 0"], manager: "doze 100 to >0 pour 100000", keepBytes });
      expect(numbersOf(report, "1.signal")).toEqual([signals.SIGPIPE]);
    });

    test("let candidates speak before the manager has come, and lose nothing of it", async () => {
      const manager = "doze 100 from <0 hear 3 to 1 say heard";
      const reply = await meet({ candidates: ["say a say b say c drink 1"], manager, keepBytes });
      expect(reply.stdout.toString()).toBe("heard\n");
      expect(exitCodesOf(reply, 2)).toEqual([0, 0]);
    });

    test("are not taken for opened when a candidate opens its own end again", async () => {
      const manager = "doze 100 from <0 hear 1 to 1 say heard bold 1 to >0 pour 100000";
      const candidates = ["from /dev/stdin to /dev/stdout say word quit 5"];
      const reply = await meet({ candidates, manager, keepBytes });
      expect(reply.stdout.toString()).toBe("heard\n");
      expect(exitCodesOf(reply, 2)).toEqual([5, 77]);
    });

    test("tell the candidate when the manager closes one and waits for the candidate's end", async () => {
      const manager = "from <0 to >0 say a mute 1 drink 1 quit 4";
      const reply = await meet({ candidates: ["drink 1 quit 3"], manager, keepBytes });
      expect(exitCodesOf(reply, 2)).toEqual([3, 4]);
      expect(Number(reply.report.get("1.wall_us"))).toBeLessThan(SOON_MS * 1000);
    });

    test("tell the candidate when the manager closes one and goes on computing", async () => {
      const manager = "to >0 mute 1 burn 1500 quit 4";
      const { report } = await meet({ candidates: ["drink 1 quit 3"], manager, keepBytes });
      expect(numbersOf(report, "0.exit_code", "1.exit_code")).toEqual([3, 4]);
      expect(Number(report.get("0.wall_us"))).toBeLessThan(SOON_MS * 1000);
    });

    test("tell the manager when the candidate closes one and goes on computing", async () => {
      const reply = await meet({
        candidates: ["mute 1 burn 1500 quit 3"],
        manager: "from <0 drink 1 quit 4",
        keepBytes,
      });
      expect(exitCodesOf(reply, 2)).toEqual([3, 4]);
      expect(Number(reply.report.get("1.wall_us"))).toBeLessThan(SOON_MS * 1000);
    });

    test("tell the candidates of a manager that ends without having come", async () => {
      const { report } = await meet({ candidates: ["hear 1", "pour 1000000"], manager: "doze 50 quit 0", keepBytes });
      expect(numbersOf(report, "0.exit_code", "1.signal", "2.exit_code")).toEqual([78, signals.SIGPIPE, 0]);
    });

    test("leave two that wait for each other to the wall limit", async () => {
      const manager = "from <0 to >0 hear 1";
      const { report } = await meet({ candidates: ["hear 1"], manager, wallMs: 300, keepBytes });
      expect(report.get("killed_for")).toBe("wall");
    });

    test("tell a manager that one of three has crashed, while the others go on", async () => {
      const reply = await meet({
        candidates: ["hear 1 say a quit 1", "crash 1", "hear 1 say c quit 3"],
        manager: "from <1 drink 1 from <0 to >0 say x hear 1 from <2 to >2 say x hear 1 to 1 say well quit 4",
        keepBytes,
      });
      expect(exitCodesOf(reply, 4)).toEqual([1, -1, 3, 4]);
      expect(numbersOf(reply.report, "1.signal")).toEqual([signals.SIGSEGV]);
      expect(reply.stdout.toString()).toBe("well\n");
    });

    test("bear a candidate that says far more than the manager wants to hear", async () => {
      const manager = "from <0 hear 1 deaf 1 burn 100 quit 4";
      const reply = await meet({ candidates: ["say a pour 100000000"], manager, keepBytes });
      expect(numbersOf(reply.report, "0.signal", "1.exit_code")).toEqual([signals.SIGPIPE, 4]);
    });

    test("are told to have ended in the right order, where the end of one makes the other end", async () => {
      for (let round = 0; round < 20; round++) {
        const manager = "from <0 to >0 say a quit 4";
        const { report } = await meet({ candidates: ["hear 1 drink 1 quit 3"], manager, keepBytes });
        const [candidate = 0, judge = 0] = numbersOf(report, "0.end_order", "1.end_order");
        expect(judge).toBeLessThan(candidate);
      }
    });
  });

  test("join eight candidates with a manager for a thousand rounds each", async () => {
    const many = Array.from({ length: 8 }, (_, i) => i);
    const talk = many.map((i) => `from <${i} to >${i} rounds 1000`).join(" ");
    const reply = await meet({ candidates: many.map(() => "echo 1000"), manager: `${talk} to 1 say well` });
    expect(reply.stdout.toString()).toBe("well\n");
    expect(exitCodesOf(reply, 9)).toEqual(Array.from({ length: 9 }, () => 0));
  });

  test("are open to those alone who talk through them, also once they are open", async () => {
    await withRunner(async (runner) => {
      const path = (pipe: number) => runner.path("pipe", String(pipe));
      const candidate = `closed ${path(1)} closed ${path(3)} closed /dev/stdin closed ${runner.path("pipe")}`;
      const curious = runner.programLines(["talks", ...candidate.split(" ")], {
        uid: FIRST_UID + 8,
        stdin: "pipe:4",
        stdout: "capture",
      });
      send(runner, { candidates: ["drink 1", "drink 1"], manager: "from <0 from <1 to >0 to >1 doze 100" });
      await runner.reply();
      const lines: HeadLine[] = [
        ...runner.commonLines(),
        ...curious,
        ...runner.programLines(["talks", "from", path(1), "to", path(4), "doze", "200"], {
          uid: MANAGER_UID,
          stdin: "empty",
          stdout: "capture",
        }),
        ...(["read:1", "read:3", "write:4"] as const).map((end) => ["open", end] as const),
      ];
      runner.send(lines);
      const { stdout } = await runner.reply();
      expect(stdout.toString()).toBe("Permission denied\nPermission denied\nopen\nPermission denied\n");
    });
  });

  test("are inherited as descriptors that may be opened again", async () => {
    await withRunner(async (runner) => {
      const ends = (...named: string[]) => named.map((end) => ["inherit", end] as const);
      const common = { stdin: "empty", stdout: "capture" };
      const lines: HeadLine[] = [
        ...runner.commonLines(),
        ...runner.programLines(["talks", ..."from /dev/fd/3 to /dev/fd/4 hear 1 say b quit 3".split(" ")], {
          uid: FIRST_UID,
          ...common,
        }),
        ...ends("read:7", "write:9"),
        ...runner.programLines(
          ["talks", ..."from 4 to 3 say a hear 1 to 1 say well closed /dev/fd/5 quit 4".split(" ")],
          { uid: MANAGER_UID, ...common },
        ),
        ...ends("write:7", "read:9"),
      ];
      runner.send(lines);
      const reply = await runner.reply();
      expect(exitCodesOf(reply, 2)).toEqual([3, 4]);
      expect(reply.stdout.toString()).toBe("well\nNo such file or directory\n");
    });
  });

  test("leave nothing behind, neither a path nor a descriptor", async () => {
    await withRunner(async (runner) => {
      const told = { candidates: ["hear 1", "say a"], manager: "from <1 hear 1 to >0 say b" };
      send(runner, told);
      await runner.reply();
      const before = runner.openDescriptors();
      for (let round = 0; round < 5; round++) {
        send(runner, told);
        await runner.reply();
      }
      expect(runner.openDescriptors()).toBe(before);
      expect(runner.entries("pipe")).toEqual([]);
    });
  });

  test.for<[why: string, first: HeadLine[], second: HeadLine[], message: RegExp]>([
    ["opened by its path on both sides", [["open", "read:0"]], [["open", "write:0"]], /only one user|both sides/],
    ["named without a direction", [["open", "0"]], [], /read:N or write:N/],
    ["out of range", [["inherit", "read:32"]], [], /pipe number from 0 to 31/],
  ])("are refused when %s", async ([_, first, second, message]) => {
    await using runner = await RunnerProcess.start(binary, { talks });
    const common = { stdin: "empty", stdout: "capture" };
    runner.send([
      ...runner.commonLines(),
      ...[...runner.programLines(["talks"], { uid: FIRST_UID, ...common }), ...first],
      ...[...runner.programLines(["talks"], { uid: FIRST_UID, ...common }), ...second],
    ]);
    expect(await runner.failure()).toMatch(message);
  });
});

function withPath(runner: RunnerProcess, word: string): string {
  const candidate = Number(word.slice(1));
  if (word.startsWith("<")) return runner.path("pipe", String(2 * candidate + 1));
  return word.startsWith(">") ? runner.path("pipe", String(2 * candidate)) : word;
}
