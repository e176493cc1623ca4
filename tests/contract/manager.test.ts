import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type Box,
  type InteractionReport,
  inheritedPath,
  type Participant,
  pipePath,
} from "../../src/sandbox/sandbox.ts";
import { compiledFixture } from "./box-runs.ts";
import { openTestSandbox, type TestSandbox } from "./open-test-sandbox.ts";

const MIB = 1024 * 1024;
const MEMORY_BYTES = 64 * MIB;
const TALKS = "../../unit/runner/programs/talks.c";
const EXITED_WELL = { kind: "exited", exitCode: 0 };

interface Candidate {
  readonly argv: readonly string[];
  readonly talk: string;
}

interface Meeting {
  readonly report: InteractionReport;
  readonly said: string;
}

// A manager speaks with several copies of a submission through pipes that it opens by their paths.
describe("a manager and its candidates in a Docker box", () => {
  let sandbox: TestSandbox;
  let talks: Uint8Array;

  beforeAll(async () => {
    sandbox = await openTestSandbox(1);
    talks = await compiledFixture(TALKS, sandbox);
  });

  afterAll(async () => {
    await sandbox[Symbol.asyncDispose]();
  });

  /** Candidate i hears pipe 2i and says pipe 2i + 1, which the manager's talk has as `>i` and `<i`. */
  function meet(
    candidates: readonly Candidate["argv"][],
    manager: string,
    before = async (_: Box) => {},
  ): Promise<Meeting> {
    return sandbox.sandbox.withSlot(async (slot) => {
      const box = await slot.box("run", MEMORY_BYTES * (candidates.length + 1));
      await box.put("box/talks", talks, "execute");
      await box.put("judge/manager", talks, "execute");
      await before(box);
      const said: Uint8Array[] = [];
      // Much time, as there are machines on which fresh memory is slow to come by.
      const common = { env: {}, cpuMs: 5000, memoryBytes: MEMORY_BYTES };
      const words = manager.replace(/[<>]\d/g, (path) => pipePath(2 * Number(path[1]) + (path[0] === "<" ? 1 : 0)));
      const report = await box.interact({
        participants: [
          ...candidates.map((argv, i): Participant => {
            const pipes = { stdin: { kind: "pipe", pipe: 2 * i }, stdout: { kind: "pipe", pipe: 2 * i + 1 } } as const;
            return { ...common, argv, user: "candidate", ...pipes };
          }),
          {
            ...common,
            argv: ["/w/judge/manager", ...words.split(" ")],
            user: "judge",
            stdin: { kind: "empty" },
            stdout: { kind: "capture", onChunk: (chunk) => said.push(Buffer.from(chunk)) },
            opens: candidates.flatMap((_, i) => [
              { pipe: 2 * i, direction: "write" } as const,
              { pipe: 2 * i + 1, direction: "read" } as const,
            ]),
          },
        ],
        wallMs: 10_000,
        stackBytes: 16 * MIB,
        outputBytes: MIB,
        fileBytes: MIB,
        transcriptBytes: 0,
      });
      expect((await sandbox.processes()).filter((args) => args !== "/runner")).toEqual([]);
      return { report, said: Buffer.concat(said).toString() };
    });
  }

  const talking = (words: string) => ["/w/box/talks", ...words.split(" ")];
  const outcomesOf = ({ report }: Meeting) => report.participants.map(({ outcome }) => outcome);

  test("talk for a thousand rounds, three at a time and eight", async () => {
    for (const count of [3, 8]) {
      const candidates = Array.from({ length: count }, () => talking("echo 1000"));
      const all = candidates.map((_, i) => i);
      const manager = [...all.map((i) => `from <${i} to >${i} rounds 1000`), "to 1 say well"].join(" ");
      const meeting = await meet(candidates, manager);
      expect(meeting.said).toBe("well\n");
      expect(outcomesOf(meeting)).toEqual(Array.from({ length: count + 1 }, () => EXITED_WELL));
    }
  });

  test("the manager comes late to a candidate that has ended, and finds what it said", async () => {
    const meeting = await meet([talking("say word")], "doze 300 to >0 from <0 hear 1 to 1 say heard drink 1 quit 0");
    expect(meeting.said).toBe("heard\n");
    expect(outcomesOf(meeting)).toEqual([EXITED_WELL, EXITED_WELL]);
  });

  test("the manager closes its side and waits for the candidate's end", async () => {
    const meeting = await meet([talking("drink 1")], "from <0 to >0 mute 1 drink 1 to 1 say well");
    expect(meeting.said).toBe("well\n");
    expect(outcomesOf(meeting)).toEqual([EXITED_WELL, EXITED_WELL]);
  });

  test("a candidate closes its side, and the manager hears so although it goes on computing", async () => {
    const { report, said } = await meet([talking("mute 1 burn 800")], "from <0 drink 1 to 1 say well");
    expect(said).toBe("well\n");
    expect(report.participants[1]?.wallMs).toBeLessThan(500);
  });

  test("one of three crashes, and the others go on", async () => {
    const candidates = [talking("hear 1 say a"), talking("crash 1"), talking("hear 1 say c")];
    const manager = "from <1 drink 1 from <0 to >0 say x hear 1 from <2 to >2 say x hear 1 to 1 say well";
    const meeting = await meet(candidates, manager);
    expect(meeting.said).toBe("well\n");
    expect(outcomesOf(meeting)).toEqual([
      EXITED_WELL,
      { kind: "signalled", signal: "SIGSEGV" },
      EXITED_WELL,
      EXITED_WELL,
    ]);
  });

  test("a candidate over its CPU limit is told from the others", async () => {
    const meeting = await meet([talking("hear 1"), talking("burn 20000")], "from <0 hear 1");
    expect(outcomesOf(meeting)[1]).toEqual({ kind: "limit", limit: "cpu" });
    expect(outcomesOf(meeting)[0]).toEqual({ kind: "signalled", signal: "SIGKILL" });
  });

  test("a manager that says too much is told so", async () => {
    const { report } = await meet([talking("hear 1")], "pour 10000000");
    expect(report.participants[1]?.outcome).toEqual({ kind: "limit", limit: "output" });
  });

  test("candidates reach neither each other nor the manager", async () => {
    const reaches = await compiledFixture("interaction/reaches-for-the-interactor.c", sandbox);
    const argv = ["/w/box/reaches", "4"]; // the runner, the manager, and the two others
    const begin = [0, 1, 2].map((i) => `to >${i} say x`).join(" ");
    const hear = [0, 1, 2].map((i) => `from <${i} hear 1`).join(" ");
    const end = [0, 1, 2].map((i) => `to >${i} say x`).join(" ");
    const meeting = await meet([argv, argv, argv], `${begin} ${hear} ${end}`, async (box) => {
      await box.put("box/reaches", reaches, "execute");
      await box.put("judge/secret", Buffer.from("x"), "read");
    });
    expect(meeting.report.participants.map(({ stderr }) => stderr)).toEqual(["", "", "", ""]);
    expect(outcomesOf(meeting)).toEqual([EXITED_WELL, EXITED_WELL, EXITED_WELL, EXITED_WELL]);
  });

  test.for(["hides-memory-from-its-size.c", "fills-heap.c"])(
    "memory that a candidate takes is the candidate's: %s",
    async (file) => {
      const greedy = await compiledFixture(file, sandbox);
      const { report } = await meet([["/w/box/greedy"]], "bold 1 to >0 say 1 say 2 from <0 drink 1", (box) =>
        box.put("box/greedy", greedy, "execute"),
      );
      expect(report.participants[0]?.outcome).toEqual({ kind: "limit", limit: "memory" });
      expect(report.participants[0]?.peakMemoryBytes).toBeGreaterThan(MEMORY_BYTES);
      expect(report.participants[1]?.outcome).toEqual(EXITED_WELL);
      expect(report.participants[1]?.peakMemoryBytes).toBeLessThan(8 * MIB);
    },
  );

  test("inherited pipes may be used as they are, and opened again by their path", async () => {
    const meeting = await sandbox.sandbox.withSlot(async (slot) => {
      const box = await slot.box("run", 2 * MEMORY_BYTES);
      await box.put("box/talks", talks, "execute");
      const said: Uint8Array[] = [];
      const common = { env: {}, cpuMs: 1000, memoryBytes: MEMORY_BYTES, stdin: { kind: "empty" } } as const;
      const stdout = { kind: "capture", onChunk: (chunk: Uint8Array) => said.push(Buffer.from(chunk)) } as const;
      const candidate = `from ${inheritedPath(0)} to ${inheritedPath(1)} hear 1 say b`;
      const report = await box.interact({
        participants: [
          {
            ...common,
            ...{ argv: talking(candidate), user: "candidate", stdout },
            inherits: [
              { pipe: 5, direction: "read" },
              { pipe: 6, direction: "write" },
            ],
          },
          {
            ...common,
            ...{ argv: talking("to 3 say a from 4 hear 1 to 1 say well"), user: "judge", stdout },
            inherits: [
              { pipe: 5, direction: "write" },
              { pipe: 6, direction: "read" },
            ],
          },
        ],
        wallMs: 5000,
        stackBytes: 16 * MIB,
        outputBytes: MIB,
        fileBytes: 0,
        transcriptBytes: 0,
      });
      return { report, said: Buffer.concat(said).toString() };
    });
    expect(outcomesOf(meeting)).toEqual([EXITED_WELL, EXITED_WELL]);
    expect(meeting.said).toBe("well\n");
  });
});
