import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { classifyInteraction } from "../../src/judge/classify-interaction.ts";
import type { Box, InteractionReport } from "../../src/sandbox/sandbox.ts";
import { compiledFixture } from "./box-runs.ts";
import { openTestSandbox, type TestSandbox } from "./open-test-sandbox.ts";
import { LIMITS, MIB } from "./tiny-problem.ts";

const TRANSCRIPT_BYTES = MIB;
const CPU_MS = 500;
const WALL_MS = 2500;
/** Where a CPU limit is to be reached first, on a machine that has other things to do. */
const WIDE_WALL_MS = 30_000;

const COMMON = { env: {}, memoryBytes: LIMITS.memoryLimitBytes };
const pipe = (number: number) => ({ kind: "pipe", pipe: number }) as const;

/** A program of fixtures/programs/interaction and its arguments. */
type Told = readonly [file: string, ...args: string[]];

interface Conversation {
  readonly candidate: Told;
  readonly interactor: Told;
  readonly transcriptBytes: number;
}

const ACCEPTS: Told = ["ends-at-once.c", "42"];
const REJECTS: Told = ["ends-at-once.c", "43"];
const ASKS: Told = ["asks-for-doubles.c"];
const LISTENS: Told = ["listens-to-the-end.c", "42"];

// Section 2.3 of the hostile programs: what two programs can do to each other, with and without somebody in between.
describe("a conversation in a Docker box", () => {
  let sandbox: TestSandbox;

  beforeAll(async () => {
    sandbox = await openTestSandbox(1);
  });

  afterAll(async () => {
    await sandbox[Symbol.asyncDispose]();
  });

  /** The candidate is the first participant. Afterwards nothing of either is alive. */
  async function converse(told: Conversation, before: (box: Box) => Promise<void> = async () => undefined) {
    const candidate = await compiledFixture(`interaction/${told.candidate[0]}`, sandbox);
    const interactor = await compiledFixture(`interaction/${told.interactor[0]}`, sandbox);
    return sandbox.sandbox.withSlot(async (slot) => {
      const box = await slot.box("run", LIMITS.memoryLimitBytes);
      await box.put("box/main", candidate, "execute");
      await box.put("judge/main", interactor, "execute");
      await before(box);
      const candidateArgv = ["/w/box/main", ...told.candidate.slice(1)];
      const interactorArgv = ["/w/judge/main", ...told.interactor.slice(1)];
      const report = await box.interact({
        participants: [
          { ...COMMON, argv: candidateArgv, cpuMs: CPU_MS, user: "candidate", stdin: pipe(0), stdout: pipe(1) },
          { ...COMMON, argv: interactorArgv, cpuMs: 2 * CPU_MS, user: "judge", stdin: pipe(1), stdout: pipe(0) },
        ],
        wallMs: [told.candidate, told.interactor].some(([file]) => file.includes("spins")) ? WIDE_WALL_MS : WALL_MS,
        stackBytes: 32 * MIB,
        outputBytes: MIB,
        fileBytes: MIB,
        transcriptBytes: told.transcriptBytes,
      });
      expect((await sandbox.processes()).filter((args) => args !== "/runner")).toEqual([]);
      const message = await box.get("feedback/judgemessage.txt", 1000);
      return { ...bothOf(report), transcript: report.transcript, message: message?.toString() };
    });
  }

  describe.each([0, TRANSCRIPT_BYTES])("with %d bytes of transcript", (transcriptBytes) => {
    test.each<[what: string, candidate: Told, interactor: Told, known: string]>([
      ["the candidate answers well", ["answers-with-doubles.c"], ASKS, "accepted"],
      ["the candidate answers once and ends", ["answers-once-and-ends.c"], ASKS, "rejected"],
      ["the candidate ends before it has heard anything", ["ends-at-once.c"], LISTENS, "accepted"],
      ["the candidate never flushes, so that both wait", ["answers-without-flushing.c"], ASKS, "TLE"],
      ["neither writes", ["listens-to-the-end.c"], LISTENS, "TLE"],
      ["both flood the other", ["floods-and-never-listens.c"], ["floods-and-never-listens.c"], "TLE"],
      ["the candidate floods one that does not listen", ["floods-and-never-listens.c"], ["spins.c"], "judge error"],
      ["the candidate floods one that listens", ["floods-and-never-listens.c"], LISTENS, "TLE"],
      ["the candidate computes for ever", ["spins.c"], LISTENS, "TLE"],
      ["the candidate answers wrongly and computes for ever", ["answers-wrongly-then-spins.c"], ASKS, "rejected"],
      ["the candidate complains for ever", ["writes-far-too-much-to-stderr.c"], LISTENS, "OLE"],
      ["the candidate ignores SIGPIPE", ["ignores-sigpipe.c"], ACCEPTS, "RTE"],
      ["the interactor accepts at once, and the candidate loops", ["spins.c"], ACCEPTS, "TLE"],
      ["the interactor rejects at once, and the candidate loops", ["spins.c"], REJECTS, "rejected"],
      ["the interactor accepts at once, and the candidate speaks", ["floods-and-never-listens.c"], ACCEPTS, "accepted"],
      ["the interactor closes its output first", ["listens-to-the-end.c"], ["closes-its-output-first.c"], "accepted"],
      ["the interactor ends at once with 0", ["listens-to-the-end.c"], ["ends-at-once.c", "0"], "judge error"],
      ["the interactor computes for ever", ["listens-to-the-end.c"], ["spins.c"], "judge error"],
      ["the interactor complains for ever", ["spins.c"], ["writes-far-too-much-to-stderr.c"], "judge error"],
    ])("%s", async (_, candidate, interactor, known) => {
      const both = await converse({ candidate, interactor, transcriptBytes });
      expect(knownOf(both), JSON.stringify([both.candidate, both.interactor])).toBe(known);
    });

    test.each<[what: string, candidate: Told, interactor: Told, known: string]>([
      ["the candidate answers once and crashes", ["crashes-after-one-answer.c"], ASKS, "RTE"],
      ["the interactor rejects at once, and the candidate speaks", ["floods-and-never-listens.c"], REJECTS, "rejected"],
      [
        "the interactor rejects at once, and the candidate fails for that",
        ["listens-to-the-end.c", "1"],
        REJECTS,
        "rejected",
      ],
    ])("%s", async (_, candidate, interactor, known) => {
      for (let round = 0; round < 30; round++)
        expect(knownOf(await converse({ candidate, interactor, transcriptBytes }))).toBe(known);
    });

    test("everybody's end is told as it was", async () => {
      const well = await converse({ candidate: ["answers-with-doubles.c"], interactor: ASKS, transcriptBytes });
      expect([well.candidate.outcome, well.interactor.outcome]).toEqual([
        { kind: "exited", exitCode: 0 },
        { kind: "exited", exitCode: 42 },
      ]);
      const early = await converse({ candidate: ["ends-at-once.c", "3"], interactor: LISTENS, transcriptBytes });
      expect([early.candidate.outcome, early.interactor.outcome]).toEqual([
        { kind: "exited", exitCode: 3 },
        { kind: "exited", exitCode: 42 },
      ]);
      expect([early.candidate.endOrder, early.interactor.endOrder].sort()).toEqual([0, 1]);
      const deadlock = await converse({ candidate: ["listens-to-the-end.c"], interactor: LISTENS, transcriptBytes });
      for (const { outcome, cpuMs } of [deadlock.candidate, deadlock.interactor]) {
        expect(outcome).toEqual({ kind: "limit", limit: "wall" });
        expect(cpuMs).toBeLessThan(100);
      }
    });

    test("a candidate over its CPU limit takes the interactor along, and the other way round", async () => {
      const slow = await converse({ candidate: ["spins.c"], interactor: LISTENS, transcriptBytes });
      expect(slow.candidate.outcome).toEqual({ kind: "limit", limit: "cpu" });
      const stuck = await converse({ candidate: ["listens-to-the-end.c"], interactor: ["spins.c"], transcriptBytes });
      expect(stuck.interactor.outcome).toEqual({ kind: "limit", limit: "cpu" });
      expect(stuck.candidate.outcome).toEqual({ kind: "signalled", signal: "SIGKILL" });
    });

    test("a candidate that ignores SIGPIPE sees an error instead", async () => {
      const { candidate } = await converse({ candidate: ["ignores-sigpipe.c"], interactor: ACCEPTS, transcriptBytes });
      expect(candidate.outcome).toEqual({ kind: "exited", exitCode: 7 });
    });

    test("the candidate reaches neither the interactor nor its files", async () => {
      const told = { candidate: ["reaches-for-the-interactor.c"], interactor: ["keeps-a-secret.c"] } as const;
      const both = await converse({ ...told, transcriptBytes }, (box) =>
        box.put("judge/secret", Buffer.from("tulip\n"), "read"),
      );
      expect(both.candidate.stderr).toBe("");
      expect(both.candidate.outcome).toEqual({ kind: "exited", exitCode: 0 });
      expect(both.interactor.outcome).toEqual({ kind: "exited", exitCode: 42 });
      expect(both.message).toBe("the secret is tulip\n");
    });
  });

  test("the transcript has every word in the order of the conversation, with its speaker", async () => {
    const told = { candidate: ["answers-with-doubles.c"], interactor: ASKS } as const;
    const { transcript } = await converse({ ...told, transcriptBytes: TRANSCRIPT_BYTES });
    const parts = transcript.map(({ participant, text }) => [participant, Buffer.from(text).toString()]);
    expect(parts).toEqual([
      [1, "5\n"],
      [0, "10\n"],
      [1, "6\n"],
      [0, "12\n"],
      [1, "7\n"],
      [0, "14\n"],
    ]);
    expect((await converse({ ...told, transcriptBytes: 0 })).transcript).toEqual([]);
  });

  test("the transcript of a flood is no longer than asked for", async () => {
    const flood: Told = ["floods-and-never-listens.c"];
    const { transcript } = await converse({ candidate: flood, interactor: LISTENS, transcriptBytes: 10_000 });
    expect(transcript.reduce((bytes, { text }) => bytes + text.length, 0)).toBe(10_000);
  });

  test("nothing of a conversation is left for the next one", async () => {
    const told = { candidate: ["ends-at-once.c"], interactor: ["keeps-a-secret.c"], transcriptBytes: 0 } as const;
    await converse(told, (box) => box.put("judge/secret", Buffer.from("tulip\n"), "read"));
    const next = await converse(told);
    expect(next.interactor.outcome).toEqual({ kind: "exited", exitCode: 1 });
    expect(next.message).toBe(""); // it opens its message before it misses its secret
  });
});

type Participant = InteractionReport["participants"][number];

interface Both {
  readonly candidate: Participant;
  readonly interactor: Participant;
}

function bothOf({ participants }: InteractionReport): Both {
  const [candidate, interactor] = participants;
  if (!candidate || !interactor) throw new Error("two participants were expected");
  return { candidate, interactor };
}

function knownOf({ candidate, interactor }: Both): string {
  const known = classifyInteraction([candidate], { ...interactor, stdout: "" }, "kattis", LIMITS);
  switch (known?.kind) {
    case undefined:
      return "nothing";
    case "candidate-failed":
      return known.verdict;
    case "judge-decides":
      return interactor.outcome.kind === "exited" && interactor.outcome.exitCode === 42 ? "accepted" : "rejected";
    case "checked":
      return known.check.verdict === "WA" ? "rejected" : "accepted";
    case "failed":
      return "judge error";
  }
}
